"""Corrections for many comparisons, and how sure a ranking is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from krachtlokaal.analysis.comparisons import Rank, benjamini_hochberg, holm, rank_intervals

# Benjamini and Hochberg (1995), section 4.1: fifteen end points of a trial in cardiology.
TRIAL = [
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459),
    *(0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
]
P_VALUES = st.lists(st.floats(0, 1), max_size=20)
ESTIMATES = st.lists(st.integers(-5, 5).map(float), min_size=1, max_size=6)


def test_as_published_three_are_certain_and_four_are_discoveries() -> None:
    assert [p <= 0.05 for p in holm(TRIAL)] == [True] * 3 + [False] * 12
    assert [p <= 0.05 for p in benjamini_hochberg(TRIAL)] == [True] * 4 + [False] * 11


@given(P_VALUES)
def test_discoveries_are_those_of_another_library(p_values: list[float]) -> None:
    expected = stats.false_discovery_control(p_values) if p_values else []
    assert benjamini_hochberg(p_values) == pytest.approx(tuple(expected))


@given(P_VALUES, st.floats(0.001, 0.5))
def test_holm_rejects_step_by_step(p_values: list[float], alpha: float) -> None:
    """The smallest against α / m, the next against α / (m − 1), until one is not rejected."""
    rejected: list[float] = []
    for place, p in enumerate(sorted(p_values)):
        if p * (len(p_values) - place) > alpha:
            break
        rejected.append(p)
    assert (
        sorted(p for p, q in zip(p_values, holm(p_values), strict=True) if q <= alpha) == rejected
    )


@pytest.mark.parametrize("p", [-0.1, 1.1, float("nan")])
def test_a_p_value_lies_between_0_and_1(p: float) -> None:
    for correct in (holm, benjamini_hochberg):
        with pytest.raises(ValueError, match="between 0 and 1"):
            correct([p])


def test_estimates_far_apart_have_their_rank_and_equal_ones_all_ranks() -> None:
    spread = np.eye(4).tolist()
    assert rank_intervals([0.0, 30.0, 10.0, 20.0], spread, 50) == (
        *(Rank(4, 4, 4), Rank(1, 1, 1), Rank(3, 3, 3), Rank(2, 2, 2)),
    )
    assert rank_intervals([5.0] * 4, spread, 50) == (Rank(1, 1, 4),) * 4


def test_one_pair_is_a_t_test_with_half_of_what_may_go_wrong_each_side() -> None:
    """Difference 2 with standard error √2: p two-sided is 0.1648 by t with 50."""
    spread = [[1.0, 0.0], [0.0, 1.0]]
    assert rank_intervals([2.0, 0.0], spread, 50, 0.83) == (Rank(1, 1, 1), Rank(2, 2, 2))
    assert rank_intervals([2.0, 0.0], spread, 50, 0.84) == (Rank(1, 1, 2), Rank(2, 1, 2))


def test_what_people_have_in_common_makes_an_order_sure() -> None:
    spread = [[1.0, 0.99], [0.99, 1.0]]
    assert rank_intervals([2.0, 0.0], spread, 50) == (Rank(1, 1, 1), Rank(2, 2, 2))


def test_figures_without_error_are_in_their_order() -> None:
    found = rank_intervals([3.0, 1.0, 3.0], [[0.0] * 3] * 3, 50)
    assert found == (Rank(1, 1, 2), Rank(3, 3, 3), Rank(1, 1, 2))


@given(ESTIMATES, st.floats(0.1, 4))
def test_the_rank_lies_among_those_that_may_be(estimates: list[float], error: float) -> None:
    spread = (error**2 * np.eye(len(estimates))).tolist()
    for found in rank_intervals(estimates, spread, 30):
        assert 1 <= found.best <= found.rank <= found.worst <= len(estimates)


@pytest.mark.parametrize(
    ("estimates", "freedom", "confidence"),
    [([1.0], 5, 0.95), ([1.0, 2.0], 0, 0.95), ([1.0, 2.0], 5, 1.0)],
)
def test_a_ranking_that_can_not_be_made(
    estimates: list[float], freedom: int, confidence: float
) -> None:
    with pytest.raises(ValueError, match="a ranking needs"):
        rank_intervals(estimates, [[1.0, 0.0], [0.0, 1.0]], freedom, confidence)
