"""What a reader can work out about one cell, and the proof of it.

A reader knows the published cells, the sums, and that counts are whole and not below 0. Let z be
what the reader imagines minus the true counts: along every sum z adds up to 0, a published cell
has z = 0, a hidden cell with count a has z ≥ −a. A multiplier for each sum gives an equation
±z[k] = Σ v[i] z[i] that holds for every table; so k can't move further than Σ loss[i] over the
hidden cells i, where loss[i] = −v[i] a[i] when v[i] ≤ 0, and without bound when v[i] > 0.
These losses are the proof: they hold for any choice of hidden cells.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from krachtlokaal.analysis.disclosure.table import Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

UP, DOWN = 1, -1
ALMOST = 1e-6  # how exact the solvers are


@dataclass(frozen=True)
class Push:
    """How far a cell moves when others use a share of their room; the losses are the proof."""

    amount: float
    losses: Floats


@dataclass(frozen=True)
class Move:
    """How far a cell moves in whole steps, and the cells that change with it.

    `empty`: cells of which this table shows that they may be 0; the quick reader names none.
    """

    steps: int
    cells: frozenset[int]
    empty: frozenset[int] = frozenset()


class Reader(Protocol):
    """What is possible in one table."""

    def push(self, cell: int, direction: int, weights: Floats, most: int) -> Push:
        """How far a cell moves when each cell may use a share (0 to 1) of its room.

        The amount is a guide and need not go beyond `most`; the losses hold whatever it is.
        """

    def move(
        self, cell: int, direction: int, hidden: Collection[int], most: int | None = None
    ) -> Move:
        """How far a hidden cell moves exactly, but not further than `most`.

        Without `most` the cell must have a bound in that direction.
        """


def room(counts: Floats, weights: Floats, most: float) -> tuple[Floats, Floats]:
    """How far cells may rise and fall: a fall ends at 0, and nothing needs more than `most`."""
    import numpy as np

    return most * weights, np.minimum(counts, most) * weights


def mask(size: int, hidden: Collection[int]) -> Floats:
    """1 for hidden cells, 0 for published ones."""
    import numpy as np

    weights = np.zeros(size)
    weights[list(hidden)] = 1
    return weights


def entries(table: Table) -> tuple[list[int], list[int], list[float]]:
    """Sums as rows and cells as columns: 1 for the parts, −1 for the total."""
    found = [
        (row, at, sign)
        for row, line in enumerate(table.lines)
        for at, sign in (*((part, 1.0) for part in line.parts), (line.total, -1.0))
    ]
    rows, columns, signs = zip(*found, strict=True)
    return list(rows), list(columns), list(signs)
