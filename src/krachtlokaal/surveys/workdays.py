"""Working days: Monday to Friday. Public holidays count as working days, so that nobody has to keep
a list of them; a request is then called late a day too early at most."""

from datetime import date, timedelta

_SATURDAY = 5


def working_days_before(day: date, number: int) -> date:
    """The last day that lies this many working days before `day`.

    >>> working_days_before(date(2026, 11, 24), 5)  # a Tuesday
    datetime.date(2026, 11, 17)
    >>> working_days_before(date(2026, 11, 22), 1)  # a Sunday: Friday is no whole day ago
    datetime.date(2026, 11, 20)
    """
    while number > 0:
        day -= timedelta(days=1)
        if day.weekday() < _SATURDAY:
            number -= 1
    return day
