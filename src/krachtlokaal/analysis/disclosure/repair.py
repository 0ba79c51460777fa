"""A safe choice of hidden cells, quickly: cells are added for one narrow cell after another.

Kelly, Golden and Assad (1992), "Cell suppression: disclosure protection for sensitive tabular
data", Networks 22(4): the cheapest flow through a narrow cell shows what to hide with it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from krachtlokaal.analysis.disclosure.clock import Clock
from krachtlokaal.analysis.disclosure.pattern import (
    Pattern,
    Task,
    closure,
    primaries,
    without_bound,
    witness,
)
from krachtlokaal.analysis.disclosure.reader import ALMOST, entries, room
from krachtlokaal.analysis.disclosure.solvers import in_parts, sparse

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

HIDDEN_ALREADY = 1e-3  # what a cell costs that is hidden anyhow


class Repair:
    """Adds cells until a choice is safe, then drops those that it can do without."""

    def __init__(self, task: Task, clock: Clock) -> None:
        import numpy as np

        self.task, self.clock = task, clock
        self.needed = primaries(task.table, task.minimum)
        self.counts = np.array(task.table.counts, dtype=np.float64)
        self.entries = [np.array(column) for column in entries(task.table)]
        self.up, self.down = room(self.counts, np.ones(len(self.counts)), task.minimum)

    def run(self, start: Collection[int], wishes: Floats) -> Pattern:
        """A safe choice with the primary cells; cells with a low wish (0 to 1) are avoided."""
        hidden = self.needed | set(start)
        pending = sorted(hidden, key=lambda at: (-self.task.table.counts[at], at))
        for cell in pending:  # it grows
            if self.clock.over:
                return closure(self.task.table, hidden)
            if self._moves(hidden, cell):
                continue
            more = self._companions(cell, hidden, wishes) - hidden
            if not self._moves(hidden | more, cell):
                more = closure(self.task.table, {cell}) - hidden
            hidden |= more
            pending.extend(sorted(more))
        return self.slim(hidden)

    def slim(self, hidden: Pattern) -> Pattern:
        """Publishes again, from the largest count down, what needs not be hidden."""
        known = self._witnesses(hidden, hidden)
        if known is None:
            return closure(self.task.table, hidden)
        counts = self.task.table.counts
        for cell in sorted(hidden - self.needed, key=lambda at: (-counts[at], at)):
            fewer = hidden - {cell}
            affected = [at for at in sorted(fewer) if cell in known[at]]
            found = self._witnesses(fewer, affected)
            if found is not None:
                hidden = fewer
                known |= found
        return hidden

    def _moves(self, hidden: Pattern, cell: int) -> bool:
        if cell in without_bound(self.task.table, hidden):
            return True
        return witness(self.task, hidden, cell) is not None

    def _witnesses(self, hidden: Pattern, cells: Collection[int]) -> dict[int, Pattern] | None:
        """For each cell what it moves with; None if one can't, or if there is no time."""
        free = without_bound(self.task.table, hidden)
        found: dict[int, Pattern] = {}
        for cell in cells:
            if self.clock.over:
                return None
            cause = frozenset(free[cell]) if cell in free else witness(self.task, hidden, cell)
            if cause is None:
                return None
            found[cell] = cause
        return found

    def _companions(self, cell: int, hidden: Pattern, wishes: Floats) -> Pattern:
        """The cheapest cells with which this one can move over the minimum: up, down or both.

        Two tables, one in which the cell rises and one in which it falls; in each of them every
        cell may rise or fall. Together the two are the minimum apart.
        """
        import numpy as np

        size = len(self.counts)
        cost = 1 - wishes + self.counts / (1 + self.counts.sum()) + HIDDEN_ALREADY
        cost[list(hidden)] = HIDDEN_ALREADY
        cost[cell] = 0
        costs = np.concatenate([cost / self.up, cost / np.maximum(self.down, ALMOST)] * 2)
        most = np.concatenate([self.up, self.down] * 2)
        most[[size + cell, 2 * size + cell]] = 0
        # There always are some: the cell may rise with every total that it counts in.
        done = in_parts(costs, np.zeros(4 * size), most, equal=self._two_tables(cell))
        moved = done.x.reshape(4, size).sum(axis=0) > ALMOST
        return frozenset(np.flatnonzero(moved).tolist())

    def _two_tables(self, cell: int) -> tuple[Any, Floats]:
        """Sums of the first, sums of the second, and how far the cell is apart."""
        import numpy as np

        sums, size = len(self.task.table.lines), len(self.counts)
        rows, columns, signs = self.entries
        matrix = sparse(
            np.concatenate([rows, rows, rows + sums, rows + sums, [2 * sums] * 2]),
            np.concatenate(
                [*(columns + part * size for part in range(4)), [cell, 3 * size + cell]]
            ),
            np.concatenate([signs, -signs, signs, -signs, [1, 1]]),
            (2 * sums + 1, 4 * size),
        )
        return matrix, np.append(np.zeros(2 * sums), self.task.minimum)
