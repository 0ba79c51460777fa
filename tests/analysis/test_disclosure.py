"""Which cells of a table of counts are hidden, and what a reader can still work out."""

from itertools import product

import pytest

from krachtlokaal.analysis.disclosure import Key, Range, Status, protect, ranges
from tests.analysis.table_reader import (
    extremes,
    smallest_by_programme,
    whole_table,
)


def grid(*rows: tuple[int, ...]) -> dict[Key, int]:
    """Rows a, b, c … and columns p, q, r …"""
    return {
        (row, column): count
        for row, counts in zip("abcdef", rows, strict=False)
        for column, count in zip("pqrstu", counts, strict=False)
    }


def hidden(counts: dict[Key, int], minimum: int = 5) -> dict[Key, str]:
    done = protect(counts, minimum=minimum)
    return {cell.cell: cell.status.value for cell in done.cells if cell.count is None}


def test_one_small_count_takes_three_others_along() -> None:
    """A rectangle; the other rectangles have the same size and a larger sum."""
    done = protect(grid((3, 9, 20), (8, 7, 30), (40, 50, 60)))
    assert [(cell.cell, cell.status) for cell in done.cells if cell.count is None] == [
        (("a", "p"), Status.PRIMARY),
        (("a", "q"), Status.SECONDARY),
        (("b", "p"), Status.SECONDARY),
        (("b", "q"), Status.SECONDARY),
    ]
    assert done.audit == (
        Range(("a", "p"), 0, 11),
        Range(("a", "q"), 1, 12),
        Range(("b", "p"), 0, 11),
        Range(("b", "q"), 4, 15),
    )
    assert (done.minimum, done.optimal, done.lower_bound) == (5, True, 4)


def test_cells_come_in_the_order_of_the_levels_and_totals_last() -> None:
    counts = {("w", "z"): 9, ("w", "y"): 6, ("v", "y"): 7}
    assert [(cell.cell, cell.count) for cell in protect(counts).cells] == [
        (("w", "z"), 9),
        (("w", "y"), 6),
        (("w", "*"), 15),
        (("v", "z"), 0),
        (("v", "y"), 7),
        (("v", "*"), 7),
        (("*", "z"), 9),
        (("*", "y"), 13),
        (("*", "*"), 22),
    ]


def test_without_small_counts_nothing_is_hidden() -> None:
    done = protect(grid((0, 5), (6, 0)))
    assert {cell.status for cell in done.cells} == {Status.PUBLISHED}
    assert (done.audit, done.optimal, done.lower_bound) == ((), True, 0)


@pytest.mark.parametrize("counts", [{("a",): 3}, grid((3,)), {("a", "p", "x"): 3}])
def test_a_table_of_one_small_cell_is_hidden_whole(counts: dict[Key, int]) -> None:
    done = protect(counts)
    assert {cell.status for cell in done.cells} == {Status.PRIMARY}
    assert [(one.lowest, one.highest, one.width()) for one in done.audit] == [
        (0, None, None) for _ in done.cells
    ]


def test_small_margins_are_hidden_too() -> None:
    """Row b holds 3 in all; two cells of 1 and 2 don't hide each other."""
    assert hidden(grid((9, 8), (1, 2))) == {
        ("a", "p"): "secondary",
        ("a", "*"): "secondary",
        ("b", "p"): "primary",
        ("b", "q"): "primary",
        ("b", "*"): "primary",
        ("a", "q"): "secondary",
    }


def test_two_small_counts_in_a_row_do_not_protect_each_other() -> None:
    """1 and 2 of a published 13 leave a range of 0 to 3: a third cell, or the total, is needed."""
    one_row = {("p",): 1, ("q",): 2, ("r",): 10, ("s",): 30}
    assert ranges(one_row, {("p",), ("q",)}) == (Range(("p",), 0, 3), Range(("q",), 0, 3))
    assert hidden(one_row) == {("p",): "primary", ("q",): "primary", ("r",): "secondary"}


def test_empty_cells_may_hide_others() -> None:
    """Who sees an empty cell can't know that it is one."""
    counts = grid((9, 9, 2), (9, 0, 0), (20, 0, 30))
    table = whole_table(counts)
    chosen = hidden(counts)
    assert (len(chosen), sum(table[cell] for cell in chosen)) == smallest_by_programme(counts, 5)
    assert any(table[cell] == 0 for cell in chosen)


def test_ranges_as_published() -> None:
    """Fischetti and Salazar-González (1999): investment by activity and region.

    With these four cells hidden the 22 in row II, region C, may be anything from 5 to 30.
    """
    counts = grid((20, 50, 10), (8, 19, 22), (17, 32, 12))
    found = ranges(counts, {("b", "p"), ("b", "r"), ("c", "p"), ("c", "r")})
    assert found[1] == Range(("b", "r"), 5, 30)
    assert {one.cell: (one.lowest, one.highest) for one in found} == extremes(
        counts, [one.cell for one in found]
    )


def test_hidden_totals_leave_no_upper_bound() -> None:
    whole = {("a", "p"), ("a", "*"), ("*", "p"), ("*", "*")}
    assert ranges(grid((3, 9), (8, 7)), whole) == (
        Range(("a", "p"), 0, None),
        Range(("a", "*"), 9, None),
        Range(("*", "p"), 8, None),
        Range(("*", "*"), 24, None),
    )


