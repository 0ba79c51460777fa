"""The cheapest choice of hidden cells that fulfils the cuts known so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from krachtlokaal.analysis.disclosure.clock import Clock
from krachtlokaal.analysis.disclosure.cuts import Cut
from krachtlokaal.analysis.disclosure.pattern import Pattern
from krachtlokaal.analysis.disclosure.reader import mask
from krachtlokaal.analysis.disclosure.solvers import INFEASIBLE, between, in_parts, sparse

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Answer:
    """Weights of the cells, if some were found, and what no choice can be below."""

    weights: Floats | None
    bound: float


class Master:
    """A growing set of cuts; primary cells are always hidden."""

    def __init__(self, size: int, needed: Pattern, clock: Clock) -> None:
        import numpy as np

        self.size, self.needed, self.clock = size, needed, clock
        self.one_each = np.ones(size)
        self.cuts: dict[Cut, None] = {}
        self.most_cells = size

    def add(self, cuts: Iterable[Cut]) -> bool:
        """Whether there was a new one."""
        before = len(self.cuts)
        self.cuts.update(dict.fromkeys(cuts))
        return len(self.cuts) > before

    def relaxed(self, cost: Floats) -> Answer:
        """The cheapest weights between 0 and 1."""
        import numpy as np

        low, high = mask(self.size, self.needed), np.ones(self.size)
        rows = self._rows(self.one_each, self.most_cells)
        done = in_parts(cost, low, high, at_most=rows, seconds=self.clock.left)
        return Answer(None, 0) if done.status else Answer(done.x, done.fun)

    def whole(self, cost: Floats, below: float) -> Answer:
        """The cheapest choice that costs less than `below`; if there is none the bound is that."""
        import numpy as np

        low, high = mask(self.size, self.needed), np.ones(self.size)
        matrix, most = self._rows(cost, below - 1)  # costs are whole numbers
        rows = (matrix, -np.inf, most)
        done = between(cost, low, high, rows, whole=True, seconds=self.clock.left)
        if done.status == INFEASIBLE:
            return Answer(None, below)
        bound = 0.0 if done.mip_dual_bound is None else float(done.mip_dual_bound)
        return Answer(None if done.x is None else np.rint(done.x), min(bound, below))

    def _rows(self, cost: Floats, most: float) -> tuple[Any, Floats]:
        """Each cut as a row; then the number of cells and the cost, which have a limit."""
        import numpy as np

        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for row, cut in enumerate(self.cuts):
            rows.extend([row] * (len(cut.places) + 1))
            columns.extend([*cut.places, cut.cell])
            values.extend([*(-share for share in cut.shares), 1.0])
        number = len(self.cuts)
        for row, costs in enumerate((self.one_each, cost), number):
            rows.extend([row] * self.size)
            columns.extend(range(self.size))
            values.extend(costs.tolist())
        matrix = sparse(rows, columns, values, (number + 2, self.size))
        return matrix, np.append(np.zeros(number), [self.most_cells, most])
