"""Estimates of sample surveys: published figures, and what must hold for any sample."""

from dataclasses import astuple
from math import isclose, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.analysis.estimation import (
    Design,
    Difference,
    Estimate,
    Fault,
    Flaw,
    Statistic,
    UnusableDesign,
    covariance,
    difference,
    estimate,
    linearise,
    standard_error,
    survey_design,
)

MEAN, TOTAL, PROPORTION = Statistic.MEAN, Statistic.TOTAL, Statistic.PROPORTION
NAN = float("nan")

# Weekly spending on ice cream by students in study groups (clusters) in grades (strata): SAS/STAT
# User's Guide, The SURVEYMEANS Procedure, example "Stratified Cluster Sample Design".
ICE_CREAM = """
7 34 7  7 34 7  7 412 4  9 27 14  7 34 2  9 230 15  9 27 15  7 501 2  9 230 8  9 230 7
7 501 3  8 59 20  7 403 4  7 403 11  8 59 13  8 59 17  8 143 12  8 143 16  8 59 18  9 235 9
8 143 10  9 312 8  9 235 6  9 235 11  9 312 10  7 321 6  8 156 19  8 156 14  7 321 3  7 321 12
7 489 2  7 489 9  7 78 1  7 78 10  7 489 2  7 156 1  7 78 6  7 412 6  7 156 2  9 301 8
"""
STUDENTS = [tuple(row.split()) for row in ICE_CREAM.replace("\n", "  ").strip().split("  ")]
SPENDING = [float(spending) for _, _, spending in STUDENTS]
GROUPS_IN_GRADE = {"7": 608.0, "8": 252.0, "9": 403.0}


def _ice_cream() -> Design:
    return survey_design(
        len(STUDENTS),
        strata=[grade for grade, _, _ in STUDENTS],
        clusters=[group for _, group, _ in STUDENTS],
        population=[GROUPS_IN_GRADE[grade] for grade, _, _ in STUDENTS],
    )


def _rounded(found: Estimate, digits: int) -> tuple[float | None, ...]:
    return tuple(None if figure is None else round(figure, digits) for figure in astuple(found))


def test_clusters_in_strata_as_published() -> None:
    """Study group 156 is in grades 7 and 8: two clusters, 16 in all."""
    design = _ice_cream()
    assert design.degrees_of_freedom == 13
    found = estimate(design, SPENDING, MEAN)
    assert _rounded(found, 5) == (40, 8.92386, 0.65086, 7.51776, 10.32996)


def test_a_share_in_clusters_as_published() -> None:
    """The guide's interval is symmetric; the standard error is the same."""
    more = [float(spending >= 10) for spending in SPENDING]
    found = estimate(_ice_cream(), more, PROPORTION)
    assert found.estimate is not None
    assert found.se is not None
    assert (round(found.estimate, 6), round(found.se, 6)) == (0.438563, 0.056368)


# Grade point averages in 5 of 100 suites with 4 students each: Lohr, Sampling: design and analysis,
# example of one-stage cluster sampling with equal sizes; the book gives 1130.4, 2.826 and 0.164.
SUITES = (
    (3.08, 2.60, 3.44, 3.04),
    (2.36, 3.04, 3.28, 2.68),
    (2.00, 2.56, 2.52, 1.88),
    (3.00, 2.88, 3.44, 3.64),
    (2.68, 1.92, 3.28, 3.20),
)


def test_one_stage_clusters_as_published() -> None:
    clusters = [suite for suite in range(5) for _ in range(4)]
    design = survey_design(20, clusters=clusters, population=[100.0] * 20)
    averages = [average for suite in SUITES for average in suite]
    mean, total = (estimate(design, averages, statistic) for statistic in (MEAN, TOTAL))
    assert _rounded(mean, 3)[:3] == (20, 2.826, 0.164)
    assert _rounded(total, 1)[:2] == (20, 1130.4)
    assert total.se == pytest.approx(100 * sqrt(0.95 * 2.256 / 5), rel=1e-4)


def test_a_simple_random_sample_by_hand() -> None:
    """Mean 4, s² = 1.5; with N = 20 the standard error is √(1.5 / 5 · 0.75)."""
    found = estimate(survey_design(5, population=[20.0] * 5), [2, 4, 4, 5, 5], MEAN)
    assert found.se == pytest.approx(sqrt(1.5 / 5 * 0.75))


def test_a_domain_is_a_part_of_the_whole_design() -> None:
    """Two of four rows, of value 3 and 5: the ratio mean has n / (n − 1) Σ u² with u = ±1/2."""
    design = survey_design(4)
    found = estimate(design, [3, 5, 9, 9], MEAN, [0, 1])
    assert found.se == pytest.approx(sqrt(4 / 3 * 0.5))
    total = estimate(design, [3, 5, 9, 9], TOTAL, [0, 1])
    assert total.se == pytest.approx(sqrt(4 / 3 * (1 + 9 + 4 + 4)))


def test_a_missing_value_leaves_the_domain_and_stays_in_the_design() -> None:
    design = survey_design(4)
    found = estimate(design, [3, 5, NAN, NAN], MEAN)
    assert found == estimate(design, [3, 5, 9, 9], MEAN, [0, 1])
    assert found.n == 2


