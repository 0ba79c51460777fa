"""A reader of tables with any number of dimensions: linear programmes, also over whole numbers.

Fischetti and Salazar-González (2001), "Solving the cell suppression problem on tabular data with
linear constraints", Management Science 47(7): the multipliers of the sums are the proof.
"""

from __future__ import annotations

from collections.abc import Collection
from math import floor
from typing import TYPE_CHECKING

from krachtlokaal.analysis.disclosure.reader import (
    ALMOST,
    DOWN,
    Move,
    Push,
    entries,
    mask,
    room,
)
from krachtlokaal.analysis.disclosure.solvers import between, in_parts, sparse
from krachtlokaal.analysis.disclosure.table import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MULTIPLES = 60  # multipliers are rounded to sixtieths, which keeps halves, thirds and fifths


class General:
    """The sums of one table as a matrix."""

    def __init__(self, table: Table) -> None:
        import numpy as np

        self.counts = np.array(table.counts, dtype=np.float64)
        shape = (len(table.lines), len(table.cells))
        self.matrix, self.zeros = sparse(*entries(table), shape), np.zeros(len(table.lines))

    def push(self, cell: int, direction: int, weights: Floats, most: int) -> Push:
        import numpy as np

        places, low, high = self._room(cell, weights, most)
        low[places == cell], high[places == cell] = -np.inf, np.inf
        cost = np.where(places == cell, -direction, 0.0)
        done = in_parts(cost, low, high, equal=(self.matrix[:, places], self.zeros))
        if done.status:  # without bound
            return Push(np.inf, np.full(len(self.counts), np.inf))
        return Push(-done.fun, self._losses(cell, direction, done.eqlin.marginals))

    def move(
        self, cell: int, direction: int, hidden: Collection[int], most: int | None = None
    ) -> Move:
        import numpy as np

        places, low, high = self._room(cell, mask(len(self.counts), hidden), np.inf)
        far = np.inf if most is None else most
        low[places == cell] = -min(far, self.counts[cell]) if direction == DOWN else 0
        high[places == cell] = 0 if direction == DOWN else far
        cost = np.where(places == cell, -direction, 0.0)
        sums = (self.matrix[:, places], 0, 0)
        done = between(cost, low, high, sums, whole=False)
        if np.abs(done.x - np.rint(done.x)).max() > ALMOST:
            done = between(cost, low, high, sums, whole=True)
        changed = places[np.abs(done.x) > ALMOST]
        empty = places[self.counts[places] + done.x < ALMOST]
        return Move(
            floor(ALMOST - done.fun),
            frozenset(changed.tolist()) | {cell},
            frozenset(empty.tolist()),
        )

    def _room(
        self, cell: int, weights: Floats, most: float
    ) -> tuple[NDArray[np.int64], Floats, Floats]:
        """The cells that may change, and their bounds; those of whole weights are the true ones."""
        import numpy as np

        up, down = room(self.counts, weights, min(most, 1e9))
        if np.isin(weights, (0, 1)).all():
            up, down = np.where(weights > 0, np.inf, 0), self.counts * weights
        free = weights > 0
        free[cell] = True
        places = np.flatnonzero(free)
        return places, -down[places], up[places]

    def _losses(self, cell: int, direction: int, multipliers: Floats) -> Floats:
        import numpy as np

        # Rounded multipliers are multipliers too: whatever they are, the proof is exact. Those of
        # the sums with this cell add up to 1, up or down: rounding does not make that 0.
        equation = self.matrix.T @ np.rint(multipliers * MULTIPLES)
        equation = -direction * equation / equation[cell]
        losses = np.where(equation > 0, np.inf, np.abs(equation) * self.counts)
        losses[cell] = 0
        return losses
