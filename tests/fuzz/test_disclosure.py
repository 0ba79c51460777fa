"""Random tables through the disclosure layer: 250 in the suite, 10,000 by `make fuzz`."""

import os
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from krachtlokaal.analysis.disclosure import Key, protect
from tests.analysis.table_reader import Small, extremes, smallest_by_programme, whole_table

EXAMPLES = int(os.environ.get("KL_FUZZ", "250"))
COUNTS = st.one_of(st.integers(0, 6), st.integers(0, 30), st.just(0))
SHAPES = st.sampled_from([(1,), (4,), (1, 1), (1, 4), (2, 2), (3, 2), (3, 4), (4, 4), (2, 2, 2)])


@st.composite
def tables(draw: st.DrawFn, shapes: st.SearchStrategy[tuple[int, ...]] = SHAPES) -> dict[Key, int]:
    """A table of some shape; now and then combinations are missing."""
    shape = draw(shapes)
    keys = [tuple(f"{d}{at}" for d, at in enumerate(key)) for key in product(*map(range, shape))]
    counts = {key: draw(COUNTS) for key in keys}
    return {key: count for key, count in counts.items() if count or draw(st.booleans())} or {
        keys[0]: 0
    }


@settings(max_examples=EXAMPLES, deadline=None)
@given(tables(), st.sampled_from([1, 2, 3, 5, 10]))
def test_a_protected_table_is_safe(counts: dict[Key, int], minimum: int) -> None:
    """What the audit says is what another reader finds, and is wide enough."""
    table = whole_table(counts)
    done = protect(counts, minimum=minimum)
    hidden = {cell.cell for cell in done.cells if cell.count is None}
    found = extremes(counts, hidden)
    assert {one.cell: (one.lowest, one.highest) for one in done.audit} == found
    assert all(high is None or high - low >= minimum for low, high in found.values())
    assert {cell.cell: cell.count for cell in done.cells if cell.cell not in hidden} == {
        cell: count for cell, count in table.items() if cell not in hidden
    }
    small = {cell for cell, count in table.items() if 0 < count < minimum}
    assert {cell.cell for cell in done.cells if cell.status == "primary"} == small
    assert (done.optimal, done.lower_bound) == (True, len(hidden))


@settings(max_examples=EXAMPLES // 10, deadline=None)
@given(tables(st.just((2, 2))), st.sampled_from([2, 3]))
def test_no_smaller_choice_is_safe(counts: dict[Key, int], minimum: int) -> None:
    """Of a tiny table every choice is tried."""
    assert _size(counts, minimum) == Small(counts, minimum).smallest()


@settings(max_examples=EXAMPLES // 10, deadline=None)
@given(tables(st.sampled_from([(2, 3), (3, 3), (4, 3)])), st.sampled_from([2, 3, 5]))
def test_one_large_programme_finds_no_smaller_choice(counts: dict[Key, int], minimum: int) -> None:
    assert _size(counts, minimum) == smallest_by_programme(counts, minimum)


def _size(counts: dict[Key, int], minimum: int) -> tuple[int, int]:
    table = whole_table(counts)
    hidden = [cell.cell for cell in protect(counts, minimum=minimum).cells if cell.count is None]
    return len(hidden), sum(table[cell] for cell in hidden)
