"""A reader of tables with two dimensions: cells are arcs between sums, a push is a flow.

Cox (1980), "Suppression methodology and statistical disclosure control", sees tables as networks;
Ford and Fulkerson (1956), "Maximal flow through a network": the largest flow equals the smallest
cut, and whole room gives whole flows. So the answers are exact for whole counts.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from krachtlokaal.analysis.disclosure.reader import DOWN, Move, Push, mask, room
from krachtlokaal.analysis.disclosure.solvers import largest_flow
from krachtlokaal.analysis.disclosure.table import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int32]

LARGEST = 2**30  # scipy's flows are whole numbers of 32 bits
FINEST = 2**16


class Network:
    """A network of one table. Cells are arcs: forth when they rise, back when they fall."""

    def __init__(self, table: Table) -> None:
        import numpy as np

        self.counts = np.array(table.counts, dtype=np.float64)
        self.tails, self.heads = _ends(table)
        self.size = sum(len(names) + 1 for names in table.levels)
        forth = self.tails * self.size + self.heads
        back = self.heads * self.size + self.tails
        arcs = np.sort(np.concatenate([forth, back]))
        self.forth, self.back = np.searchsorted(arcs, forth), np.searchsorted(arcs, back)
        self.rows, columns = np.divmod(arcs, self.size)
        self.columns = columns.astype(np.int32)
        self.pointers = np.searchsorted(self.rows, np.arange(self.size + 1)).astype(np.int32)

    @staticmethod
    def fits(table: Table, minimum: int) -> bool:
        """The table is a network, and its flows stay within the numbers of scipy."""
        largest = max(sum(table.counts), minimum * len(table.cells))
        return len(table.levels) == 2 and 4 * largest < LARGEST

    def push(self, cell: int, direction: int, weights: Floats, most: int) -> Push:
        import numpy as np

        up, down = room(self.counts, weights, most)
        scale = min(FINEST, LARGEST / (1 + up.sum() + down.sum()))
        up, down = np.floor(scale * up), np.floor(scale * down)
        amount, flow, capacity = self._flow(cell, direction, up, down)
        return Push(amount / scale, self._losses(cell, direction, capacity - flow))

    def move(
        self, cell: int, direction: int, hidden: Collection[int], most: int | None = None
    ) -> Move:
        import numpy as np

        # A rise that has a bound is made of falls, and all falls together are all counts.
        enough = float(self.counts.sum()) + 1 if most is None else most
        up, down = room(self.counts, mask(len(self.counts), hidden), enough)
        amount, flow, _ = self._flow(cell, direction, up, down)
        limits = [amount] if most is None else [amount, most]
        if direction == DOWN:
            limits.append(int(self.counts[cell]))
        return Move(min(limits), frozenset(np.flatnonzero(flow[self.forth]).tolist()) | {cell})

    def _flow(
        self, cell: int, direction: int, up: Floats, down: Floats
    ) -> tuple[int, Numbers, Numbers]:
        """The largest flow around a cell, from where it ends to where it begins."""
        import numpy as np

        capacity = np.zeros(len(self.columns), dtype=np.int32)
        capacity[self.forth], capacity[self.back] = up, down
        capacity[[self.forth[cell], self.back[cell]]] = 0
        poles = self._poles(cell, direction)
        return *largest_flow(capacity, self.columns, self.pointers, *poles), capacity

    def _poles(self, cell: int, direction: int) -> tuple[int, int]:
        head, tail = int(self.heads[cell]), int(self.tails[cell])
        return (tail, head) if direction == DOWN else (head, tail)

    def _losses(self, cell: int, direction: int, residual: Numbers) -> Floats:
        """The smallest cut: what crosses it rising has no bound, what crosses it falling ends."""
        import numpy as np

        near = self._near(self._poles(cell, direction)[0], residual)
        tails, heads = near[self.tails], near[self.heads]
        losses = np.where(tails & ~heads, np.inf, np.where(heads & ~tails, self.counts, 0))
        losses[cell] = 0
        return losses

    def _near(self, source: int, residual: Numbers) -> NDArray[np.bool_]:
        """The sums that more flow could still get to."""
        import numpy as np

        free = residual > 0
        tails, heads = self.rows[free], self.columns[free]
        near = np.zeros(self.size, dtype=bool)
        near[source] = True
        while len(fresh := heads[near[tails] & ~near[heads]]):
            near[fresh] = True
        return near


def _ends(table: Table) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The sum that each cell leaves and the sum that it enters.

    The sums along rows and along columns are the nodes, those of the margins too. A cell goes
    from its row to its column; a margin stands on the other side of its sum and goes back.
    """
    import numpy as np

    rows, columns = (len(names) + 1 for names in table.levels)
    row, column = np.divmod(np.arange(rows * columns), columns)
    turned = (row == rows - 1) != (column == columns - 1)
    return np.where(turned, rows + column, row), np.where(turned, row, rows + column)
