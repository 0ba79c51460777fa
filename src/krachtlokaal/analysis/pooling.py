"""One figure out of the effects of several studies: meta-analysis, with how much these differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import frexp, ldexp, log, log10, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtrc, ndtr, ndtri, stdtr, stdtrit

Floats = NDArray[np.float64]

TAIL = 0.025  # of an interval of 95 %, at either side
LARGEST = 1e100  # its square can still be worked with
SMALLEST = 1e-300  # variance, if the largest number is about 1
PER_DECADE = 12  # values of τ² at which the slope of the likelihood is looked at


class Method(StrEnum):
    """How the variance between studies is estimated; FE assumes that there is none."""

    REML = "REML"
    DL = "DL"
    FE = "FE"


class TooSmall(ValueError):  # noqa: N818 it is an answer, not a fault
    """Variances too small beside the other numbers to work with; `places` from 0."""

    def __init__(self, places: Sequence[int]) -> None:
        self.places = tuple(places)
        super().__init__(f"variances too small beside the other numbers: {self.places}")


@dataclass(frozen=True)
class Pooled:
    """`tau2`: variance between studies; `i2` in per cent; `pi`: where a new study's effect lies."""

    k: int
    estimate: float
    se: float
    ci_low: float
    ci_high: float
    p: float | None
    tau2: float
    i2: float
    q: float
    q_df: int
    q_p: float
    pi_low: float | None
    pi_high: float | None


def pool(
    effects: Sequence[float],
    variances: Sequence[float],
    *,
    method: Method = Method.REML,
    knapp_hartung: bool = False,
) -> Pooled:
    """The mean Σ wy / Σ w with w = 1 / (v + τ²), its standard error √(1 / Σ w), and τ².

    `effects` are y and `variances` v, in the unit of y squared and taken as known; the effects are
    assumed to be independent and about normal. Q = Σ (y − ȳ)² / v around the mean with τ² = 0 has
    a chi-squared distribution with k − 1 degrees of freedom if all studies have one effect.

    τ² is 0 (FE), max(0, (Q − k + 1) / (Σ u − Σ u² / Σ u)) with u = 1 / v (DL), or where the
    restricted likelihood is highest over all τ² ≥ 0 (REML). I² = 100 τ² / (τ² + s²) with s² =
    (k − 1) Σ u / ((Σ u)² − Σ u²); for FE 100 max(0, (Q − k + 1) / Q).

    Intervals (95 %) and p by the normal distribution. With `knapp_hartung` the squared standard
    error is Σ w (y − mean)² / ((k − 1) Σ w), not kept above any minimum, and intervals and p go by
    t with k − 1 degrees of freedom. Prediction: mean ± quantile · √(τ² + se²), None for FE. p is
    None without a standard error: Knapp-Hartung with equal effects.

    Raises TooSmall, and ValueError for fewer than two effects, lengths that differ, effects that
    are no finite numbers, variances not above 0, or Knapp-Hartung with FE.

    DerSimonian, R. and Laird, N. (1986), Meta-analysis in clinical trials, Controlled Clinical
    Trials 7. Viechtbauer, W. (2005), Bias and efficiency of meta-analytic variance estimators in
    the random-effects model, Journal of Educational and Behavioral Statistics 30: REML. Higgins,
    J. P. T. and Thompson, S. G. (2002), Quantifying heterogeneity in a meta-analysis, Statistics in
    Medicine 21. Knapp, G. and Hartung, J. (2003), Improved tests for a random effects
    meta-regression with a single covariate, Statistics in Medicine 22. Higgins, J. P. T., Thompson,
    S. G. and Spiegelhalter, D. J. (2009), A re-evaluation of random-effects meta-analysis, Journal
    of the Royal Statistical Society A 172: prediction.

    >>> found = pool([1.0, 2.0, 6.0], [1.0, 1.0, 1.0])
    >>> [round(x, 4) for x in (found.estimate, found.se, found.tau2, found.i2)]
    [3.0, 1.5275, 6.0, 85.7143]
    >>> round(found.q, 4), found.q_df, round(found.q_p, 6)
    (14.0, 2, 0.000912)
    """
    _check(effects, variances)
    if knapp_hartung and method is Method.FE:
        raise ValueError("Knapp-Hartung needs a variance between studies")
    studies = _standardise(effects, variances)
    freedom = len(effects) - 1
    fixed = _mean(studies, 0.0)
    excess = max(0.0, fixed.q - freedom)
    typical = freedom / fixed.total / fixed.apart
    tau2 = 0.0
    if method is Method.DL:
        tau2 = excess / fixed.total / fixed.apart
    elif method is Method.REML:
        tau2 = _likeliest(studies)
    share = excess / max(fixed.q, freedom) if method is Method.FE else tau2 / (tau2 + typical)
    mean = _mean(studies, tau2)
    error = sqrt((mean.q / freedom if knapp_hartung else 1.0) / mean.total)
    quantile = -float(stdtrit(freedom, TAIL) if knapp_hartung else ndtri(TAIL))
    centre, se = studies.first + mean.estimate * studies.unit, error * studies.unit
    new = None if method is Method.FE else quantile * sqrt(tau2 + error**2) * studies.unit
    return Pooled(
        k=len(effects),
        estimate=centre,
        se=se,
        ci_low=centre - quantile * se,
        ci_high=centre + quantile * se,
        p=_p(centre / se, freedom if knapp_hartung else None) if se > 0 else None,
        tau2=tau2 * studies.unit**2,
        i2=100 * share,
        q=fixed.q,
        q_df=freedom,
        q_p=float(chdtrc(freedom, fixed.q)),
        pi_low=None if new is None else centre - new,
        pi_high=None if new is None else centre + new,
    )


