"""Days as pages ask for them: the list by state, what one still needs, its facts and its parts."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import F, QuerySet

from krachtlokaal.core.templatetags.kl import day as day_in_words
from krachtlokaal.events.enums import EventState
from krachtlokaal.events.models import DayPart, EventDay

# What nobody can come without.
NEEDED = ("held_on", "starts_at", "ends_at", "place", "town")
_SHOWN = (
    *("held_on", "place", "address", "town", "seats", "lead", "route", "accessibility"),
    *("practical", "contact", "closes_on"),
)


@dataclass(frozen=True)
class StateLink:
    """A choice above the list."""

    state: str
    label: str
    count: int


def all_days(state: str = "") -> QuerySet[EventDay]:
    """The last one first, those without a date before all; of one state when it is given."""
    rows = EventDay.objects.order_by(F("held_on").desc(nulls_first=True), "-id")
    return rows.filter(state=state) if state in EventState.values else rows


def states() -> list[StateLink]:
    """The states of which there are days, in their order."""
    found = Counter(EventDay.objects.order_by().values_list("state", flat=True))
    return [
        StateLink(one.value, str(one.label), found[one.value])
        for one in EventState
        if found[one.value]
    ]


def missing(day: EventDay) -> list[str]:
    """What people must know of the day and nobody wrote down yet, in words."""
    return [_label(name) for name in NEEDED if not getattr(day, name)]


def facts(day: EventDay) -> list[tuple[str, str]]:
    """What is known, in the words of the form."""
    told = {name: getattr(day, name) for name in _SHOWN}
    told |= {name: day_in_words(told[name]) for name in ("held_on", "closes_on") if told[name]}
    rows = [(_label(name), str(value)) for name, value in told.items() if value]
    return [(text[:1].upper() + text[1:], value) for text, value in rows]


def parts(day: EventDay) -> QuerySet[DayPart]:
    return day.parts.order_by("starts_at", "ends_at", "pk")


def _label(name: str) -> str:
    return str(EventDay._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # own fields
