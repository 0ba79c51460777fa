"""Pooling effects: published figures, closed forms, and what must hold for any effects."""

from dataclasses import astuple
from itertools import permutations
from math import inf, log, nan, sqrt
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from krachtlokaal.analysis.pooling import Method, TooSmall, pool

# BCG against tuberculosis, 13 trials: cases and not, of who was vaccinated and who was not.
# Colditz, G. A. and others (1994), Efficacy of BCG vaccine in the prevention of tuberculosis,
# Journal of the American Medical Association 271.
TRIALS = [
    (4, 119, 11, 128),
    (6, 300, 29, 274),
    (3, 228, 11, 209),
    (62, 13536, 248, 12619),
    (33, 5036, 47, 5761),
    (180, 1361, 372, 1079),
    (8, 2537, 10, 619),
    (505, 87886, 499, 87892),
    (29, 7470, 45, 7232),
    (17, 1699, 65, 1600),
    (186, 50448, 141, 27197),
    (5, 2493, 3, 2338),
    (27, 16886, 29, 17825),
]
RATIOS = [log(a / (a + b)) - log(c / (c + d)) for a, b, c, d in TRIALS]
VARIANCES = [1 / a - 1 / (a + b) + 1 / c - 1 / (c + d) for a, b, c, d in TRIALS]


# What the R package metafor gives for these trials; of FE its mean and standard error, from which
# (and from Q) the rest of that row follows. Viechtbauer, W. (2010), Conducting meta-analyses in R
# with the metafor package, Journal of Statistical Software 36.
@pytest.mark.parametrize(
    ("method", "knapp_hartung", "mean", "heterogeneity"),
    [
        (Method.REML, False, (-0.7145, 0.1798, -1.0669, -0.3622), (0.3132, 92.22)),
        (Method.REML, True, (-0.7145, 0.1808, -1.1084, -0.3206), (0.3132, 92.22)),
        (Method.DL, False, (-0.7141, 0.1787, -1.0644, -0.3638), (0.3088, 92.12)),
        (Method.FE, False, (-0.4303, 0.0405, -0.5097, -0.3509), (0.0, 92.12)),
    ],
)
def test_trials_as_published(
    method: Method,
    knapp_hartung: bool,
    mean: tuple[float, ...],
    heterogeneity: tuple[float, ...],
) -> None:
    found = pool(RATIOS, VARIANCES, method=method, knapp_hartung=knapp_hartung)
    assert (found.k, found.q_df, round(found.q, 2)) == (13, 12, 152.23)
    figures = (found.estimate, found.se, found.ci_low, found.ci_high)
    assert tuple(round(figure, 4) for figure in figures) == mean
    assert (round(found.tau2, 4), round(found.i2, 2)) == heterogeneity


def test_where_the_next_trial_is_expected() -> None:
    """With Knapp-Hartung by t, else by the normal distribution; never for one common effect."""
    wide = pool(RATIOS, VARIANCES, knapp_hartung=True)
    assert (wide.pi_low, wide.pi_high) == pytest.approx((-1.996, 0.567), abs=5e-4)
    assert wide.p == pytest.approx(0.0019, abs=5e-5)
    assert wide.q_p == pytest.approx(2e-26, rel=0.01)
    narrow = pool(RATIOS, VARIANCES)
    away = 1.959963984540054 * sqrt(narrow.tau2 + narrow.se**2)
    assert narrow.pi_low == pytest.approx(narrow.estimate - away, rel=1e-12)
    assert narrow.pi_high == pytest.approx(narrow.estimate + away, rel=1e-12)
    fixed = pool(RATIOS, VARIANCES, method=Method.FE)
    assert (fixed.pi_low, fixed.pi_high) == (None, None)


def test_two_studies_by_hand() -> None:
    """Weights 1 and ½; Q = 1 · 4 + ½ · 16; the divisor of DL is 1.5 − 1.25 / 1.5."""
    found = pool([0.0, 6.0], [1.0, 2.0], method=Method.FE)
    assert (found.estimate, found.se, found.tau2) == pytest.approx((2, sqrt(2 / 3), 0))
    assert (found.q, found.q_df, found.i2) == pytest.approx((12, 1, 100 * 11 / 12))
    assert pool([0.0, 6.0], [1.0, 2.0], method=Method.DL).tau2 == pytest.approx(11 / (2 / 3))