@dataclass(frozen=True)
class _Studies:
    """Effects as distances from `first`, the surest, in `unit`, a power of two; variances too.

    Sorted, so that their order in the input is of no matter; no distance or variance above 1.
    """

    first: float
    unit: float
    effects: Floats
    variances: Floats


@dataclass(frozen=True)
class _Mean:
    """`total` Σ w; `shares` w / Σ w; `apart` Σ share · (1 − share); `q` Σ w · rest²."""

    estimate: float
    total: float
    shares: Floats
    apart: float
    rests: Floats

    @property
    def q(self) -> float:
        return self.total * float((self.shares * self.rests**2).sum())


def _check(effects: Sequence[float], variances: Sequence[float]) -> None:
    if len(effects) != len(variances) or len(effects) < 2:
        raise ValueError("pooling needs at least two effects, each with its variance")
    if not all(abs(effect) <= LARGEST for effect in effects):
        raise ValueError(f"an effect is a number up to {LARGEST:g}")
    if not all(0 < variance <= LARGEST for variance in variances):
        raise ValueError(f"a variance is above 0, up to {LARGEST:g}")


def _standardise(effects: Sequence[float], variances: Sequence[float]) -> _Studies:
    numbers, squares = np.array(effects, np.float64), np.array(variances, np.float64)
    order = np.lexsort((numbers, squares))
    first = float(numbers[order[0]])
    away = numbers[order] - first
    size = frexp(max(float(np.abs(away).max()), sqrt(squares.max())))[1]
    scaled = np.ldexp(squares[order], -2 * size)
    if small := sorted(order[scaled < SMALLEST].tolist()):
        raise TooSmall(small)
    return _Studies(first, ldexp(1.0, size), np.ldexp(away, -size), scaled)


def _mean(studies: _Studies, tau2: float) -> _Mean:
    """With the surest study at 0, what the others add is not lost beside a much larger weight."""
    weights = 1 / (studies.variances + tau2)
    total = float(weights.sum())
    shares = weights / total
    estimate = float((shares * studies.effects).sum())
    others = 1 - shares
    others[0] = shares[1:].sum()
    return _Mean(
        estimate, total, shares, float((shares * others).sum()), studies.effects - estimate
    )


def _likeliest(studies: _Studies) -> float:
    """The τ² ≥ 0 with the highest restricted likelihood.

    Its slope is below 0 from the squared range of the effects on. Between there and 0 each change
    from rising to falling is found exactly, and the highest of these tops, or 0, is taken: unequal
    variances may give several.
    """
    from scipy.optimize import brentq

    highest, lowest = float(np.ptp(studies.effects)) ** 2, float(studies.variances[0]) / 100
    if highest <= lowest:
        return 0.0
    number = 2 + int(PER_DECADE * log10(highest / lowest))
    points = [0.0, *np.geomspace(lowest, highest, number).tolist()]
    slopes = [_slope(point, studies) for point in points]
    tops = [0.0] if slopes[0] <= 0 else []
    for (low, rising), (high, falling) in pairwise(zip(points, slopes, strict=True)):
        if rising > 0 >= falling:
            top = brentq(  # type: ignore[no-untyped-call]  # scipy has no types
                _slope, low, high, args=(studies,), xtol=SMALLEST, maxiter=5000
            )
            tops.append(float(top))
    return max(tops, key=lambda top: _likelihood(top, studies))


def _slope(tau2: float, studies: _Studies) -> float:
    """Of the restricted log-likelihood at τ², times 2 / Σ w."""
    mean = _mean(studies, tau2)
    return mean.total * float(((mean.shares * mean.rests) ** 2).sum()) - mean.apart


def _likelihood(tau2: float, studies: _Studies) -> float:
    """The restricted log-likelihood, without its constant."""
    mean = _mean(studies, tau2)
    logarithms = float(np.log(studies.variances + tau2).sum())
    return -(logarithms + log(mean.total) + mean.q) / 2


def _p(ratio: float, freedom: int | None) -> float:
    """Two-sided; by the normal distribution without degrees of freedom."""
    tail = ndtr(-abs(ratio)) if freedom is None else stdtr(freedom, -abs(ratio))
    return 2 * float(tail)
