"""A reader of published tables, written apart from the product: what is possible in hidden cells.

`extremes` asks a solver over the inner cells as whole numbers. `Small` tries every table near the
true one, which is enough in two dimensions: a cell that can move over m steps can do so while no
other cell moves further than m, because flows through a table fall apart into circles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

Key = tuple[str, ...]


def whole_table(counts: Mapping[Key, int]) -> dict[Key, int]:
    """Every cell with its count: add each inner cell to the 2^d cells that it belongs to."""
    levels = [dict.fromkeys(key[d] for key in counts) for d in range(len(next(iter(counts))))]
    table = dict.fromkeys(product(*([*names, "*"] for names in levels)), 0)
    for key, count in counts.items():
        for cell in product(*((name, "*") for name in key)):
            table[cell] += count
    return table


def inside(cell: Key, inner: Key) -> bool:
    return all(one in ("*", other) for one, other in zip(cell, inner, strict=True))


def extremes(
    counts: Mapping[Key, int], hidden: Collection[Key]
) -> dict[Key, tuple[int, int | None]]:
    """The smallest and the largest value possible of each hidden cell; None without bound."""
    table = whole_table(counts)
    inner = [cell for cell in table if "*" not in cell]
    published = [cell for cell in table if cell not in hidden]
    parts = {cell: np.array([float(inside(cell, one)) for one in inner]) for cell in table}
    rows = np.array([parts[cell] for cell in published]).reshape(len(published), len(inner))
    sums = [table[cell] for cell in published]
    found: dict[Key, tuple[int, int | None]] = {}
    for cell in hidden:
        ends: list[int | None] = []
        for sign in (1, -1):
            done = milp(
                sign * parts[cell],
                constraints=[LinearConstraint(rows, sums, sums)] if published else None,
                bounds=Bounds(0, np.inf),
                integrality=np.ones(len(inner)),
            )
            assert done.status in (0, 3, 4)
            ends.append(round(sign * done.fun) if done.status == 0 else None)
        assert ends[0] is not None
        found[cell] = (ends[0], ends[1])
    return found


class Small:
    """A small table of two dimensions, with all tables that differ from it by at most `minimum`."""

    def __init__(self, counts: Mapping[Key, int], minimum: int) -> None:
        self.minimum = minimum
        self.table = whole_table(counts)
        self.cells = list(self.table)
        inner = [cell for cell in self.cells if "*" not in cell]
        parts = np.array([[inside(cell, one) for one in inner] for cell in self.cells], dtype=int)
        steps = [range(-min(self.table[one], minimum), minimum + 1) for one in inner]
        self.moves: NDArray[np.int_] = np.array(list(product(*steps))) @ parts.T
        self.changed = (self.moves != 0) @ (1 << np.arange(len(self.cells)))

    def safe(self, hidden: Collection[Key]) -> bool:
        """Every hidden cell can differ by the minimum in the tables that only differ there."""
        published = sum(1 << at for at, cell in enumerate(self.cells) if cell not in hidden)
        moves = self.moves[(self.changed & published) == 0]
        width = moves.max(axis=0) - moves.min(axis=0)
        return all(width[self.cells.index(cell)] >= self.minimum for cell in hidden)

    def smallest(self) -> tuple[int, int]:
        """The number of hidden cells and their sum in the smallest safe choice of all."""
        small = {cell for cell in self.cells if 0 < self.table[cell] < self.minimum}
        others = [cell for cell in self.cells if cell not in small]
        for number in range(len(others) + 1):
            sums = [
                self._sum(small | more)
                for more in self._sets(others, number)
                if self.safe(small | more)
            ]
            if sums:
                return len(small) + number, min(sums)
        raise AssertionError

    @staticmethod
    def _sets(cells: list[Key], number: int) -> Iterator[set[Key]]:
        return map(set, combinations(cells, number))

    def _sum(self, hidden: Collection[Key]) -> int:
        return sum(self.table[cell] for cell in hidden)
