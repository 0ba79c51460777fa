"""The second and third step over patterns: smallest largest regret, then smallest sum.

A column per pattern, a row per participant: she has one day. Rows of sessions hold capacities and
minimums; a column per session counts who sits there without having wished it. The relaxation is
close to whole numbers: at most as many participants are split as there are rows of sessions.
Columns are added while their reduced cost is negative (Dantzig and Wolfe 1960), so its value is a
bound; then the whole-number programme has only the columns whose reduced cost is below the gap, and
is exact for what lies inside it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from krachtlokaal.assignment.clock import Clock
from krachtlokaal.assignment.patterns import NOTHING, Pool
from krachtlokaal.assignment.problem import Session
from krachtlokaal.assignment.programme import Solver, started

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]

EXACT = 1e-6
PRIMAL = 4  # the simplex that goes on from where it was when columns are added
FIRST = 1  # patterns of each participant to begin with
MORE = 1  # patterns of each participant that a round of pricing adds at most: more is slower
MARGIN = 1.999  # how far above the bound the whole-number programme looks at first


@dataclass(frozen=True)
class Relaxed:
    """`value` of the relaxation, None where no placement has these regrets; the columns that it
    knew, and the reduced cost of every pattern."""

    value: float | None
    known: Whole
    reduced: Floats


@dataclass(frozen=True)
class Chosen:
    """The pattern of each participant; None if none was found. `bound` on the sum of regrets, None
    where it is proven that there is no placement."""

    patterns: Whole | None
    bound: int | None


class Master:
    """The programme for one pool of patterns. `filled`: rounds that must be filled."""

    def __init__(
        self, pool: Pool, sessions: tuple[Session, ...], people: int, filled: int, seed: int
    ) -> None:
        import numpy as np

        self.pool, self.sessions, self.people, self.seed = pool, sessions, people, seed
        self.filled = filled
        # The solver, its columns and what is absent, once `is_possible` was asked.
        self.begun: tuple[Solver, Whole, float | None] | None = None
        self.rounds = pool.days.shape[1] if pool.days.size else 0
        # Rows: people, sessions, rounds (what was not wished), filled rounds.
        self.rows = people + len(sessions) + self.rounds + 1
        self.numbers = sorted({session.round for session in sessions})
        self.places = {number: place for place, number in enumerate(self.numbers)}
        self.entries = np.where(pool.days == NOTHING, -1, pool.days + people)

    def is_possible(self, clock: Clock) -> bool | None:
        """Whether everybody can have a day, people cut in pieces allowed. None: out of time."""
        import numpy as np

        if self.begun is None:
            solver, known, nothing = self._begin(clock)
            known, _reduced, absent = self._priced(solver, known, nothing, clock)
            self.begun = solver, known, absent
        absent = self.begun[2]
        return None if absent is None else bool(absent <= EXACT * np.sqrt(self.people + 1))

    def relax(self, clock: Clock) -> Relaxed:
        """The relaxation: first whether everybody can have a day at all, then the smallest sum."""
        import numpy as np

        if not self.is_possible(clock) or self.begun is None:
            return Relaxed(None, np.zeros(0, dtype=np.int64), np.zeros(0))
        solver, known, _absent = self.begun
        self.begun = None  # its costs change now
        helpers = np.arange(self.people + 1, dtype=np.int32)
        nought = np.zeros(len(helpers))
        solver.changeColsBounds(len(helpers), helpers, nought, nought)
        last: int = solver.getNumCol()
        columns = np.arange(last - len(known), last, dtype=np.int32)
        costs = self.pool.regret[known].astype(float)
        solver.changeColsCost(len(columns), columns, costs)
        known, reduced, found = self._priced(solver, known, self.pool.regret, clock)
        return Relaxed(found, known, reduced)

    def _begin(self, clock: Clock) -> tuple[Solver, Whole, Floats]:
        """A solver with the frame and the first patterns, which cost nothing yet."""
        import numpy as np

        solver, known = started(clock, self.seed), self._first()
        solver.setOptionValue("simplex_strategy", PRIMAL)
        nothing = np.zeros(len(self.pool.person))
        self._frame(solver, whole=False)
        self._add(solver, known, whole=False, cost=nothing)
        return solver, known, nothing

    def _priced(
        self, solver: Solver, known: Whole, cost: Whole | Floats, clock: Clock
    ) -> tuple[Whole, Floats, float | None]:
        """Solved again with the columns that help, until none does. None: out of time."""
        import highspy
        import numpy as np

        while True:
            limit = solver.getRunTime() + clock.left
            solver.setOptionValue("time_limit", max(limit, 0.01))
            solver.run()
            optimal = highspy.HighsModelStatus.kOptimal
            if solver.getModelStatus() != optimal:
                return known, np.zeros(0), None
            duals = np.array(solver.getSolution().row_dual)
            reduced = self._reduced(duals, cost)
            fresh = self._helping(reduced, known)
            if not len(fresh):
                value: float = solver.getInfo().objective_function_value
                return known, reduced, value
            self._add(solver, fresh, whole=False, cost=cost)
            known = np.concatenate([known, fresh])

    def choose(self, relaxed: Relaxed, clock: Clock) -> Chosen:
        """The best whole-number placement, and a bound on it."""
        import numpy as np

        least = math.ceil((relaxed.value or 0) - EXACT)
        gap = MARGIN
        while True:
            columns = np.flatnonzero(relaxed.reduced <= gap)
            everything = len(columns) == len(self.pool.person)
            found, bound = self.whole(columns, self.pool.regret, clock)
            inside = (relaxed.value or 0) + gap  # whatever lies outside costs more than this
            if found is not None:
                value = int(self.pool.regret[found].sum())
                outside = math.inf if everything else math.ceil(inside - EXACT)
                proven = max(least, int(min(value if bound is None else bound, outside)))
                if proven >= value or not clock.left:
                    return Chosen(found, min(proven, value))
            elif bound is None and everything:
                return Chosen(None, None)
            if not clock.left or (everything and found is None):
                return Chosen(found, least)
            gap = gap * 3 if found is None else max(gap * 2, value - (relaxed.value or 0) + EXACT)

    def whole(
        self,
        columns: Whole,
        cost: Whole | Floats,
        clock: Clock,
        *,
        total: int | None = None,
        more: Callable[[Solver, int, Whole], None] | None = None,
        nodes: int | None = None,
    ) -> tuple[Whole | None, int | None]:
        """The cheapest choice among these columns, and a bound; (None, None): there is none.

        `total`: the sum of regrets may not be larger. `more` adds columns and rows of its own.
        """
        import highspy
        import numpy as np

        solver = started(clock, self.seed)
        extra = self._frame(solver, whole=True)
        self._add(solver, columns, whole=True, cost=cost)
        if total is not None:
            regret = self.pool.regret[columns].astype(float)
            places = np.arange(len(columns), dtype=np.int32) + extra
            solver.addRow(-highspy.kHighsInf, float(total), len(columns), places, regret)
        if nodes is not None:
            solver.setOptionValue("mip_max_nodes", nodes)
        if more is not None:
            more(solver, extra, columns)
        solver.run()
        status = solver.getModelStatus()
        if status in (
            highspy.HighsModelStatus.kInfeasible,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        ):
            return None, None
        info = solver.getInfo()
        least = info.mip_dual_bound
        bound = math.ceil(least - EXACT) if math.isfinite(least) else -(2**31)
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None, bound
        values = np.array(solver.getSolution().col_value)[extra : extra + len(columns)]
        found = columns[values > 0.5]
        return found[np.argsort(self.pool.person[found], kind="stable")], bound

    def _first(self) -> Whole:
        """The cheapest patterns of each participant."""
        import numpy as np

        order = np.lexsort((np.arange(len(self.pool.person)), self.pool.regret, self.pool.person))
        return _head(order, self.pool.person[order], FIRST)

    def _reduced(self, duals: Floats, cost: Whole | Floats) -> Floats:
        import numpy as np

        prices = np.append(duals, 0.0)
        reduced: Floats = cost - prices[self.pool.person] - duals[-1] * self.pool.filled
        for place in range(self.rounds):
            reduced = reduced - prices[self.entries[:, place]]
        return reduced

    def _helping(self, reduced: Floats, known: Whole) -> Whole:
        import numpy as np

        helping = np.flatnonzero(reduced < -EXACT)
        helping = helping[~np.isin(helping, known)]
        order = helping[np.lexsort((reduced[helping], self.pool.person[helping]))]
        return _head(order, self.pool.person[order], MORE)

    def _frame(self, solver: Solver, *, whole: bool) -> int:
        """The rows, and the columns that are no patterns; how many those are."""
        import highspy
        import numpy as np

        infinite = highspy.kHighsInf
        people, sessions = self.people, self.sessions
        room = [float(one.capacity * (one.minimum <= one.capacity)) for one in sessions]
        low = [1.0] * people + [-infinite] * len(sessions) + [0.0] * self.rounds
        high = [1.0] * people + room + [0.0] * self.rounds
        low, high = [*low, float(self.filled)], [*high, infinite]
        none = np.zeros(len(low), dtype=np.int32)
        rows = solver.addRows
        ints = np.array([], dtype=np.int32)
        rows(len(low), np.array(low), np.array(high), 0, none, ints, np.array([]))
        if not whole:
            # Who has no day yet, and rounds not filled yet: the relaxation drives them out.
            for row, most in [*((person, 1.0) for person in range(people)), (-1, infinite)]:
                _column(solver, 1.0, most, {row % len(low): 1.0})
        for number, session in enumerate(sessions):
            place = self.places[session.round]
            _column(
                solver, 0.0, infinite, {people + number: 1.0, people + len(sessions) + place: -1.0}
            )
        columns = len(sessions) + (0 if whole else people + 1)
        if not whole:
            return columns
        kinds = [highspy.HighsVarType.kInteger] * columns
        for number, session in enumerate(sessions):
            if session.minimum >= 2 and room[number]:
                # How many people the session has: none, or from the minimum to the capacity.
                row = people + number
                solver.changeRowBounds(row, 0.0, 0.0)
                _column(solver, 0.0, float(session.capacity), {row: -1.0}, float(session.minimum))
                kinds.append(highspy.HighsVarType.kSemiInteger)
        which = np.arange(len(kinds), dtype=np.int32)
        solver.changeColsIntegrality(len(kinds), which, np.array(kinds))
        return len(kinds)

    def _add(
        self, solver: Solver, columns: Whole, *, whole: bool, cost: Whole | Floats | None = None
    ) -> None:
        import numpy as np

        costs = (self.pool.regret if cost is None else cost)[columns].astype(float)
        entries = self.entries[columns]
        filled = self.pool.filled[columns]
        index = np.concatenate(
            [
                self.pool.person[columns][:, None],
                entries,
                np.where(filled > 0, self.rows - 1, -1)[:, None],
            ],
            axis=1,
        )
        value = np.ones(index.shape)
        value[:, -1] = filled
        present = index >= 0
        starts = np.concatenate([[0], np.cumsum(present.sum(axis=1))])[:-1].astype(np.int32)
        flat, numbers = index[present].astype(np.int32), value[present]
        count = len(columns)
        first = solver.getNumCol()
        solver.addCols(
            count, costs, np.zeros(count), np.ones(count), len(flat), starts, flat, numbers
        )
        if whole:
            import highspy

            kinds = np.full(count, highspy.HighsVarType.kInteger)
            which = np.arange(first, first + count, dtype=np.int32)
            solver.changeColsIntegrality(count, which, kinds)


def _column(
    solver: Solver, cost: float, upper: float, entries: dict[int, float], lower: float = 0.0
) -> None:
    import numpy as np

    rows = np.array(list(entries), dtype=np.int32)
    values = np.array(list(entries.values()))
    solver.addCol(cost, lower, upper, len(rows), rows, values)


def _head(order: Whole, person: Whole, most: int) -> Whole:
    """The first `most` of each participant; `order` is grouped by participant."""
    import numpy as np

    starts = (
        np.flatnonzero(np.concatenate([[True], person[1:] != person[:-1]]))
        if len(person)
        else person
    )
    rank = np.arange(len(person)) - np.repeat(starts, np.diff(np.append(starts, len(person))))
    return order[rank < most]
