"""From respondents to what may leave of them."""

from krachtlokaal.needs.outcome.area import Area
from krachtlokaal.needs.outcome.by_group import Groups
from krachtlokaal.needs.outcome.columns import Asked, Respondents
from krachtlokaal.needs.outcome.model import DIMENSIONS, Count, Outcome, Reason
from krachtlokaal.needs.outcome.participation import TIME_LIMIT, Shown, participation
from krachtlokaal.needs.outcome.weighing import weigh

MINIMUM = 5


def outcome(
    asked: Asked,
    answers: Respondents,
    *,
    previous: Outcome | None = None,
    minimum: int = MINIMUM,
    time_limit: float = TIME_LIMIT,
) -> Outcome:
    """Every figure with its interval, or the reason why it stays in. `previous` is the outcome of
    the survey before as it left; change is measured against it."""
    told = participation(asked, answers, minimum=minimum, time_limit=time_limit)
    whole = int(asked.population.sum())
    if told is None:
        none = Count(whole, None, Reason.GROUP)
        return Outcome(none, dict.fromkeys(DIMENSIONS, ()), {}, (), {})
    weighed = weigh(asked, answers, told, minimum=minimum)
    area = Area(asked, answers, weighed, minimum)
    return Outcome(
        count=Count(whole, answers.rows),
        groups={
            name: Groups(name, asked, answers, weighed, told, minimum).groups()
            for name in DIMENSIONS
        },
        crossed=_crossed(asked, told),
        themes=area.themes(previous),
        forms=area.forms(),
        weights=weighed.receipt,
        method=weighed.method,
    )


def _crossed(asked: Asked, told: Shown) -> dict[tuple[str, str], Count]:
    """Who answered by municipality and sector; not by more than two at once."""
    people = asked.population.sum(axis=2)
    return {
        (town, sector): Count(int(people[m, s]), int(told.crossed[m, s]))
        if told.cells[m, s]
        else Count(None, None, Reason.GROUP)
        for m, town in enumerate(asked.levels["municipality"])
        for s, sector in enumerate(asked.levels["sector"])
    }
