"""The smallest safe choice of hidden cells: first the number of cells, then their sum.

Branch and cut in rounds (Fischetti and Salazar-González 1999, "Models and algorithms for the
2-dimensional cell suppression problem in statistical disclosure control", Mathematical
Programming 84): solve with the cuts known so far, add those that the answer breaks, repeat. The
answer of each round is a lower bound; an answer that breaks nothing is the smallest safe choice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from krachtlokaal.analysis.disclosure.clock import Clock
from krachtlokaal.analysis.disclosure.cuts import Cut, along_lines, separate
from krachtlokaal.analysis.disclosure.master import Master
from krachtlokaal.analysis.disclosure.pattern import (
    Pattern,
    closure,
    primaries,
    task_of,
    too_narrow,
)
from krachtlokaal.analysis.disclosure.reader import ALMOST
from krachtlokaal.analysis.disclosure.repair import Repair
from krachtlokaal.analysis.disclosure.table import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BROKEN_RELAXED = 0.01
BROKEN_WHOLE = 0.001
PATIENCE = 8  # rounds of the relaxation that bring nothing


@dataclass(frozen=True)
class Found:
    """A safe choice; whether no safe choice is smaller; and how few cells one needs at least."""

    hidden: Pattern
    optimal: bool
    lower_bound: int


def smallest(table: Table, minimum: int, clock: Clock) -> Found:
    """The smallest safe choice, or the best one found in time."""
    needed = primaries(table, minimum)
    return (
        _Search(table, minimum, needed, clock).run()
        if needed
        else Found(needed, optimal=True, lower_bound=0)
    )


class _Search:
    """The best choice so far and the cuts, which both steps share."""

    def __init__(self, table: Table, minimum: int, needed: Pattern, clock: Clock) -> None:
        import numpy as np

        self.task, self.clock = task_of(table, minimum), clock
        self.best = closure(table, needed)
        self.repair = Repair(self.task, clock)
        self.master = Master(len(table.cells), needed, clock)
        self.master.add(along_lines(self.task))
        self.counts = np.array(table.counts, dtype=np.float64)

    def run(self) -> Found:
        number = self._minimise(self.master.one_each, len)
        lower = max(number, len(self.master.needed))
        if lower < len(self.best):
            return Found(self.best, optimal=False, lower_bound=lower)
        self.master.most_cells = lower
        least = self._minimise(self.counts, self._sum)
        return Found(self.best, optimal=least >= self._sum(self.best), lower_bound=lower)

    def _sum(self, hidden: Pattern) -> int:
        return sum(self.task.table.counts[at] for at in hidden)

    def _rank(self, hidden: Pattern) -> tuple[int, int]:
        return len(hidden), self._sum(hidden)

    def _offer(self, hidden: Pattern) -> None:
        self.best = min(self.best, hidden, key=self._rank)

    def _minimise(self, cost: Floats, value: Callable[[Pattern], int]) -> int:
        """Improve the best choice, and return what no choice can be below."""
        lower = self._relax(cost)
        while lower < value(self.best) and not self.clock.over:
            answer = self.master.whole(cost, value(self.best))
            lower = max(lower, ceil(answer.bound - ALMOST))
            if answer.weights is not None:
                self._learn(answer.weights)
        return lower

    def _relax(self, cost: Floats) -> int:
        """Cuts for choices in parts, which are found fast; the last answer guides a repair."""
        lower, idle = 0.0, 0
        answer = self.master.relaxed(cost)
        while answer.weights is not None:
            idle = 0 if answer.bound > lower + ALMOST else idle + 1
            lower = max(lower, answer.bound)
            weights = answer.weights
            fresh = self.master.add(separate(self.task, weights, BROKEN_RELAXED, self.clock))
            if not fresh or idle > PATIENCE or self.clock.over:
                chosen = (weights > 1 - ALMOST).nonzero()[0].tolist()
                self._offer(self.repair.run(chosen, weights))
                break
            answer = self.master.relaxed(cost)
        return ceil(lower - ALMOST)

    def _learn(self, weights: Floats) -> None:
        """From a whole answer: cuts that it breaks, or that it is safe."""
        hidden = frozenset(weights.nonzero()[0].tolist())
        if self.master.add(separate(self.task, weights, BROKEN_WHOLE, self.clock)):
            self._offer(self.repair.run(hidden, weights * 0.9))
            return
        if self.clock.over:  # not all cuts were looked for
            return
        # Whole numbers may hold a cell tighter than any multipliers prove: then others must join.
        narrow = list(too_narrow(self.task, hidden))
        others = tuple((weights == 0).nonzero()[0].tolist())
        self.master.add(Cut(cell, others, (1.0,) * len(others)) for cell in narrow)
        if not narrow:
            self._offer(hidden)
