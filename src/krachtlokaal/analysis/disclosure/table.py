"""A published table: inner cells, the margin of every subset of the dimensions, and their sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

TOTAL = "*"
MOST_CELLS = 100_000

Key = tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A sum that every reader knows: the parts add up to the total. Places of cells."""

    parts: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class Table:
    """The cells in the order of publication, with their counts and the sums between them.

    The order: levels as first seen, the total last; the last dimension varies fastest.
    `families` holds for each inner cell that cell and all totals that it counts in.
    """

    levels: tuple[tuple[str, ...], ...]
    cells: tuple[Key, ...]
    counts: tuple[int, ...]
    lines: tuple[Line, ...]
    families: tuple[tuple[int, ...], ...]


def build(counts: Mapping[Key, int]) -> Table:
    """The whole table of the inner cells that were counted; what is missing counts 0."""
    _check(counts)
    dimensions = len(next(iter(counts)))
    levels = tuple(tuple(dict.fromkeys(key[d] for key in counts)) for d in range(dimensions))
    size = 1
    for names in levels:
        size *= len(names) + 1
    if size > MOST_CELLS:
        raise ValueError(f"The table would have {size} cells; {MOST_CELLS} is the most.")
    cells = tuple(product(*((*names, TOTAL) for names in levels)))
    place = {cell: at for at, cell in enumerate(cells)}
    sums = [0] * len(cells)
    families = []
    for inner in product(*levels):
        family = tuple(place[cell] for cell in product(*((name, TOTAL) for name in inner)))
        families.append(family)
        for at in family:
            sums[at] += counts.get(inner, 0)
    return Table(levels, cells, tuple(sums), _lines(levels, cells, place), tuple(families))


def _check(counts: Mapping[Key, int]) -> None:
    if not counts:
        raise ValueError("A table needs at least one cell.")
    if len({len(key) for key in counts}) != 1 or () in counts:
        raise ValueError("Every cell needs the same dimensions, at least one.")
    if any(TOTAL in key for key in counts):
        raise ValueError(f"{TOTAL!r} stands for a total and can't be a level.")
    if any(count != int(count) or count < 0 for count in counts.values()):
        raise ValueError("Counts are whole and not below 0.")


def _lines(
    levels: tuple[tuple[str, ...], ...], cells: tuple[Key, ...], place: Mapping[Key, int]
) -> tuple[Line, ...]:
    """Along each dimension, each sum of all levels."""
    return tuple(
        Line(tuple(place[(*cell[:d], name, *cell[d + 1 :])] for name in names), at)
        for d, names in enumerate(levels)
        for at, cell in enumerate(cells)
        if cell[d] == TOTAL
    )
