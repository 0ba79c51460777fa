"""Steps four and five, among placements that are equally good in the first three: the fewest
changes against an earlier result, then the fewest pairs of colleagues in a session.

Only patterns whose reduced cost is at most the gap between the optimum and its relaxation can be in
an optimal placement, so the programme has those alone. It looks at a limited number of nodes, so
that the same seed gives the same result.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import comb
from typing import TYPE_CHECKING

from krachtlokaal.assignment.clock import Clock
from krachtlokaal.assignment.master import EXACT, Master, Relaxed
from krachtlokaal.assignment.patterns import NOTHING
from krachtlokaal.assignment.problem import Placement, Problem
from krachtlokaal.assignment.programme import Solver
from krachtlokaal.assignment.regret import figures
from krachtlokaal.assignment.swaps import apart
from krachtlokaal.assignment.unfolding import unfold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

FEW_COLUMNS = 8_000  # so few that colleagues are spread by a programme, not by swaps
MOST_NODES = 200


def settle(
    problem: Problem,
    master: Master,
    relaxed: Relaxed,
    placements: tuple[Placement, ...],
    clock: Clock,
    seed: int,
) -> tuple[Placement, ...]:
    """The same three figures with fewer changes and fewer pairs, where that was found."""
    import numpy as np

    total = figures(problem, placements).total_regret
    gap = total - (relaxed.value or 0) + EXACT
    columns = np.flatnonzero(relaxed.reduced <= gap)
    kept = _kept(problem, master)
    least = 0
    if kept[columns].any():
        found, _bound = master.whole(columns, -kept, clock, total=total, nodes=MOST_NODES)
        if found is not None:
            placements = _better(problem, master, found, placements, seed)
        least = len(set(placements) & set(problem.previous))
    if len(columns) > FEW_COLUMNS:
        return apart(problem, placements, figures(problem, placements).largest_regret)
    colleagues = _Apart(problem, master, kept, least)
    if pairs(problem, placements) and colleagues.groups(columns):
        nothing = np.zeros(len(master.pool.person))
        found, _bound = master.whole(
            columns, nothing, clock, total=total, more=colleagues.add, nodes=MOST_NODES
        )
        if found is not None:
            placements = _better(problem, master, found, placements, seed)
    return placements


def pairs(problem: Problem, placements: tuple[Placement, ...]) -> int:
    """How often two people of one organisation are in one session."""
    of = {one.id: one.organisation for one in problem.participants}
    met = Counter((of[one.participant], one.session) for one in placements)
    return sum(comb(number, 2) for (organisation, _), number in met.items() if organisation)


class _Apart:
    """Columns and rows that count pairs: of n colleagues in a session the second is in one pair
    more, the third in two more, and so on."""

    def __init__(self, problem: Problem, master: Master, kept: Whole, least: int) -> None:
        self.problem, self.master, self.kept, self.least = problem, master, kept, least
        names = sorted({one.organisation for one in problem.participants if one.organisation})
        numbers = {name: number for number, name in enumerate(names)}
        self.organisations = [
            numbers.get(one.organisation or "", -1) for one in problem.participants
        ]

    def groups(self, columns: Whole) -> list[Whole]:
        """The places in `columns` of colleagues who could sit together, per session."""
        import numpy as np

        pool, sessions = self.master.pool, len(self.problem.sessions)
        of = np.array(self.organisations)[pool.person[columns]]
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for place, days in enumerate(pool.days[columns]):
            if of[place] >= 0:
                for number in days:
                    if 0 <= number < sessions:
                        found[int(of[place]), int(number)].append(place)
        people = pool.person[columns]
        groups = (np.array(places) for _, places in sorted(found.items()))
        return [places for places in groups if len(set(people[places])) > 1]

    def add(self, solver: Solver, first: int, columns: Whole) -> None:
        """What `Master.whole` calls before it solves."""
        import numpy as np

        people = self.master.pool.person[columns]
        add = solver.addRow
        if self.least:
            some = np.arange(len(columns), dtype=np.int32) + first
            kept = self.kept[columns].astype(float)
            add(float(self.least), float("inf"), len(some), some, kept)
        for places in self.groups(columns):
            start = solver.getNumCol()
            more = len(set(people[places])) - 1
            for place in range(more):
                solver.addCol(float(place + 1), 0.0, 1.0, 0, [], [])
            index = np.concatenate([places + first, np.arange(start, start + more)])
            value = np.concatenate([np.ones(len(places)), -np.ones(more)])
            add(-float("inf"), 1.0, len(index), index.astype(np.int32), value)


def _better(
    problem: Problem, master: Master, found: Whole, before: tuple[Placement, ...], seed: int
) -> tuple[Placement, ...]:
    """What was found, where it has fewer changes, or as many and fewer pairs."""
    placements, without = unfold(problem, master.pool, found, seed)
    had = set(problem.previous)

    def order(some: tuple[Placement, ...]) -> tuple[int, int]:
        return len(set(some) - had) if had else 0, pairs(problem, some)

    return before if without or order(placements) >= order(before) else placements


def _kept(problem: Problem, master: Master) -> Whole:
    """How many placements of the earlier result each pattern keeps."""
    import numpy as np

    numbers = {one.id: number for number, one in enumerate(problem.participants)}
    places = {session.id: number for number, session in enumerate(problem.sessions)}
    had: dict[int, set[int]] = defaultdict(set)
    for one in problem.previous:
        if one.participant in numbers and one.session in places:
            had[numbers[one.participant]].add(places[one.session])
    held = np.zeros((len(problem.participants), len(problem.sessions) + 1), dtype=np.int64)
    for person, sessions in had.items():
        held[person, list(sessions)] = 1
    days = np.where(
        (master.pool.days == NOTHING) | (master.pool.days >= len(problem.sessions)),
        len(problem.sessions),
        master.pool.days,
    )
    kept: Whole = held[master.pool.person[:, None], days].sum(axis=1)
    return kept
