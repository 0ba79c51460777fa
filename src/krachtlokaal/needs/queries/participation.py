"""How far each organisation of a frozen population is: participation, never an answer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from krachtlokaal.analysis.fieldwork import Stratum
from krachtlokaal.needs.field.groups import Cell, Key, grouped
from krachtlokaal.needs.models import NeedsSurvey, PopulationMember
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries.field_work import INVITED, SENT, ranks_of


@dataclass(frozen=True, slots=True)
class Member:
    """One place of the population: the organisation as it is called now, and as it was counted."""

    organisation: int
    cell: Cell
    rank: int
    has_stopped: bool


@dataclass(frozen=True)
class Participation:
    """The population with how far everybody is, and the groups in which it is counted."""

    members: list[Member]
    # How many of each cell are how far.
    counts: Counter[tuple[Cell, int]]
    keys: dict[Cell, Key]

    @cached_property
    def strata(self) -> dict[Key, Stratum]:
        """Population and answers of each group, by name."""
        everybody = self._counted(0)
        sent = self._counted(SENT)
        return {key: Stratum(count, sent[key]) for key, count in sorted(everybody.items())}

    @cached_property
    def invited(self) -> Counter[Key]:
        return self._counted(INVITED)

    def _counted(self, rank: int) -> Counter[Key]:
        found: Counter[Key] = Counter()
        for (cell, at), count in self.counts.items():
            if at >= rank:
                found[self.keys[cell]] += count
        return found


def participation_of(survey: NeedsSurvey, waves: Sequence[Wave]) -> Participation:
    """Two queries, whatever the number of organisations.

    A place in the population stays when organisations are merged; how far it is, is told by the
    one that stayed.
    """
    ranks = ranks_of(wave.pk for wave in waves)
    rows = (
        PopulationMember.objects.filter(survey=survey)
        .order_by()
        .values_list(
            "organisation_id",
            "organisation__merged_into_id",
            "organisation__ended_on",
            "municipality",
            "sector",
            "size",
        )
    )
    members = [
        Member(
            merged or pk,
            (town, sector, size),
            max(ranks.get(pk, 0), ranks.get(merged, 0)) if merged else ranks.get(pk, 0),
            ended is not None and merged is None,
        )
        for pk, merged, ended, town, sector, size in rows
    ]
    counts = Counter((one.cell, one.rank) for one in members)
    cells: Counter[Cell] = Counter()
    for (cell, _rank), count in counts.items():
        cells[cell] += count
    return Participation(members, counts, grouped(cells))
