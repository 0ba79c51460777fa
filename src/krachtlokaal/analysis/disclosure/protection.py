"""Protect a table of counts, and say what a reader can still work out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from krachtlokaal.analysis.disclosure.clock import Clock
from krachtlokaal.analysis.disclosure.pattern import primaries, task_of, without_bound
from krachtlokaal.analysis.disclosure.reader import DOWN, UP
from krachtlokaal.analysis.disclosure.search import smallest
from krachtlokaal.analysis.disclosure.table import Key, Table, build

MINIMUM = 5
TIME_LIMIT = 60.0


class Status(StrEnum):
    """What becomes of a cell. Readers are told only whether it is published."""

    PUBLISHED = "published"
    PRIMARY = "primary"
    SECONDARY = "secondary"


@dataclass(frozen=True)
class Cell:
    """A cell as it leaves: without its count when it is hidden."""

    cell: Key
    status: Status
    count: int | None


@dataclass(frozen=True)
class Range:
    """The values that a reader must hold possible for a hidden cell; no highest: without bound."""

    cell: Key
    lowest: int
    highest: int | None

    def width(self) -> int | None:
        """How far the values lie apart; None without bound."""
        return None if self.highest is None else self.highest - self.lowest


@dataclass(frozen=True)
class Protected:
    """A table that may leave. `lower_bound`: so many cells have to be hidden at least."""

    minimum: int
    cells: tuple[Cell, ...]
    audit: tuple[Range, ...]
    optimal: bool
    lower_bound: int


def protect(
    counts: Mapping[Key, int], *, minimum: int = MINIMUM, time_limit: float = TIME_LIMIT
) -> Protected:
    """Hide the small counts of a table, and as few others as keep them hidden.

    `counts` has the inner cells, keyed by a level per dimension; combinations that are missing
    count 0. The published table has these cells and the margin of every subset of the dimensions;
    `*` stands for a total. The order is that of the levels as first seen, totals last.

    Model: a[i] ≥ 0 are the counts, y[i] is 1 for a hidden cell. Counts from 1 to m − 1 are hidden
    (m = `minimum`). A reader holds every table x possible that is whole, not below 0, adds up,
    and has x[i] = a[i] where y[i] = 0. Minimise Σ y[i], then Σ a[i] y[i], such that max x[k] −
    min x[k] ≥ m for every hidden k. Solved by branch and cut: Fischetti and Salazar-González
    (1999), "Models and algorithms for the 2-dimensional cell suppression problem in statistical
    disclosure control", and (2001), "Solving the cell suppression problem on tabular data with
    linear constraints"; here zero cells may be hidden and every hidden cell is protected, since
    readers don't know which of them are small.

    Assumes readers who know nothing but this table: who knows what one of the counted did, knows
    more. `time_limit` in seconds; after it the best choice so far is taken, which is safe, with
    `optimal` false. Raises ValueError for an empty table, keys of different length, `*` as a
    level, counts that are not whole or below 0, a minimum below 1 or a negative time limit.

    >>> table = protect({("sport", "a"): 2, ("sport", "b"): 9, ("zorg", "a"): 8, ("zorg", "b"): 7})
    >>> [(cell.cell, cell.status.value) for cell in table.cells if cell.count is None]
    [(('sport', 'a'), 'primary'), (('sport', 'b'), 'secondary'), \
(('zorg', 'a'), 'secondary'), (('zorg', 'b'), 'secondary')]
    >>> table.audit[0]
    Range(cell=('sport', 'a'), lowest=0, highest=10)
    >>> table.optimal, table.lower_bound
    (True, 4)
    """
    if minimum < 1:
        raise ValueError("The minimum is at least 1.")
    if not time_limit >= 0:
        raise ValueError("The time limit is a number of seconds.")
    clock = Clock(time_limit)
    table = build(counts)
    found = smallest(table, minimum, clock)
    small = primaries(table, minimum)
    cells = tuple(
        Cell(key, Status.PUBLISHED, table.counts[at])
        if at not in found.hidden
        else Cell(key, Status.PRIMARY if at in small else Status.SECONDARY, None)
        for at, key in enumerate(table.cells)
    )
    audit = _audit(table, found.hidden)
    return Protected(minimum, cells, audit, found.optimal, found.lower_bound)


def ranges(counts: Mapping[Key, int], hidden: Collection[Key]) -> tuple[Range, ...]:
    """What a reader can work out about cells that somebody chose to hide.

    `counts` as for `protect`; `hidden` are keys of inner cells and margins. For each of them the
    smallest and the largest whole value in the tables that a reader holds possible: exact, by a
    largest flow for two dimensions (Cox 1980, "Suppression methodology and statistical disclosure
    control"), else by a programme over whole numbers. In the order of publication. Raises
    ValueError for a cell that is not in the table, and as `protect` does.

    >>> counts = {("sport",): 2, ("zorg",): 9, ("natuur",): 1}
    >>> ranges(counts, {("sport",), ("natuur",)})
    (Range(cell=('sport',), lowest=0, highest=3), Range(cell=('natuur',), lowest=0, highest=3))
    """
    table = build(counts)
    if unknown := sorted(set(hidden) - set(table.cells)):
        raise ValueError(f"Not in the table: {unknown}.")
    return _audit(table, {at for at, key in enumerate(table.cells) if key in hidden})


def _audit(table: Table, hidden: Collection[int]) -> tuple[Range, ...]:
    """The range of each hidden cell, in order of place."""
    if not hidden:
        return ()
    reader = task_of(table, MINIMUM).reader
    endless = without_bound(table, hidden)
    found = []
    empty: set[int] = set()
    for at in sorted(hidden):
        count = table.counts[at]
        fall = count
        if at not in empty:
            move = reader.move(at, DOWN, hidden)
            fall = move.steps
            empty |= move.empty
        highest = None if at in endless else count + reader.move(at, UP, hidden).steps
        found.append(Range(table.cells[at], count - fall, highest))
    return tuple(found)
