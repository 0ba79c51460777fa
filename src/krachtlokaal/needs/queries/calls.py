"""Whom to call in a survey, most helpful first: participation and telephone numbers, no answers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Max
from django.http import QueryDict

from krachtlokaal.analysis.fieldwork import Goal, order_of_calls
from krachtlokaal.needs.field.groups import Key
from krachtlokaal.needs.queries.participation import Member, Participation
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.filters import Size
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.surveys.enums import CallOutcome, WaveState
from krachtlokaal.surveys.models import Call, Invitation, Measurement, Wave
from krachtlokaal.surveys.queries.call_list import Line, can_be_called, numbers_of
from krachtlokaal.surveys.queries.field_work import INVITED, SENT, STARTED

ALL, NEVER, UNASKED, REFUSED = "", "nooit", "niet-gevraagd", "weigert"
BALANCE = "balans"


@dataclass(frozen=True)
class Choice:
    """Which of them and to what end, as it stands in the address."""

    which: str = ALL
    goal: str = ""
    sector: str = ""
    size: str = ""
    town: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "Choice":
        """What means nothing is left out."""
        which, sector, size = (query.get(name, "") for name in ("toon", "soort", "grootte"))
        return cls(
            which if which in {NEVER, UNASKED, REFUSED} else ALL,
            BALANCE if query.get("doel") == BALANCE else "",
            sector if sector in set(Sector) else "",
            size if size in Size.values else "",
            query.get("gemeente", "")[:6],
        )

    def query(self, **changes: str) -> str:
        wanted = replace(self, **changes)
        query = QueryDict(mutable=True)
        parts = {
            "toon": wanted.which,
            "doel": wanted.goal,
            "soort": wanted.sector,
            "grootte": wanted.size,
            "gemeente": wanted.town,
        }
        for key, value in parts.items():
            if value:
                query[key] = value
        return query.urlencode()

    @property
    def aim(self) -> Goal:
        return Goal.IMBALANCE if self.goal == BALANCE else Goal.MARGIN

    @property
    def group(self) -> str:
        """The chosen group in words."""
        found = [
            town_name(self.town) if self.town else "",
            str(Sector(self.sector).label) if self.sector else "",
            str(Size(self.size).label) if self.size else "",
        ]
        return ", ".join(filter(None, found))

    @property
    def is_narrowed(self) -> bool:
        return bool(self.which or self.sector or self.size or self.town)

    def has(self, cell: tuple[str, str, str]) -> bool:
        wanted = (self.town, self.sector, self.size)
        return all(not one or one == other for one, other in zip(wanted, cell, strict=True))


@dataclass(frozen=True)
class Silent:
    """An organisation that did not answer, with the last call to it."""

    member: Member
    last: Call | None

    @property
    def refuses(self) -> bool:
        return self.last is not None and self.last.outcome == CallOutcome.REFUSES


@dataclass(frozen=True)
class Row:
    """One line of the list: whom to call, for which group it helps, in which wave it is noted."""

    line: Line
    key: Key
    wave: int | None
    has_stopped: bool


@dataclass(frozen=True)
class CallList:
    """Who is to be called, the first of `count`; `silent` counts per group who can be."""

    chosen: list[Silent]
    count: int
    silent: Counter[Key]


def call_list(
    part: Participation, waves: Sequence[Wave], choice: Choice, most: int | None = None
) -> CallList:
    """Most helpful first; in a group who was never called, then who was called longest ago, and of
    equals who has a number. Three queries, whatever the number of organisations.

    The order is that of all groups together, so that a narrowed list keeps it. With `most` the list
    ends there: a page needs no more.
    """
    last = {call.measurement.organisation_id: call for call in _last_calls(waves)}
    everybody = [Silent(one, last.get(one.organisation)) for one in part.members if one.rank < SENT]
    able = [one for one in everybody if not one.refuses and not one.member.has_stopped]
    silent = Counter(part.keys[one.member.cell] for one in able)
    if choice.which == REFUSED:
        refusing = [one for one in everybody if one.refuses and choice.has(one.member.cell)]
        return CallList(refusing, len(refusing), silent)
    if choice.is_narrowed:
        ordered = _ordered(part, able, silent, choice.aim, None)
        chosen = [one for one in ordered if _is_meant(one, choice)]
        return CallList(chosen, len(chosen), silent)
    return CallList(_ordered(part, able, silent, choice.aim, most), len(able), silent)


def _last_calls(waves: Sequence[Wave]) -> Iterable[Call]:
    rows = Call.objects.filter(measurement__wave__in=[wave.pk for wave in waves])
    rows = rows.select_related("measurement").order_by("measurement__organisation", "-id")
    return rows.distinct("measurement__organisation")


def _is_meant(one: Silent, choice: Choice) -> bool:
    if not choice.has(one.member.cell):
        return False
    wanted = {NEVER: one.last is None, UNASKED: one.member.rank < INVITED}
    return wanted.get(choice.which, True)


def _ordered(
    part: Participation,
    able: Iterable[Silent],
    silent: Mapping[Key, int],
    goal: Goal,
    most: int | None,
) -> list[Silent]:
    if not silent:
        return []
    phones = set(can_be_called().values_list("organisation_id", flat=True))
    queues: dict[Key, list[tuple[tuple[Any, ...], Silent]]] = {}
    for one in able:
        at = one.last.at.timestamp() if one.last else 0.0
        place = (at, one.member.organisation not in phones, one.member.organisation)
        queues.setdefault(part.keys[one.member.cell], []).append((place, one))
    waiting = {
        key.code: iter(sorted(queue, key=lambda pair: pair[0])) for key, queue in queues.items()
    }
    order = order_of_calls(
        {key.code: stratum for key, stratum in part.strata.items()},
        {key.code: count for key, count in silent.items()},
        goal=goal,
        most=most,
    )
    return [next(waiting[name])[1] for name in order]


def rows_of(found: Sequence[Silent], part: Participation, waves: Sequence[Wave]) -> list[Row]:
    """The lines of one page. Four queries, whatever their number."""
    keys = [one.member.organisation for one in found]
    about = Organisation.objects.filter(pk__in=keys).in_bulk()
    numbers = numbers_of(keys)
    problems = _problems(waves, keys)
    noted = _measurements(waves, keys)
    made = []
    for one in found:
        organisation = about[one.member.organisation]
        measurement, wave = noted.get(organisation.pk, (0, None))
        line = Line(
            measurement,
            organisation.pk,
            organisation.name,
            organisation.place,
            str(Sector(organisation.sector).label),
            one.member.rank == STARTED,
            problems.get(organisation.pk, ""),
            one.member.rank >= INVITED,
            numbers.get(organisation.pk, []),
            one.last.get_outcome_display() if one.last else "",
            one.last.at if one.last else None,
            one.last.caller_name if one.last else "",
            one.last.note if one.last else "",
        )
        made.append(Row(line, part.keys[one.member.cell], wave, one.member.has_stopped))
    return made


def _problems(waves: Sequence[Wave], organisations: list[int]) -> dict[int, str]:
    rows = Invitation.objects.filter(
        link__revoked_at=None,
        wave__in=[wave.pk for wave in waves],
        organisation__in=organisations,
    )
    rows = rows.exclude(problem="").order_by()
    found = rows.values("organisation_id").annotate(told=Max("problem"))
    return dict(found.values_list("organisation_id", "told"))


def _measurements(
    waves: Sequence[Wave], organisations: list[int]
) -> dict[int, tuple[int, int | None]]:
    """Where a call is noted: the measurement of a wave that is open, else of a later one."""
    states = {wave.pk: wave.state for wave in waves}
    rows = Measurement.objects.filter(wave__in=list(states), organisation__in=organisations)
    found: dict[int, tuple[bool, int, int]] = {}
    for pk, wave, organisation in rows.values_list("pk", "wave_id", "organisation_id"):
        place = (states[wave] == WaveState.OPEN, wave, pk)
        found[organisation] = max(found.get(organisation, place), place)
    return {key: (pk, wave) for key, (_open, wave, pk) in found.items()}


def as_lines(rows: Iterable[Row]) -> Iterator[Line]:
    return (row.line for row in rows)
