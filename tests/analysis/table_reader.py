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
from scipy.sparse import csr_array

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


def smallest_by_programme(counts: Mapping[Key, int], minimum: int) -> tuple[int, int]:
    """The smallest safe choice in two dimensions, as one programme without cuts.

    For every cell k two other tables, that differ from the true one in hidden cells only; in the
    first k is larger, in the second smaller, and for a hidden k the minimum lies in between.
    Differences may be kept within the minimum (see above) and need not be whole (flows are).
    """
    table = whole_table(counts)
    cells, inner = list(table), [cell for cell in table if "*" not in cell]
    parts = np.array([[float(inside(cell, one)) for one in inner] for cell in cells])
    size, room = len(cells), np.array([min(table[cell], minimum) for cell in cells])
    y, blocks = np.eye(size), 2 * size * len(inner)
    rows, lowest = [], []
    for k in range(size):
        for side in range(2):
            start = (2 * k + side) * len(inner)
            moves = np.zeros((size, blocks))
            moves[:, start : start + len(inner)] = parts
            rows += [np.hstack([y * minimum, -moves]), np.hstack([y * room[:, None], moves])]
            lowest += [np.zeros(2 * size)]
        apart = np.zeros((1, size + blocks))
        apart[0, k] = -minimum
        apart[0, size + 2 * k * len(inner) : size + (2 * k + 1) * len(inner)] = parts[k]
        apart[0, size + (2 * k + 1) * len(inner) : size + (2 * k + 2) * len(inner)] = -parts[k]
        rows += [apart]
        lowest += [np.zeros(1)]
    small = np.array([float(0 < table[cell] < minimum) for cell in cells])
    bounds = Bounds(
        np.concatenate([small, np.full(blocks, -np.inf)]),
        np.concatenate([np.ones(size), np.full(blocks, np.inf)]),
    )
    base = LinearConstraint(csr_array(np.vstack(rows)), np.concatenate(lowest), np.inf)
    whole = np.concatenate([np.ones(size), np.zeros(blocks)])
    number = np.concatenate([np.ones(size), np.zeros(blocks)])
    total = np.concatenate([[float(table[cell]) for cell in cells], np.zeros(blocks)])
    options = {"mip_rel_gap": 0}
    first = milp(number, constraints=base, bounds=bounds, integrality=whole, options=options)
    few = LinearConstraint(number, 0, round(first.fun))
    second = milp(total, constraints=[base, few], bounds=bounds, integrality=whole, options=options)
    return round(first.fun), round(second.fun)
