"""One factor by maximum likelihood, against what was published and against another optimiser."""

from math import log

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.optimize import minimize

from krachtlokaal.analysis.factor import OneFactor, as_covariance, fit_one_factor
from krachtlokaal.analysis.reliability import omega

Floats = NDArray[np.float64]

# Six tests of ability of 112 people: Smith and Stanley (1983), Intelligence 7; R's `ability.cov`.
ABILITY = [
    [24.641, 5.991, 33.520, 6.023, 20.755, 29.701],
    [5.991, 6.700, 18.137, 1.782, 4.936, 7.204],
    [33.520, 18.137, 149.831, 19.424, 31.430, 50.753],
    [6.023, 1.782, 19.424, 12.711, 4.757, 9.075],
    [20.755, 4.936, 31.430, 4.757, 52.604, 66.762],
    [29.701, 7.204, 50.753, 9.075, 66.762, 135.292],
]


def test_six_tests_of_ability_as_r_fits_them() -> None:
    """The output of `factanal(factors = 1, covmat = ability.cov)` in R."""
    fit = fit_one_factor(ABILITY)
    assert fit is not None
    variances = np.diag(ABILITY)
    standardised = fit.loadings / np.sqrt(variances)
    assert standardised.round(3).tolist() == [0.682, 0.384, 0.502, 0.300, 0.877, 0.849]
    unique = fit.uniquenesses / variances
    assert unique.round(3).tolist() == [0.535, 0.853, 0.748, 0.910, 0.232, 0.280]
    correlations = ABILITY / np.sqrt(np.outer(variances, variances))
    misfit = fit.discrepancy - np.linalg.slogdet(correlations)[1]
    chi_square = (112 - 1 - (2 * 6 + 5) / 6 - 2 / 3) * misfit  # with Bartlett's correction
    assert round(chi_square, 2) == 75.18


def test_three_items_have_a_solution_in_closed_form() -> None:
    """λ₁² = s₁₂ s₁₃ / s₂₃ (Spearman's triad)."""
    fit = fit_one_factor([[4.0, 1.2, 0.9], [1.2, 2.0, 0.6], [0.9, 0.6, 1.0]])
    assert fit is not None
    assert fit.loadings == pytest.approx(np.sqrt([1.8, 0.8, 0.45]), abs=1e-10)
    assert fit.uniquenesses == pytest.approx([2.2, 1.2, 0.55], abs=1e-10)


def test_a_heywood_case_is_held_at_the_edge() -> None:
    """Spearman's triad would leave the first item a variance below 0: 1 − 0.7 · 0.7 / 0.3."""
    correlations = [[1.0, 0.7, 0.7], [0.7, 1.0, 0.3], [0.7, 0.3, 1.0]]
    fit = fit_one_factor(correlations)
    assert fit is not None
    assert fit.loadings == pytest.approx([1.0, 0.7, 0.7])
    assert fit.uniquenesses == pytest.approx([0.0, 0.51, 0.51])
    assert fit.discrepancy == pytest.approx(2 * log(0.51))
    assert omega(correlations) == pytest.approx(2.4**2 / (2.4**2 + 1.02))


def test_an_optimum_that_just_touches_the_edge() -> None:
    """Spearman's triad leaves the first item exactly nothing: 1 − 0.5 · 0.6 / 0.3."""
    found = omega([[1.0, 0.5, 0.6], [0.5, 1.0, 0.3], [0.6, 0.3, 1.0]])
    assert found == pytest.approx(2.1**2 / (2.1**2 + 0.75 + 0.64), abs=1e-9)


def test_loadings_add_up_to_something_positive() -> None:
    fit = fit_one_factor([[1.0, -0.5, -0.5], [-0.5, 1.0, 0.5], [-0.5, 0.5, 1.0]])
    assert fit is not None
    assert fit.loadings == pytest.approx(np.sqrt(0.5) * np.array([-1, 1, 1]))


def test_fewer_rows_than_items_can_still_be_fitted() -> None:
    rows = np.random.default_rng(3).normal(size=(5, 7))
    spread = np.cov(rows.T)
    _same_as_another(spread, fit_one_factor(spread))


