"""How far items that are added up measure the same: alpha, omega and figures per item."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from krachtlokaal.analysis.factor import Floats, as_covariance, fit_one_factor

NO_VARIANCE = 1e-12  # of a sum, over the square of the sum of standard deviations: rounding alone


@dataclass(frozen=True)
class ItemFigures:
    """One item: mean and standard deviation (n − 1), and what it does among the others."""

    mean: float | None
    sd: float | None
    alpha_if_dropped: float | None
    item_rest_correlation: float | None


@dataclass(frozen=True)
class Reliability:
    """Figures of a set of items; None where a figure is undefined."""

    alpha: float | None
    omega: float | None
    items: tuple[ItemFigures, ...]


def alpha(covariance: ArrayLike) -> float | None:
    """Cronbach's alpha: k / (k − 1) · (1 − Σ sᵢᵢ / Σ Σ sᵢⱼ), without unit, at most 1.

    `covariance` is k × k. Equals the reliability of the sum if all items measure the same thing
    equally strongly and their errors do not correlate; if they do so unequally, it is a lower
    bound. None for fewer than two items or a sum without variance. Raises ValueError for what is
    no covariance matrix.

    Cronbach, L. J. (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16.

    >>> alpha([[1.0, 0.5, 0.5], [0.5, 1.0, 0.5], [0.5, 0.5, 1.0]])
    0.75
    """
    spread = as_covariance(covariance)
    items, whole = len(spread), float(spread.sum())
    if items < 2 or _is_rounding(whole, spread):
        return None
    return items / (items - 1) * (1 - float(np.trace(spread)) / whole)


def omega(covariance: ArrayLike) -> float | None:
    """McDonald's omega: (Σλ)² / ((Σλ)² + Σψ), the share of the sum that one factor explains, 0–1.

    λ and ψ are fitted by maximum likelihood (`factor.fit_one_factor`, which says when there is no
    fit; then None). Items may measure the same thing more or less strongly; their errors must not
    correlate. Raises ValueError for what is no covariance matrix.

    McDonald, R. P. (1999), Test theory: a unified treatment, chapter 6.

    >>> round(omega([[2.0, 0.6, 0.6], [0.6, 1.0, 0.3], [0.6, 0.3, 1.0]]), 4)
    0.6857
    """
    fit = fit_one_factor(covariance)
    if fit is None:
        return None
    common = float(fit.loadings.sum()) ** 2
    return common / (common + float(fit.uniquenesses.sum()))


def reliability(rows: Sequence[Sequence[float]], items: int) -> Reliability:
    """Alpha, omega and the figures per item of complete rows, `items` numbers each.

    Reverse items must have been reversed. Item-rest correlation: Pearson's, of the item with the
    sum of the others. Figures that need more rows, more items or some variance are None. Raises
    ValueError for rows of another length.

    >>> found = reliability([(1, 2, 1), (2, 2, 3), (3, 5, 4), (5, 4, 5)], 3)
    >>> round(found.alpha, 4), found.items[0].mean, round(found.items[0].item_rest_correlation, 4)
    (0.9203, 2.75, 0.8783)
    """
    values = np.array(rows, dtype=np.float64).reshape(len(rows), items)
    if len(values) < 2:
        means: list[float | None] = [float(mean) for mean in values.ravel()] or [None] * items
        return Reliability(None, None, tuple(ItemFigures(mean, None, None, None) for mean in means))
    spread = _covariance(values)
    figures = tuple(
        _figures(spread, item, float(mean)) for item, mean in enumerate(values.mean(axis=0))
    )
    return Reliability(alpha(spread), omega(spread), figures)


def _covariance(values: Floats) -> Floats:
    """Covariances with divisor n − 1; exactly 0 for an item that is the same in every row."""
    away = values - values.mean(axis=0)
    away[:, values.min(axis=0) == values.max(axis=0)] = 0.0
    covariance: Floats = away.T @ away / (len(values) - 1)
    return covariance


def _figures(spread: Floats, item: int, mean: float) -> ItemFigures:
    others = np.delete(np.delete(spread, item, axis=0), item, axis=1)
    variance, rest = float(spread[item, item]), float(others.sum())
    correlation = None
    if variance > 0 and len(others) and not _is_rounding(rest, others):
        shared = float(spread[item].sum()) - variance
        correlation = max(-1.0, min(1.0, shared / sqrt(variance) / sqrt(rest)))
    return ItemFigures(mean, sqrt(variance), alpha(others), correlation)


def _is_rounding(variance: float, spread: Floats) -> bool:
    """Whether the variance of a sum is 0 but for rounding."""
    deviations = float(np.sqrt(np.diag(spread)).sum())
    return variance <= NO_VARIANCE * deviations**2
