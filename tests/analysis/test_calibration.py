"""Standard errors after raking: as R gives them, and what must hold for any sample."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krachtlokaal.analysis.estimation import (
    Domains,
    Linearised,
    Statistic,
    calibrated,
    calibration,
    difference,
    linearise,
    merge_small,
    standard_error,
    survey_design,
)
from krachtlokaal.analysis.raking import rake
from tests.analysis.api_clusters import TARGETS, TYPES, schools

SCHOOLS = schools()
INDEX = [index for *_, index in SCHOOLS]
KNOWN = {"type": TYPES, "target": TARGETS}
COLUMNS = {
    "type": [kind for _, kind, _, _ in SCHOOLS],
    "target": [target for _, _, target, _ in SCHOOLS],
}


def _codes(labels: list[str]) -> list[int]:
    order = sorted(set(labels))
    return [order.index(label) for label in labels]


def _mean_of_schools(*variables: str, population: float | None = None) -> tuple[float, float]:
    rows = len(SCHOOLS)
    start = survey_design(
        rows,
        weights=[6194 / rows] * rows,
        clusters=[district for district, *_ in SCHOOLS],
        population=None if population is None else [population] * rows,
    )
    raked = rake(
        {name: COLUMNS[name] for name in variables}, {name: KNOWN[name] for name in variables}
    )
    after = calibration(start, raked.weights, [_codes(COLUMNS[name]) for name in variables])
    mean = calibrated(after, linearise(after.design, INDEX, Statistic.MEAN))
    assert mean.estimate is not None
    return mean.estimate, standard_error(start, mean.rows, mean.values)


def test_one_variable_is_post_stratification_as_r_has_it() -> None:
    """postStratify(dclus1, ~stype, …) without a finite population (survey 4.5)."""
    assert _mean_of_schools("type") == pytest.approx(
        (642.310788211584, 24.1610605814973), rel=1e-12
    )


def test_two_variables_are_raking_as_r_has_it() -> None:
    """rake(dclus1, list(~stype, ~sch.wide), …): mean 641.23, standard error 23.704."""
    mean, error = _mean_of_schools("type", "target", population=757)
    assert (round(mean, 2), round(error, 3)) == (641.23, 23.704)


def test_post_strata_by_hand() -> None:
    """Σ over post-strata of (n / (n − 1)) Σ (w e)²: 3 · (± 1) and 1 · (± 2), a mean of 8."""
    start = survey_design(4)
    after = calibration(start, [3, 3, 1, 1], [[0, 0, 1, 1]])
    mean = calibrated(after, linearise(after.design, [1, 3, 5, 9], Statistic.MEAN))
    spread = [-3 / 8, 3 / 8, -2 / 8, 2 / 8]
    expected = sqrt(4 / 3 * sum(value**2 for value in spread))
    assert standard_error(start, mean.rows, mean.values) == pytest.approx(expected)


def test_what_is_known_does_not_vary() -> None:
    """The share of a raked category has no standard error."""
    start = survey_design(4)
    after = calibration(start, [3, 3, 1, 1], [[0, 0, 1, 1], [0, 1, 0, 1]])
    share = calibrated(after, linearise(after.design, [1, 1, 0, 0], Statistic.PROPORTION))
    assert standard_error(start, share.rows, share.values) == pytest.approx(0, abs=1e-12)


def test_groups_and_weights_have_a_row_each() -> None:
    with pytest.raises(ValueError, match="4 rows"):
        calibration(survey_design(4), [1, 1, 1], [[0, 0, 1]])
    with pytest.raises(ValueError, match="4 rows"):
        calibration(survey_design(4), [1, 1, 1, 1], [])


ROWS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 1), st.integers(0, 100)), min_size=4, max_size=12
)


def _after(rows: list[tuple[int, int, int]], weights: list[float]) -> tuple[Linearised, float]:
    """The mean and its standard error, with some weights before and after raking."""
    start = survey_design(len(rows), weights=weights)
    after = calibration(
        start,
        [weight * (1 + a + 2 * b) for weight, (a, b, _) in zip(weights, rows, strict=True)],
        [[a for a, _, _ in rows], [b for _, b, _ in rows]],
    )
    found = calibrated(after, linearise(after.design, [y for *_, y in rows], Statistic.MEAN))
    return found, standard_error(start, found.rows, found.values)


@settings(max_examples=50, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    rows: list[tuple[int, int, int]], chance: object
) -> None:
    weights = [1.0 + at % 3 for at in range(len(rows))]
    pairs = list(zip(rows, weights, strict=True))
    chance.shuffle(pairs)  # type: ignore[attr-defined]
    mixed = _after([row for row, _ in pairs], [weight for _, weight in pairs])
    found = _after(rows, weights)
    assert (mixed[0].estimate, mixed[1]) == pytest.approx((found[0].estimate, found[1]), abs=1e-8)


@settings(max_examples=50, deadline=None)
@given(ROWS)
def test_rows_written_twice_with_half_their_weight_give_the_same(
    rows: list[tuple[int, int, int]],
) -> None:
    weights = [1.0 + at % 3 for at in range(len(rows))]
    once, twice = _after(rows, weights)[0], _after(rows * 2, [w / 2 for w in weights * 2])[0]
    assert twice.estimate == pytest.approx(once.estimate)
    assert np.allclose(
        twice.values[: len(rows)] + twice.values[len(rows) :], once.values, atol=1e-8
    )


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(1, 9))
def test_merged_strata_are_large_enough_and_in_order(counts: list[int], minimum: int) -> None:
    places = merge_small(counts, minimum)
    assert len(places) == len(counts)
    assert list(places) == sorted(places)
    held = [
        sum(n for n, at in zip(counts, places, strict=True) if at == place) for place in set(places)
    ]
    assert sum(counts) < minimum or all(n >= minimum for n in held)


def test_a_count_below_0_is_refused() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        merge_small([3, -1], 5)


@settings(max_examples=50, deadline=None)
@given(ROWS.filter(lambda rows: len({a for a, _, _ in rows}) == 3), st.randoms())
def test_many_domains_at_once_are_as_one_by_one(
    rows: list[tuple[int, int, int]], chance: object
) -> None:
    """Municipalities of a raked, stratified sample with values missing."""
    count, strata = len(rows), [at % 2 for at in range(len(rows))]
    start = survey_design(count, strata=strata, population=[20.0 + stratum for stratum in strata])
    after = calibration(
        start,
        [2.0 + a + 3 * b for a, b, _ in rows],
        [[a for a, _, _ in rows], [b for _, b, _ in rows]],
    )
    values = [float("nan") if chance.random() < 0.2 else y for *_, y in rows]  # type: ignore[attr-defined]
    found = Domains(after, [a for a, _, _ in rows], 3).means(values)
    for domain in range(3):
        inside = [at for at, (a, _, _) in enumerate(rows) if a == domain]
        outside = [at for at, (a, _, _) in enumerate(rows) if a != domain]
        one = linearise(after.design, values, Statistic.MEAN, inside)
        rest = linearise(after.design, values, Statistic.MEAN, outside)
        assert found.n[domain] == len(one.rows)
        if one.estimate is None or rest.estimate is None:
            continue
        one, rest = calibrated(after, one), calibrated(after, rest)
        apart = difference(after.design, one, rest)
        error = standard_error(start, one.rows, one.values)
        assert found.means[domain] == pytest.approx(one.estimate)
        assert found.errors[domain] == pytest.approx(error, abs=1e-5)
        assert found.differences[domain] == pytest.approx(apart.difference, abs=1e-9)
        assert found.difference_errors[domain] == pytest.approx(apart.se, abs=1e-5)


def test_domains_at_once_are_for_rows_without_clusters() -> None:
    after = calibration(survey_design(4, clusters="aabb"), [1, 1, 1, 1], [[0, 0, 1, 1]])
    with pytest.raises(ValueError, match="without clusters"):
        Domains(after, [0, 0, 1, 1], 2)
