"""The field-work cockpit of a survey: numbers, sureness, likeness, and which calls help most."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.analysis.fieldwork import Gain, Stratum, gain_of_call
from krachtlokaal.needs.field.groups import Cell, Key
from krachtlokaal.needs.field.sureness import (
    FAIRLY,
    LIKE,
    Sureness,
    days_of,
    likeness,
    sureness,
)
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries.calls import Choice
from krachtlokaal.needs.queries.participation import Participation, participation_of
from krachtlokaal.needs.queries.surveys import waves_of
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.queries.filters import Size
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries.field_work import Counts, count_ranks

T = TypeVar("T")
TOWN, SECTOR, SIZE = range(3)
HELPS_SHOWN = 5


@dataclass(frozen=True)
class Group:
    """One row of a table. `of_area` and `of_sent` are its shares of population and answers."""

    key: str
    name: str
    counts: Counts
    of_area: float
    of_sent: float
    sureness: Sureness | None = None

    @property
    def share(self) -> float:
        return self.counts.sent / self.counts.asked if self.counts.asked else 0.0


@dataclass(frozen=True)
class Table:
    """One division of the population. `likeness` from 0 to 1; None where nothing can be said."""

    title: str
    first: str
    param: str
    groups: list[Group]
    likeness: float | None

    @property
    def verdict(self) -> str:
        if self.likeness is None:
            return _("Daar is nog niets over te zeggen.")
        if self.likeness >= LIKE:
            return _("De antwoorden lijken goed op het gebied.")
        if self.likeness >= FAIRLY:
            return _("De antwoorden lijken redelijk op het gebied.")
        return _("De antwoorden lijken nog niet op het gebied.")

    @property
    def behind(self) -> Group | None:
        """Whose share of the answers stays most behind its share of the area."""
        lowest = min(self.groups, key=lambda one: one.of_sent - one.of_area, default=None)
        if lowest is None or self.likeness is None or self.likeness >= LIKE:
            return None
        return lowest


@dataclass(frozen=True)
class Help:
    """A group in which a call helps; `gain` in percentage points of the margin, None unknown."""

    key: Key
    silent: int
    stratum: Stratum
    gain: float | None
    # The call list of this group, as its address says it.
    query: str


@dataclass(frozen=True)
class Cockpit:
    """All of the page that comes from the database."""

    waves: list[Wave]
    part: Participation
    total: Counts
    tables: list[Table]
    sureness: Sureness

    @property
    def open_waves(self) -> list[Wave]:
        return [wave for wave in self.waves if wave.state == WaveState.OPEN]

    @property
    def is_live(self) -> bool:
        return bool(self.open_waves)

    @property
    def share(self) -> float:
        return self.total.sent / self.total.asked if self.total.asked else 0.0


def cockpit_of(survey: NeedsSurvey) -> Cockpit:
    """Three queries, whatever the number of waves and organisations."""
    waves = list(waves_of(survey))
    part = participation_of(survey, waves)
    running = [(one.opens_on, one.closes_on) for one in waves if one.state == WaveState.OPEN]
    days = days_of(running, timezone.localdate())
    strata, invited = part.strata, part.invited
    towns = {
        code: sureness(_of_town(strata, code), _of_town(invited, code), days)
        for code in {key.town for key in strata}
    }
    return Cockpit(
        waves=waves,
        part=part,
        total=count_ranks(_ranks(part, lambda _cell: "").get("", Counter())),
        tables=[
            _table(_("Per gemeente"), _("Gemeente"), "gemeente", part, TOWN, towns),
            _table(_("Per soort"), _("Soort"), "soort", part, SECTOR),
            _table(_("Per grootte"), _("Vrijwilligers"), "grootte", part, SIZE),
        ],
        sureness=sureness(strata, invited, days),
    )


def _of_town(groups: Mapping[Key, T], code: str) -> dict[Key, T]:
    return {key: one for key, one in groups.items() if key.town == code}


def _table(  # each is a part of the table
    title: str,
    first: str,
    param: str,
    part: Participation,
    at: int,
    sure: Mapping[str, Sureness] | None = None,
) -> Table:
    ranks = _ranks(part, lambda cell: cell[at])
    counts = {key: count_ranks(found) for key, found in ranks.items()}
    sent = sum(one.sent for one in counts.values())
    groups = [
        Group(
            key,
            name,
            counts[key],
            counts[key].asked / len(part.members),
            counts[key].sent / sent if sent else 0.0,
            sure[key] if sure else None,
        )
        for key, name in _names(at, counts)
    ]
    strata = {key: Stratum(one.asked, one.sent) for key, one in counts.items()}
    return Table(title, first, param, groups, likeness(strata))


def _ranks(part: Participation, group: Callable[[Cell], str]) -> dict[str, Counter[int]]:
    """How many of each group are how far."""
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for (cell, rank), count in part.counts.items():
        found[group(cell)][rank] += count
    return found


def _names(at: int, keys: Iterable[str]) -> list[tuple[str, str]]:
    """Municipalities and sectors by name, sizes from small to large."""
    if at == SIZE:
        return [(size.value, str(size.label)) for size in Size if size.value in set(keys)]
    named = {key: town_name(key) if at == TOWN else str(Sector(key).label) for key in keys}
    return sorted(named.items(), key=lambda pair: pair[1])


def helps(part: Participation, silent: Mapping[Key, int], choice: Choice) -> list[Help]:
    """The groups in which the next answer helps most, of those where somebody can be called."""
    if not silent:
        return []
    strata = part.strata
    by_name = {key.code: key for key in strata}
    gains = gain_of_call({name: strata[key] for name, key in by_name.items()}, goal=choice.aim)
    found = [(by_name[gain.stratum], gain) for gain in gains]
    chosen = [pair for pair in found if silent.get(pair[0])][:HELPS_SHOWN]
    return [
        Help(key, silent[key], strata[key], _points(gain), choice.query(**key.choice))
        for key, gain in chosen
    ]


def _points(gain: Gain) -> float | None:
    return None if gain.margin is None else 100 * gain.margin