@pytest.mark.parametrize(
    "covariance",
    [
        [[1.0]],
        [[1.0, 0.5], [0.5, 1.0]],
        [[1.0, 0.0, 0.5], [0.0, 0.0, 0.0], [0.5, 0.0, 1.0]],  # no variance
        [[1.0, 2.0, 0.5], [2.0, 4.0, 1.0], [0.5, 1.0, 1.0]],  # the second is the first, doubled
        [[1.0, -1.0, 0.5], [-1.0, 1.0, -0.5], [0.5, -0.5, 1.0]],
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],  # nothing in common
        [[1.0, 0.5, 0.0], [0.5, 1.0, 0.0], [0.0, 0.0, 1.0]],  # only two items that load
        [[1.0, 0.5, 0.5], [0.5, 1.0, -0.5], [0.5, -0.5, 1.0]],  # three edges, equally good
    ],
)
def test_no_factor_where_there_is_no_single_best_one(covariance: list[list[float]]) -> None:
    assert fit_one_factor(covariance) is None


@pytest.mark.parametrize(
    "matrix",
    [
        [1.0, 2.0],
        [[1.0, 0.5]],
        [[1.0, 0.5], [0.4, 1.0]],
        [[1.0, float("nan")], [float("nan"), 1.0]],
    ],
)
def test_what_is_no_covariance_matrix_is_an_error(matrix: list[float]) -> None:
    with pytest.raises(ValueError, match="a covariance matrix is"):
        as_covariance(matrix)


def test_the_unit_of_an_item_changes_its_own_figures_alone() -> None:
    units = np.array([1, 10, 0.1, 3, 1, 2])
    fit, other = fit_one_factor(ABILITY), fit_one_factor(ABILITY * np.outer(units, units))
    assert fit is not None
    assert other is not None
    assert other.loadings == pytest.approx(fit.loadings * units)
    assert other.uniquenesses == pytest.approx(fit.uniquenesses * units**2)


@pytest.mark.parametrize("seed", range(12))
def test_another_optimiser_finds_nothing_better(seed: int) -> None:
    """Answers of few people to few items, where edges and several low points are common."""
    random = np.random.default_rng(seed)
    items = int(random.integers(3, 8))
    common = random.normal(size=(25, 1)) * random.uniform(0, 1.2, items)
    answers = np.clip(np.round(3 + common + random.normal(size=(25, items))), 1, 5)
    spread = np.cov(answers.T)
    _same_as_another(spread, fit_one_factor(spread))


def _same_as_another(spread: Floats, fit: OneFactor | None) -> None:
    assert fit is not None
    deviations = np.sqrt(np.diag(spread))
    lowest, point = _another(spread / np.outer(deviations, deviations))
    assert fit.discrepancy == pytest.approx(lowest, abs=1e-5)
    loadings, rest = np.split(point, 2)
    common = (loadings * deviations).sum() ** 2
    reliability = common / (common + (rest * deviations**2).sum())
    found = fit.loadings.sum() ** 2 / (fit.loadings.sum() ** 2 + fit.uniquenesses.sum())
    assert found == pytest.approx(reliability, abs=1e-4)


def _another(correlations: Floats) -> tuple[float, Floats]:
    """L-BFGS-B on loadings and uniquenesses together, from ten points."""
    items = len(correlations)

    def discrepancy(point: Floats) -> tuple[float, Floats]:
        loadings, rest = np.split(point, 2)
        sigma = np.outer(loadings, loadings) + np.diag(rest)
        inverse = np.linalg.inv(sigma)
        slope = inverse - inverse @ correlations @ inverse
        height = np.linalg.slogdet(sigma)[1] + np.trace(correlations @ inverse) - items
        return float(height), np.concatenate([2 * slope @ loadings, np.diag(slope)])

    random = np.random.default_rng(0)
    found = [
        minimize(
            discrepancy,
            np.concatenate([random.uniform(-1, 1, items), random.uniform(0.2, 0.8, items)]),
            jac=True,
            method="L-BFGS-B",
            bounds=[(None, None)] * items + [(1e-7, None)] * items,
            options={"ftol": 1e-15, "gtol": 1e-9, "maxiter": 5000},
        )
        for _ in range(10)
    ]
    best = min(found, key=lambda result: result.fun)
    return best.fun, best.x
