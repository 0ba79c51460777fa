"""Means, totals and proportions as sums over rows, whose standard error follows from the design.

Taylor linearisation: an estimate moves with the rows as a sum of one number per row does (its
linearised values); the variance of that sum is known for any design of strata and clusters.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from krachtlokaal.analysis.estimation.design import Design, Floats, Ints


class Statistic(StrEnum):
    """What is estimated; a proportion is the mean of zeros and ones."""

    MEAN = "mean"
    TOTAL = "total"
    PROPORTION = "proportion"


@dataclass(frozen=True)
class Linearised:
    """An estimate over `rows`, and what each of these adds to its variance."""

    estimate: float | None
    rows: Ints
    values: Floats


def linearise(
    design: Design, values: ArrayLike, statistic: Statistic, domain: ArrayLike | None = None
) -> Linearised:
    """The estimate in a domain of the design: total Σ wy, mean and proportion Σ wy / Σ w.

    `values` has one number per row, NaN where it is missing; `domain` the rows (numbers from 0)
    that it is about, all without. Rows that are missing or outside count as 0 in the variance and
    stay in the design. Linearised values: wy for a total, w (y − mean) / Σ w for a mean. None
    without any row.

    Woodruff, R. S. (1971), A simple method for approximating the variance of a complicated
    estimate, Journal of the American Statistical Association 66.

    >>> from krachtlokaal.analysis.estimation.design import survey_design
    >>> design = survey_design(3, weights=[1, 2, 3])
    >>> linearise(design, [4, 7, float("nan")], Statistic.MEAN).estimate
    6.0
    """
    numbers = np.asarray(values, dtype=np.float64)
    if numbers.shape != (design.rows,):
        raise ValueError(f"{numbers.shape} values for {design.rows} rows")
    rows = np.arange(design.rows) if domain is None else np.asarray(domain, dtype=np.intp)
    rows = rows[~np.isnan(numbers[rows])]
    if not len(rows):
        return Linearised(None, rows, np.zeros(0))
    weights, inside = design.weights[rows], numbers[rows]
    if statistic is Statistic.TOTAL:
        return Linearised(float((weights * inside).sum()), rows, weights * inside)
    shares = weights / weights.max()  # so that no sum can be too large or too small
    mean = float((shares * inside).sum() / shares.sum())
    if (inside == inside[0]).all():
        mean = float(inside[0])  # and not what rounding leaves of it
    return Linearised(mean, rows, shares * (inside - mean) / shares.sum())


def standard_error(design: Design, rows: Ints, values: ArrayLike) -> float:
    """Of the sum of linearised values, which are 0 for all other rows of the design.

    √ Σₕ (1 − fₕ) nₕ / (nₕ − 1) Σᵢ (tₕᵢ − t̄ₕ)², with t the total of a cluster, n the clusters of a
    stratum and f the share of the stratum that was drawn. Clusters are taken as drawn at random
    within strata. A stratum with one cluster is the whole stratum, and adds nothing. In the unit of
    the values; a row may occur twice.

    Cochran, W. G. (1977), Sampling techniques, third edition, chapters 5 and 9A.

    >>> from krachtlokaal.analysis.estimation.design import survey_design
    >>> design = survey_design(2, population=[4, 4])
    >>> round(standard_error(design, np.array([0, 1]), [1.0, 3.0]) ** 2, 6)
    2.0
    """
    numbers = np.asarray(values, dtype=np.float64)
    scale = float(np.abs(numbers).max(initial=0.0))
    if scale == 0:
        return 0.0
    touched, cluster = np.unique(design.cluster[rows], return_inverse=True)
    totals = np.bincount(cluster, weights=numbers / scale)
    strata, starts, counts = np.unique(
        design.stratum[touched], return_index=True, return_counts=True
    )
    sizes, rest = design.sizes[strata], design.sizes[strata] - counts
    means = np.add.reduceat(totals, starts) / sizes
    same = np.maximum.reduceat(totals, starts) == np.minimum.reduceat(totals, starts)
    means = np.where(same & (rest == 0), totals[starts], means)  # no variance out of rounding
    squares = np.add.reduceat((totals - np.repeat(means, counts)) ** 2, starts) + rest * means**2
    factors = (1 - design.fractions[strata]) * sizes / np.maximum(sizes - 1, 1)
    return scale * sqrt(float((factors * squares).sum()))


def covariance(design: Design, estimates: Sequence[Linearised]) -> Floats:
    """Variances and covariances of several estimates of one design, k × k.

    As `standard_error`, with products of deviations in place of squares.

    >>> from krachtlokaal.analysis.estimation.design import survey_design
    >>> design, up, down = survey_design(4), [1, 2, 3, 4], [4, 3, 2, 1]
    >>> means = [linearise(design, values, Statistic.MEAN) for values in (up, down)]
    >>> covariance(design, means).round(4).tolist()
    [[0.4167, -0.4167], [-0.4167, 0.4167]]
    """
    totals = np.zeros((len(design.stratum), len(estimates)))
    for place, found in enumerate(estimates):
        np.add.at(totals[:, place], design.cluster[found.rows], found.values)
    starts = np.flatnonzero(np.r_[True, np.diff(design.stratum) > 0])
    means = np.add.reduceat(totals, starts) / design.sizes[:, None]
    factors = (1 - design.fractions) * design.sizes / np.maximum(design.sizes - 1, 1)
    away = (totals - means[design.stratum]) * np.sqrt(factors)[design.stratum, None]
    spread: Floats = away.T @ away
    return spread
