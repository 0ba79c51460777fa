"""One common factor behind several items, by maximum likelihood."""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

CONVERGED = 1e-7  # largest slope of the discrepancy per relative change of a uniqueness
SAME_ITEM = 1e-10  # what a correlation may fall short of ±1 and still be called perfect
NO_LOADING = 1e-6  # of a standardised item
TIE = 1e-12  # between two discrepancies
HEYWOOD_STARTS = 3
LOWEST, HIGHEST = log(1e-6), log(2.0)  # uniquenesses that the search may try, standardised


@dataclass(frozen=True)
class OneFactor:
    """A fitted factor: item i is loadings[i] · factor + a rest with variance uniquenesses[i].

    `discrepancy` is log|Σ| + tr(RΣ⁻¹) − k with R and Σ as correlations; log|R| for a perfect fit.
    """

    loadings: Floats
    uniquenesses: Floats
    discrepancy: float


def fit_one_factor(covariance: ArrayLike) -> OneFactor | None:
    """Minimise log|Σ| + tr(SΣ⁻¹) over Σ = λλᵀ + diag(ψ), ψ ≥ 0.

    `covariance` is S, k × k, in the square of the items' unit; its divisor (n or n − 1) is of no
    matter to the ratios of the result. Items are assumed to be normal for the likelihood; the
    estimates are consistent without. The sign of λ is such that its sum is not negative.

    The likelihood is reduced to the uniquenesses (Jöreskog, 1967) and minimised in log ψ from
    several starting points, at the end with exact second derivatives (Clarke, 1970). At the edge
    ψᵢ = 0 (a Heywood case) the factor is item i itself, and the optimum has a closed form.

    None: fewer than three items; an item without variance or two that correlate perfectly (the
    likelihood has no maximum); several solutions that fit equally well, as where fewer than three
    items load; no convergence. Raises ValueError if S is not a square symmetric matrix of finite
    numbers.

    Jöreskog, K. G. (1967), Some contributions to maximum likelihood factor analysis, Psychometrika
    32. Clarke, M. R. B. (1970), A rapidly convergent method for maximum-likelihood factor analysis,
    British Journal of Mathematical and Statistical Psychology 23.

    >>> fit = fit_one_factor([[2.0, 0.6, 0.6], [0.6, 1.0, 0.3], [0.6, 0.3, 1.0]])
    >>> [round(float(loading), 4) for loading in fit.loadings]
    [1.0954, 0.5477, 0.5477]
    >>> [round(float(rest), 4) for rest in fit.uniquenesses]
    [0.8, 0.7, 0.7]
    """
    spread = as_covariance(covariance)
    variances = np.diag(spread)
    if len(spread) < 3 or not (variances > 0).all():
        return None
    deviations = np.sqrt(variances)
    correlations = spread / np.outer(deviations, deviations)
    np.fill_diagonal(correlations, 1.0)
    if np.abs(correlations - np.eye(len(spread))).max() > 1 - SAME_ITEM:
        return None
    fit = _best(correlations)
    if fit is None or np.count_nonzero(np.abs(fit.loadings) > NO_LOADING) < 3:
        return None
    sign = -1.0 if fit.loadings.sum() < 0 else 1.0
    loadings = sign * fit.loadings * deviations
    return OneFactor(loadings, fit.uniquenesses * variances, fit.discrepancy)


def as_covariance(covariance: ArrayLike) -> Floats:
    """The matrix as floats, or ValueError if it can't be a covariance matrix.

    >>> as_covariance([[1, 0.5], [0.5, 1]]).shape
    (2, 2)
    """
    matrix = np.array(covariance, dtype=np.float64)
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        raise ValueError("a covariance matrix is square")
    if not np.isfinite(matrix).all() or not np.allclose(matrix, matrix.T):
        raise ValueError("a covariance matrix is finite and symmetric")
    return matrix


def _best(correlations: Floats) -> OneFactor | None:
    """The lowest point, inside or on an edge; None if two edges are equally low, or if it lies
    inside and the search there had not ended."""
    edges = [_edge(correlations, item) for item in range(len(correlations))]
    best, second = sorted(edges, key=lambda edge: edge.discrepancy)[:2]
    inside = _inside(correlations, _starts(edges))
    if inside.discrepancy < best.discrepancy - TIE:
        steepest = np.abs(_slope(np.log(inside.uniquenesses), correlations)).max()
        return inside if steepest <= CONVERGED else None
    return best if second.discrepancy > best.discrepancy + TIE else None