@pytest.mark.parametrize("statistic", list(Statistic))
def test_nothing_is_known_of_nobody(statistic: Statistic) -> None:
    found = estimate(survey_design(3), [1, 0, NAN], statistic, [2])
    assert found == Estimate(0, None, None, None, None)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_share_of_0_or_1_has_no_interval(share: float) -> None:
    found = estimate(survey_design(3, weights=[0.1, 0.2, 0.7]), [share] * 3, PROPORTION)
    assert found == Estimate(3, share, 0.0, None, None)


def test_equal_values_have_no_variance_whatever_rounding_does() -> None:
    found = estimate(survey_design(3, weights=[0.1, 0.2, 0.7]), [0.1] * 3, MEAN)
    assert found == Estimate(3, 0.1, 0.0, 0.1, 0.1)
    assert estimate(survey_design(3), [0.1] * 3, TOTAL).se == 0.0


def test_a_lonely_cluster_that_is_its_stratum_adds_nothing() -> None:
    strata, values = ["a", "a", "b"], [1.0, 3.0, 7.0]
    design = survey_design(3, strata=strata, population=[4.0, 4.0, 1.0])
    found = estimate(design, values, TOTAL)
    alone = estimate(survey_design(2, population=[4.0, 4.0]), values[:2], TOTAL)
    assert (found.estimate, found.se) == (15.0, alone.se)
    assert design.degrees_of_freedom == 1


def test_without_degrees_of_freedom_there_is_no_interval() -> None:
    design = survey_design(1, population=[1.0])
    assert estimate(design, [5.0], MEAN) == Estimate(1, 5.0, 0.0, None, None)
    assert estimate(design, [1.0], PROPORTION) == Estimate(1, 1.0, 0.0, None, None)


def test_a_share_that_is_counted_in_full_is_its_own_interval() -> None:
    design = survey_design(3, population=[3.0] * 3)
    assert estimate(design, [0, 1, 1], PROPORTION) == Estimate(3, 2 / 3, 0.0, 2 / 3, 2 / 3)


def test_the_largest_and_the_smallest_numbers_have_figures() -> None:
    design = survey_design(2, weights=[1e100, 1e-300])
    found = estimate(design, [1e100, -1e100], TOTAL)
    assert found.estimate == pytest.approx(1e200)
    assert found.se == pytest.approx(1e200)
    tiny = estimate(design, [1.0, 2.0], MEAN, [1])
    assert (tiny.estimate, tiny.se) == (2.0, 0.0)


def test_what_is_unusable_in_a_design() -> None:
    with pytest.raises(UnusableDesign) as refused:
        survey_design(
            8,
            weights=[1, 0, -1, NAN, 1, 1, 1, 1],
            strata="aabbcddd",
            population=[5, 5, 1, 1, 2, 3, 3, 4],
        )
    assert refused.value.faults == (
        Fault(1, Flaw.WEIGHT),
        Fault(2, Flaw.WEIGHT),
        Fault(2, Flaw.TOO_SMALL),
        Fault(3, Flaw.WEIGHT),
        Fault(4, Flaw.LONELY),
        Fault(7, Flaw.VARIES),
    )
    assert str(refused.value).startswith("row 1: weight, row 2: weight")


def test_a_lonely_cluster_of_an_unknown_population() -> None:
    with pytest.raises(UnusableDesign) as refused:
        survey_design(4, strata="aabb", clusters="xyzz")
    assert refused.value.faults == (Fault(2, Flaw.LONELY),)


@pytest.mark.parametrize(("rows", "strata"), [(0, None), (2, "a")])
def test_rows_and_columns_that_do_not_fit_are_an_error(rows: int, strata: str | None) -> None:
    with pytest.raises(ValueError, match="row"):
        survey_design(rows, strata=strata)


def test_values_that_do_not_fit_are_an_error() -> None:
    with pytest.raises(ValueError, match="values for 2 rows"):
        linearise(survey_design(2), [1.0], MEAN)


@pytest.mark.parametrize("confidence", [0.0, 1.0, NAN])
def test_a_confidence_lies_between_0_and_1(confidence: float) -> None:
    with pytest.raises(ValueError, match="confidence"):
        estimate(survey_design(2), [1, 2], MEAN, confidence=confidence)


def test_a_difference_of_two_halves_is_welchs_by_linearisation() -> None:
    """√ n / (n − 1) Σ u² with deviations −1, 0, 1 by three rows each: 6/5 · 4/9."""
    design, values = survey_design(6), [1, 2, 3, 3, 4, 5]
    low, high = (linearise(design, values, MEAN, rows) for rows in ([0, 1, 2], [3, 4, 5]))
    found = difference(design, high, low)
    assert found.se == pytest.approx(sqrt(6 / 5 * 4 / 9))
    assert found.difference == 2.0


def test_a_difference_with_itself_is_nothing() -> None:
    design = survey_design(3)
    mean = linearise(design, [1, 2, 4], MEAN)
    assert difference(design, mean, mean) == Difference(0.0, 0.0, 0.0, 0.0, None)