EFFECT = st.floats(-50, 50)
VARIANCE = st.floats(-3, 3).map(lambda power: 10**power)
STUDIES = st.lists(st.tuples(EFFECT, VARIANCE), min_size=2, max_size=8)
RANDOM = st.sampled_from([Method.REML, Method.DL])
EACH = [(method, False) for method in Method] + [(Method.REML, True), (Method.DL, True)]
WAY = st.sampled_from(EACH)
Studies = list[tuple[float, float]]
Way = tuple[Method, bool]


def _pool(studies: Studies, way: Way) -> tuple[float | None, ...]:
    effects, variances = zip(*studies, strict=True)
    return astuple(pool(effects, variances, method=way[0], knapp_hartung=way[1]))


@given(st.lists(EFFECT, min_size=2, max_size=8), VARIANCE, RANDOM)
def test_equal_variances_have_a_closed_form(
    effects: list[float], variance: float, method: Method
) -> None:
    """The mean; and the variance of the effects less that within studies."""
    found = pool(effects, [variance] * len(effects), method=method)
    spread = float(np.var(effects, ddof=1))
    scale = max(spread, variance)
    assert found.estimate == pytest.approx(float(np.mean(effects)), abs=1e-9)
    assert found.tau2 == pytest.approx(max(0.0, spread - variance), abs=1e-12 * scale)
    assert found.i2 == pytest.approx(100 * max(0.0, 1 - variance / max(spread, 1e-300)), abs=1e-9)


def _restricted(tau2: float, studies: Studies) -> float:
    """The restricted log-likelihood as matrices, without its constant."""
    effects, variances = np.array(studies).T
    ones = np.ones(len(effects))
    inverse = np.diag(1 / (variances + tau2))
    information = ones @ inverse @ ones
    projection = inverse - np.outer(inverse @ ones, inverse @ ones) / information
    determinant = float(np.log(variances + tau2).sum())
    return -(determinant + log(information) + float(effects @ projection @ effects)) / 2


@given(STUDIES)
def test_no_other_variance_is_likelier(studies: Studies) -> None:
    """A search by golden section in each decade finds nothing higher than REML."""
    tau2 = pool(*zip(*studies, strict=True)).tau2
    best = max(
        _restricted(0.0, studies),
        *(
            -minimize_scalar(
                lambda power: -_restricted(10**power, studies),
                bounds=(decade, decade + 1),
                method="bounded",
            ).fun
            for decade in range(-5, 5)
        ),
    )
    assert _restricted(tau2, studies) >= best - 1e-9 * max(1.0, abs(best))


@pytest.mark.parametrize(
    ("effects", "variances", "tau2"),
    [
        ([11.0, -16.0, -18.0], [100.0, 0.1, 0.1], 148.50668515790196),  # and one at 2.59
        ([-15.0, 9.0, -16.0], [0.01, 100.0, 1.0], 0.0),  # and one at 69.9
    ],
)
def test_of_two_tops_the_highest_is_taken(
    effects: list[float], variances: list[float], tau2: float
) -> None:
    assert pool(effects, variances).tau2 == pytest.approx(tau2, rel=1e-9)


def test_the_trials_by_another_search() -> None:
    studies = list(zip(RATIOS, VARIANCES, strict=True))
    top = minimize_scalar(
        lambda tau2: -_restricted(tau2, studies),
        bounds=(0, 2),
        method="bounded",
        options={"xatol": 1e-12},
    )
    assert pool(RATIOS, VARIANCES).tau2 == pytest.approx(top.x, rel=1e-6)


@given(STUDIES, WAY, st.randoms(use_true_random=False))
def test_order_does_not_matter(studies: Studies, way: Way, chance: Random) -> None:
    mixed = list(studies)
    chance.shuffle(mixed)
    assert _pool(mixed, way) == _pool(studies, way)


@given(STUDIES, WAY, st.integers(-100, 100))
def test_shifted_effects_shift_the_estimate(studies: Studies, way: Way, shift: int) -> None:
    rounded = [(round(effect * 64) / 64, variance) for effect, variance in studies]
    shifted = [(effect + shift, variance) for effect, variance in rounded]
    before, after = (pool(*zip(*s, strict=True), method=way[0]) for s in (rounded, shifted))
    assert after.estimate == pytest.approx(before.estimate + shift, abs=1e-9)
    assert (after.se, after.tau2, after.i2, after.q) == (
        before.se,
        before.tau2,
        before.i2,
        before.q,
    )


