"""Which cells are hidden, and whether that is enough."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from krachtlokaal.analysis.disclosure.general import General
from krachtlokaal.analysis.disclosure.network import Network
from krachtlokaal.analysis.disclosure.reader import DOWN, UP, Reader
from krachtlokaal.analysis.disclosure.table import Table

Pattern = frozenset[int]


@dataclass(frozen=True)
class Task:
    """A table to protect: the range of every hidden cell is to be at least `minimum` wide."""

    table: Table
    minimum: int
    reader: Reader


def task_of(table: Table, minimum: int) -> Task:
    """With the quick reader where the sums form a network, else the general one."""
    fits = Network.fits(table, minimum)
    return Task(table, minimum, Network(table) if fits else General(table))


def primaries(table: Table, minimum: int) -> Pattern:
    """Cells with a count from 1 up to the minimum − 1."""
    return frozenset(at for at, count in enumerate(table.counts) if 0 < count < minimum)


def without_bound(table: Table, hidden: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Cells that may be as large as one likes, each with the cells that grow with it.

    A table stays possible when one inner cell grows, and with it every total that it counts in.
    If all of these are hidden none of them has a highest value; every other cell has one.
    """
    known = set(hidden)
    families = (family for family in table.families if known.issuperset(family))
    return {at: family for family in families for at in family}


def closure(table: Table, hidden: Collection[int]) -> Pattern:
    """Hidden cells made safe without any search: none of them keeps a highest value.

    Every total of a hidden inner cell is hidden too. A hidden total with nothing hidden below it
    takes the inner cell that adds the fewest cells, then the smallest.
    """
    chosen = set(hidden)
    for family in table.families:
        if family[0] in chosen:
            chosen.update(family)
    for at in sorted(chosen - without_bound(table, chosen).keys()):
        below = (family for family in table.families if at in family)
        cheapest = min(below, key=lambda f: (len(set(f) - chosen), table.counts[f[0]]))
        chosen.update(cheapest)
    return frozenset(chosen)


def witness(task: Task, hidden: Collection[int], cell: int) -> Pattern | None:
    """Hidden cells with which this one can move over the minimum; None if it can't.

    For a cell that has a bound.
    """
    up = task.reader.move(cell, UP, hidden, task.minimum)
    if up.steps >= task.minimum:
        return up.cells
    down = task.reader.move(cell, DOWN, hidden, task.minimum)
    return up.cells | down.cells if up.steps + down.steps >= task.minimum else None


def too_narrow(task: Task, hidden: Collection[int]) -> Iterator[int]:
    """Hidden cells that can't move over the minimum, in order of place."""
    for cell in sorted(set(hidden) - without_bound(task.table, hidden).keys()):
        if witness(task, hidden, cell) is None:
            yield cell