def test_a_difference_with_nobody_is_unknown() -> None:
    design = survey_design(3)
    mean, nobody = (linearise(design, [1, 2, 4], MEAN, rows) for rows in ([0, 1], []))
    assert difference(design, mean, nobody) == Difference(None, None, None, None, None)


def test_p_and_interval_of_a_difference_agree() -> None:
    """At a confidence of 1 − p the interval just reaches 0."""
    design, values = _ice_cream(), SPENDING
    first, second = (
        linearise(
            design, values, MEAN, [row for row, who in enumerate(STUDENTS) if who[0] == grade]
        )
        for grade in "79"
    )
    p = difference(design, first, second).p
    assert p is not None
    assert difference(design, first, second, 1 - p).ci_high == pytest.approx(0, abs=1e-9)


# Samples: rows of stratum, cluster, weight and value, at least two clusters in each stratum.
ROW = st.tuples(
    st.sampled_from("abc"),
    st.integers(0, 3),
    st.floats(0.1, 10),
    st.floats(-100, 100) | st.just(NAN),
    st.sampled_from("xyz"),
)
Row = tuple[str, int, float, float, str]
TWO = [(stratum, cluster, 1.0, 1.0, "x") for stratum in "abc" for cluster in (0, 1)]
SAMPLES = st.lists(ROW, max_size=30).map(lambda rows: [*rows, *TWO])


def _design(rows: list[Row], factor: float = 1.0, population: float | None = None) -> Design:
    return survey_design(
        len(rows),
        strata=[row[0] for row in rows],
        clusters=[row[1] for row in rows],
        weights=[row[2] * factor for row in rows],
        population=None if population is None else [population] * len(rows),
    )


def _same(one: Estimate, other: Estimate) -> None:
    for left, right in zip(astuple(one), astuple(other), strict=True):
        assert left == pytest.approx(right, rel=1e-7, abs=1e-7)


@given(SAMPLES, st.randoms(use_true_random=False), st.sampled_from(list(Statistic)[:2]))
def test_the_order_of_the_rows_is_of_no_matter(
    rows: list[Row], random: np.random.Generator, statistic: Statistic
) -> None:
    mixed = list(rows)
    random.shuffle(mixed)
    one, other = (
        estimate(_design(order), [row[3] for row in order], statistic) for order in (rows, mixed)
    )
    _same(one, other)


@given(SAMPLES, st.floats(0.01, 100))
def test_the_scale_of_the_weights_is_of_no_matter_to_a_mean(rows: list[Row], factor: float) -> None:
    values = [row[3] for row in rows]
    _same(
        estimate(_design(rows), values, MEAN),
        estimate(_design(rows, factor), values, MEAN),
    )


@given(SAMPLES)
def test_a_total_is_the_sum_of_its_domains(rows: list[Row]) -> None:
    design, values = _design(rows), [row[3] for row in rows]
    parts = [
        linearise(design, values, TOTAL, [at for at, row in enumerate(rows) if row[4] == label])
        for label in "xyz"
    ]
    whole = estimate(design, values, TOTAL)
    assert whole.estimate == pytest.approx(
        sum(part.estimate or 0 for part in parts), rel=1e-9, abs=1e-6
    )
    assert whole.se is not None
    spread = covariance(design, parts)
    assert whole.se**2 == pytest.approx(float(spread.sum()), rel=1e-6, abs=1e-6)


@given(SAMPLES, st.sampled_from(list(Statistic)[:2]))
def test_who_counts_everybody_has_no_error(rows: list[Row], statistic: Statistic) -> None:
    """Each stratum has the clusters 0 to 3 at most; whoever has all of them has se 0."""
    every = [*rows, *((s, c, 1.0, 1.0, "x") for s in "abc" for c in range(4))]
    found = estimate(_design(every, population=4.0), [row[3] for row in every], statistic)
    assert found.se == 0.0


@given(SAMPLES)
def test_standard_errors_are_the_roots_of_the_variances(rows: list[Row]) -> None:
    design = _design(rows, population=9.0)
    means = [
        linearise(
            design, [row[3] for row in rows], MEAN, [at for at, r in enumerate(rows) if ok(r)]
        )
        for ok in (lambda row: row[4] == "x", lambda row: row[1] < 2)
    ]
    spread = covariance(design, means)
    for place, mean in enumerate(means):
        error = standard_error(design, mean.rows, mean.values)
        assert isclose(error, sqrt(spread[place, place]), rel_tol=1e-6, abs_tol=1e-9)
    both = difference(design, *means)
    expected = max(float(spread[0, 0] + spread[1, 1] - 2 * spread[0, 1]), 0.0)
    assert both.se == pytest.approx(sqrt(expected), rel=1e-4, abs=1e-6)


@given(SAMPLES)
def test_a_share_lies_inside_its_interval_between_0_and_1(rows: list[Row]) -> None:
    found = estimate(_design(rows), [float(row[3] > 0) for row in rows], PROPORTION)
    if found.ci_low is not None:
        assert found.estimate is not None
        assert found.ci_high is not None
        assert 0 <= found.ci_low <= found.estimate <= found.ci_high <= 1
