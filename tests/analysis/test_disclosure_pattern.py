"""Choices of hidden cells: which are safe, and how any of them is made safe without a search."""

import pytest

from krachtlokaal.analysis.disclosure import Key
from krachtlokaal.analysis.disclosure.pattern import closure, task_of, too_narrow
from krachtlokaal.analysis.disclosure.table import build
from tests.analysis.table_reader import extremes

COUNTS = {("a", "p"): 3, ("a", "q"): 9, ("b", "p"): 8, ("b", "q"): 7}
DEEP = {(*key, level): count for key, count in COUNTS.items() for level in "xy"}


def _named(counts: dict[Key, int], places: frozenset[int]) -> set[Key]:
    return {build(counts).cells[at] for at in places}


@pytest.mark.parametrize(
    ("hidden", "closed"),
    [
        ({("a", "p")}, {("a", "p"), ("a", "*"), ("*", "p"), ("*", "*")}),
        # A total with nothing hidden below it takes its smallest cell along.
        ({("b", "*")}, {("b", "q"), ("b", "*"), ("*", "q"), ("*", "*")}),
        ({("*", "*")}, {("a", "p"), ("a", "*"), ("*", "p"), ("*", "*")}),
    ],
)
def test_hiding_all_totals_of_a_cell_makes_it_safe(hidden: set[Key], closed: set[Key]) -> None:
    table = build(COUNTS)
    chosen = closure(table, {table.cells.index(cell) for cell in hidden})
    assert _named(COUNTS, chosen) == closed
    assert {high for _, high in extremes(COUNTS, closed).values()} == {None}


@pytest.mark.parametrize(
    ("counts", "hidden", "narrow"),
    [
        (COUNTS, {("a", "p"), ("a", "q")}, {("a", "p"), ("a", "q")}),
        (COUNTS, {("a", "p"), ("a", "q"), ("b", "p"), ("b", "q")}, set()),
        (COUNTS, {("a", "p"), ("a", "*"), ("*", "p"), ("*", "*")}, set()),
        (DEEP, {("a", "p", "x"), ("a", "p", "*")}, {("a", "p", "x"), ("a", "p", "*")}),
    ],
)
def test_cells_that_can_be_worked_out(
    counts: dict[Key, int], hidden: set[Key], narrow: set[Key]
) -> None:
    table = build(counts)
    places = {table.cells.index(cell) for cell in hidden}
    assert _named(counts, frozenset(too_narrow(task_of(table, 5), places))) == narrow