@given(STUDIES, WAY, st.integers(-150, 150))
def test_another_unit_changes_nothing_else(studies: Studies, way: Way, power: int) -> None:
    """Powers of two, which multiply without rounding: from 1e-45 to 1e45."""
    unit = 2.0**power
    scaled = [(effect * unit, variance * unit**2) for effect, variance in studies]
    factors = (1, unit, unit, unit, unit, 1, unit**2, 1, 1, 1, 1, unit, unit)
    assert _pool(scaled, way) == tuple(
        None if figure is None else figure * factor
        for figure, factor in zip(_pool(studies, way), factors, strict=True)
    )


@given(STUDIES, WAY)
def test_the_other_sign_mirrors(studies: Studies, way: Way) -> None:
    turned = [(-effect, variance) for effect, variance in studies]
    k, mean, se, low, high, p, *rest, pi_low, pi_high = _known(turned, way)
    ends = [-pi_high, -pi_low] if way[0] is not Method.FE else [inf, inf]
    assert _known(studies, way) == pytest.approx(
        [k, -mean, se, -high, -low, p, *rest, *ends], rel=1e-9, abs=1e-9
    )


def _known(studies: Studies, way: Way) -> list[float]:
    """The figures; endless where one is undefined."""
    return [inf if figure is None else figure for figure in _pool(studies, way)]


@given(EFFECT, st.lists(VARIANCE, min_size=2, max_size=8), WAY)
def test_equal_effects_do_not_differ(effect: float, variances: list[float], way: Way) -> None:
    method, knapp_hartung = way
    found = pool([effect] * len(variances), variances, method=method, knapp_hartung=knapp_hartung)
    assert (found.estimate, found.tau2, found.i2, found.q, found.q_p) == (effect, 0, 0, 0, 1)
    if knapp_hartung:
        figures = (found.se, found.ci_low, found.ci_high, found.pi_low, found.pi_high, found.p)
        assert figures == (0, *[effect] * 4, None)
    else:
        assert found.se == pytest.approx(1 / sqrt(sum(1 / variance for variance in variances)))


# DL divides Q less 2 by 4, what is left of the sums of weights. The slope of the likelihood is 0
# where 6τ⁴ + (10 - 3Q) τ² + 4 - Q = 0, the mean being 0 for any τ².
BETWEEN = {Method.FE: 0.0, Method.DL: 9.52 / 4, Method.REML: (24.56 + sqrt(783.6736)) / 12}


@pytest.mark.parametrize("order", list(permutations(range(3))))
@pytest.mark.parametrize("method", Method)
def test_a_study_that_outweighs_all_others(method: Method, order: tuple[int, ...]) -> None:
    """Weights of 1e30 beside 1: their sum forgets the others, the variance between must not."""
    studies = [[(0.0, 1e-30), (2.4, 1.0), (-2.4, 1.0)][place] for place in order]
    found = pool(*zip(*studies, strict=True), method=method)
    assert (found.q, found.tau2) == pytest.approx((11.52, BETWEEN[method]), rel=1e-12)


def test_variances_that_others_make_vanish() -> None:
    with pytest.raises(TooSmall) as failed:
        pool([1.0, 2e90, 3.0], [1e-200, 1.0, 1e-150])
    assert failed.value.places == (0, 2)
    assert pool([1e-150, 2e-150], [1e-302, 1e-302], method=Method.FE).q == pytest.approx(50)


@pytest.mark.parametrize(
    ("effects", "variances", "message"),
    [
        ([], [], "at least two effects"),
        ([1.0], [1.0], "at least two effects"),
        ([1.0, 2.0], [1.0], "each with its variance"),
        ([1.0, nan], [1.0, 1.0], "an effect is a number"),
        ([1.0, 1e101], [1.0, 1.0], "an effect is a number"),
        ([1.0, 2.0], [1.0, 0.0], "a variance is above 0"),
        ([1.0, 2.0], [1.0, nan], "a variance is above 0"),
        ([1.0, 2.0], [1.0, inf], "a variance is above 0"),
    ],
)
def test_what_is_unusable_is_an_error(
    effects: list[float], variances: list[float], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        pool(effects, variances)


def test_one_common_effect_has_no_knapp_hartung() -> None:
    with pytest.raises(ValueError, match="Knapp-Hartung"):
        pool([1.0, 2.0], [1.0, 1.0], method=Method.FE, knapp_hartung=True)
