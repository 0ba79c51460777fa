"""Estimates with their standard error and interval, and the difference of two."""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit, stdtr, stdtrit

from krachtlokaal.analysis.estimation.design import Design
from krachtlokaal.analysis.estimation.linear import (
    Linearised,
    Statistic,
    linearise,
    standard_error,
)


@dataclass(frozen=True)
class Estimate:
    """`n` rows of the domain have a value; None where a figure is undefined."""

    n: int
    estimate: float | None
    se: float | None
    ci_low: float | None
    ci_high: float | None


@dataclass(frozen=True)
class Difference:
    """One estimate minus another of the same design, and the p of no difference, two-sided."""

    difference: float | None
    se: float | None
    ci_low: float | None
    ci_high: float | None
    p: float | None


def estimate(
    design: Design,
    values: ArrayLike,
    statistic: Statistic,
    domain: ArrayLike | None = None,
    confidence: float = 0.95,
) -> Estimate:
    """The estimate of `linearise` with its standard error and interval.

    Mean and total: estimate ± t · se. Proportion p: the same on the scale of log(p / (1 − p)),
    where the standard error is se / (p (1 − p)); no interval at 0 and 1. t has the degrees of
    freedom of the whole design; without any there is no interval. Raises ValueError for a
    confidence outside (0, 1).

    Korn, E. L. and Graubard, B. I. (1999), Analysis of health surveys, chapter 3: intervals.
    Lumley, T. (2010), Complex surveys, chapter 2: domains, and proportions on the logit scale.

    >>> from krachtlokaal.analysis.estimation.design import survey_design
    >>> found = estimate(survey_design(5), [2, 4, 4, 5, 5], Statistic.MEAN)
    >>> found.estimate, round(found.se, 4), round(found.ci_low, 4), round(found.ci_high, 4)
    (4.0, 0.5477, 2.4793, 5.5207)
    """
    quantile = _quantile(design, confidence)
    found = linearise(design, values, statistic, domain)
    n = len(found.rows)
    if found.estimate is None:
        return Estimate(n, None, None, None, None)
    error = standard_error(design, found.rows, found.values)
    interval = _logit_interval if statistic is Statistic.PROPORTION else _interval
    return Estimate(n, found.estimate, error, *interval(found.estimate, error, quantile))


def difference(
    design: Design, first: Linearised, second: Linearised, confidence: float = 0.95
) -> Difference:
    """`first` − `second`, whose rows may overlap or share clusters: the covariance counts.

    The linearised values of a difference are the differences of linearised values. Interval and p
    by t with the degrees of freedom of the design. None where an estimate is; p is None without a
    standard error. Raises ValueError for a confidence outside (0, 1).

    Lumley, T. (2010), Complex surveys, chapter 2: contrasts of domains.

    >>> from krachtlokaal.analysis.estimation.design import survey_design
    >>> design, values = survey_design(6), [1, 2, 3, 3, 4, 5]
    >>> low = linearise(design, values, Statistic.MEAN, [0, 1, 2])
    >>> found = difference(design, linearise(design, values, Statistic.MEAN, [3, 4, 5]), low)
    >>> found.difference, round(found.se, 4), round(found.p, 4)
    (2.0, 0.7303, 0.0409)
    """
    quantile = _quantile(design, confidence)
    if first.estimate is None or second.estimate is None:
        return Difference(None, None, None, None, None)
    away = first.estimate - second.estimate
    rows = np.concatenate([first.rows, second.rows])
    error = standard_error(design, rows, np.concatenate([first.values, -second.values]))
    freedom = design.degrees_of_freedom
    p = 2 * float(stdtr(freedom, -abs(away / error))) if error > 0 and freedom > 0 else None
    return Difference(away, error, *_interval(away, error, quantile), p)


Interval = tuple[float | None, float | None]


def _quantile(design: Design, confidence: float) -> float | None:
    """Of t; from the lower tail, where numbers close to 0 keep their precision."""
    if not 0 < confidence < 1:
        raise ValueError("a confidence lies between 0 and 1")
    freedom = design.degrees_of_freedom
    return -float(stdtrit(freedom, (1 - confidence) / 2)) if freedom > 0 else None


def _interval(centre: float, error: float, quantile: float | None) -> Interval:
    if quantile is None:
        return None, None
    return centre - quantile * error, centre + quantile * error


def _logit_interval(share: float, error: float, quantile: float | None) -> Interval:
    if quantile is None or not 0 < share < 1:
        return None, None
    if error == 0:
        return share, share
    logit = log(share) - log(1 - share)
    away = quantile * error / (share * (1 - share))
    return float(expit(logit - away)), float(expit(logit + away))