def _inside(correlations: Floats, starts: list[Floats]) -> OneFactor:
    """The lowest point with all uniquenesses above 0 that is reached from the starts."""
    from scipy.optimize import minimize, root

    searches = [
        minimize(  # type: ignore[no-untyped-call]  # scipy has no types
            *(_discrepancy, start, (correlations,), "L-BFGS-B", _slope),
            bounds=[(LOWEST, HIGHEST)] * len(start),
            tol=1e-14,
        )
        for start in starts
    ]
    lowest = min(searches, key=lambda search: search.fun)
    root_of_slope = root(  # type: ignore[no-untyped-call]  # the same
        _slope, lowest.x, (correlations,), jac=_curvature, tol=1e-12
    )
    found, polished = _at(lowest.x, correlations), _at(root_of_slope.x, correlations)
    return polished if polished.discrepancy < found.discrepancy + TIE else found


def _edge(correlations: Floats, item: int) -> OneFactor:
    """The best solution in which the factor is the item."""
    loadings = correlations[item].copy()
    rest = 1 - loadings**2
    rest[item] = 0.0
    return OneFactor(loadings, rest, float(np.log(np.delete(rest, item)).sum()))


def _starts(edges: list[OneFactor]) -> list[Floats]:
    """Logarithms of uniquenesses: all equal, and near the best edges."""
    best = sorted(edges, key=lambda edge: edge.discrepancy)[:HEYWOOD_STARTS]
    near = [np.log(np.maximum(edge.uniquenesses, 0.05)) for edge in best]
    return [np.full(len(edges), log(0.5)), *near]


def _spectrum(logs: Floats, correlations: Floats) -> tuple[Floats, Floats, Floats]:
    """Ψ^-½ R Ψ^-½ with its eigenvalues, falling, and eigenvectors in columns."""
    shrink = np.exp(-_held(logs) / 2)
    scaled = correlations * np.outer(shrink, shrink)
    values, vectors = np.linalg.eigh(scaled)
    return scaled, values[::-1], vectors[:, ::-1]


def _held(logs: Floats) -> Floats:
    """Within what can be computed with, wherever the search for a root of the slope looks."""
    held: Floats = np.clip(logs, 3 * LOWEST, 3 * HIGHEST)
    return held


def _discrepancy(logs: Floats, correlations: Floats) -> float:
    scaled, values, _ = _spectrum(logs, correlations)
    rest = np.trace(scaled) - values[0]
    return float(logs.sum() + np.log(values[0]) + 1 + rest - len(logs))


def _slope(logs: Floats, correlations: Floats) -> Floats:
    scaled, values, vectors = _spectrum(logs, correlations)
    slope: Floats = 1 - np.diag(scaled) + (values[0] - 1) * vectors[:, 0] ** 2
    return slope


def _curvature(logs: Floats, correlations: Floats) -> Floats:
    scaled, values, vectors = _spectrum(logs, correlations)
    first, others = vectors[:, 0], vectors[:, 1:]
    gaps = values[0] - values[1:]
    # Where two eigenvalues meet there is no second derivative: the term is left out.
    weights = np.divide(values[0] + values[1:], gaps, out=np.zeros_like(gaps), where=gaps > 1e-12)
    turning = (values[0] - 1) * np.outer(first, first) * ((others * weights) @ others.T)
    squares = first**2
    curvature: Floats = np.diag(np.diag(scaled)) - values[0] * np.outer(squares, squares) - turning
    return curvature


def _at(logs: Floats, correlations: Floats) -> OneFactor:
    """The best loadings for these uniquenesses; the discrepancy without their inverses, so that it
    is exact near an edge too."""
    _, values, vectors = _spectrum(logs, correlations)
    rest: Floats = np.exp(_held(logs))
    loadings = np.sqrt(rest * max(values[0] - 1, 0.0)) * vectors[:, 0]
    sigma = np.outer(loadings, loadings) + np.diag(rest)
    misfit = np.linalg.slogdet(sigma)[1] + np.trace(np.linalg.solve(sigma, correlations))
    return OneFactor(loadings, rest, float(misfit - len(rest)))