@pytest.mark.parametrize(
    "counts",
    [
        grid((1, 2, 3, 4), (9, 0, 7, 5), (6, 8, 2, 30)),
        grid((4, 0, 0, 7), (0, 3, 12, 0), (9, 9, 0, 1), (20, 5, 5, 40)),
        grid((2, 14, 0), (6, 0, 3), (0, 1, 25), (7, 7, 7)),
        grid((0, 0, 4), (0, 11, 0), (9, 0, 0)),
    ],
)
def test_the_smallest_choice_of_all(counts: dict[Key, int]) -> None:
    """Compared with one large programme that holds every table a reader could think of."""
    chosen, table = hidden(counts), whole_table(counts)
    assert (len(chosen), sum(table[cell] for cell in chosen)) == smallest_by_programme(counts, 5)


SECTORS = {
    (f"sector {row}", f"gemeente {column}"): (row * 7 + column * 11 + row * column) % 17
    for row in range(13)
    for column in range(12)
}


def test_a_table_of_sectors_and_municipalities_is_solved() -> None:
    """13 × 12, one in four cells small: proven smallest, and safe for another reader."""
    done = protect(SECTORS)
    found = extremes(SECTORS, [one.cell for one in done.audit])
    assert {one.cell: (one.lowest, one.highest) for one in done.audit} == found
    assert all(high is None or high - low >= 5 for low, high in found.values())
    assert (done.optimal, done.lower_bound) == (True, len(done.audit))


def test_three_dimensions() -> None:
    """A cube in the corner: each of the eight cells hides the others."""
    counts = {(a, b, c): 20 for a in "xyz" for b in "xyz" for c in "xyz"} | {("x", "y", "z"): 2}
    done = protect(counts)
    assert (done.optimal, done.lower_bound, len(done.audit)) == (True, 8, 8)
    assert {one.cell: (one.lowest, one.highest) for one in done.audit} == extremes(
        counts, [one.cell for one in done.audit]
    )


def test_large_counts_are_exact() -> None:
    counts = grid((3, 900_000_000), (800_000_000, 700_000_000))
    assert protect(counts).audit == (
        Range(("a", "p"), 0, 800_000_003),
        Range(("a", "q"), 100_000_000, 900_000_003),
        Range(("b", "p"), 0, 800_000_003),
        Range(("b", "q"), 699_999_997, 1_500_000_000),
    )


CUBE = {
    (a, b, c): (3 * i + 5 * j + 7 * k + i * j * k) % 9
    for i, a in enumerate("abcd")
    for j, b in enumerate("pqrs")
    for k, c in enumerate("xyz")
}


# Linear programmes answer with parts here, so that whole numbers have to be asked for.
KNOTTY = dict(
    zip(
        product("ab", "pqr", "xyz"),
        [2, 0, 0, 0, 12, 2, 5, 5, 0, 0, 0, 1, 3, 3, 0, 0, 2, 5],
        strict=True,
    )
)


@pytest.mark.parametrize("counts", [KNOTTY, {key: count + 1 for key, count in KNOTTY.items()}])
def test_whole_numbers_in_three_dimensions(counts: dict[Key, int]) -> None:
    done = protect(counts, time_limit=2)
    found = extremes(counts, [one.cell for one in done.audit])
    assert {one.cell: (one.lowest, one.highest) for one in done.audit} == found
    assert all(high is None or high - low >= 5 for low, high in found.values())


@pytest.mark.parametrize("time_limit", [0, 0.01, 0.1, 0.3])
@pytest.mark.parametrize("counts", [CUBE, grid((1, 9, 9, 9), (9, 2, 9, 9), (9, 9, 3, 9))])
def test_out_of_time_is_safe(counts: dict[Key, int], time_limit: float) -> None:
    done = protect(counts, time_limit=time_limit)
    found = extremes(counts, [one.cell for one in done.audit])
    assert {one.cell: (one.lowest, one.highest) for one in done.audit} == found
    assert all(high is None or high - low >= 5 for low, high in found.values())
    assert done.lower_bound <= len(done.audit)


def test_out_of_time_claims_nothing() -> None:
    counts = grid((1, 9, 9, 9), (9, 2, 9, 9), (9, 9, 3, 9))
    done = protect(counts, time_limit=0)
    assert (done.optimal, done.lower_bound) == (False, 3)


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_the_rows_does_not_matter(turned: bool) -> None:
    """The smallest number and the smallest sum, whichever cells they are."""
    counts = dict(sorted(SECTORS.items(), reverse=turned))
    table = whole_table(counts)
    chosen = hidden(counts)
    assert (len(chosen), sum(table[cell] for cell in chosen)) == (35, 98)


def test_the_same_table_gives_the_same_answer() -> None:
    assert protect(SECTORS) == protect(SECTORS)


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ({}, "at least one cell"),
        ({(): 1}, "the same dimensions"),
        ({("a",): 1, ("a", "b"): 1}, "the same dimensions"),
        ({("a", "*"): 1}, "stands for a total"),
        ({("a",): -1}, "not below 0"),
        ({("a",): 1.5}, "whole"),
        ({(f"{at}", f"{at}"): 1 for at in range(400)}, "is the most"),
    ],
)
def test_what_is_no_table(counts: dict[Key, int], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        protect(counts)


@pytest.mark.parametrize(("minimum", "time_limit"), [(0, 1), (5, -1), (5, float("nan"))])
def test_what_is_no_task(minimum: int, time_limit: float) -> None:
    with pytest.raises(ValueError, match=r"minimum is|time limit is"):
        protect({("a",): 1}, minimum=minimum, time_limit=time_limit)


def test_only_cells_of_the_table_have_a_range() -> None:
    with pytest.raises(ValueError, match="Not in the table"):
        ranges({("a",): 1}, {("b",)})
