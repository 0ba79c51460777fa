"""Estimates as figures: rounded, so that they are no more exact than they are sure."""

from math import ceil, floor

import numpy as np
from scipy.special import expit, logit

from krachtlokaal.analysis.estimation import Estimate
from krachtlokaal.needs.outcome.model import Differs, Figure, Reason

GROUP_STEP = 5  # percents; of a small group whole percents would tell how many


def points(found: Estimate, differs: Differs | None = None) -> Figure:
    """A score or an index, 0 to 100."""
    return _figure(found, differs, lowest=0, highest=100, decimals=0)


def importance(found: Estimate, differs: Differs | None = None) -> Figure:
    """1 to 5."""
    return _figure(found, differs, lowest=1, highest=5, decimals=1)


def share(found: Estimate, step: int = 1, differs: Differs | None = None) -> Figure:
    """A share from 0 to 1 in percents, with an interval that reaches at least as far."""
    if found.estimate is None:
        return Figure(None, hidden=Reason.NONE)
    low, high = (None if end is None else 100 * end / step for end in (found.ci_low, found.ci_high))
    return Figure(
        value=round(100 * found.estimate / step) * step,
        low=None if low is None else floor(round(low, 6)) * step,
        high=None if high is None else ceil(round(high, 6)) * step,
        differs=differs,
    )


def interval(mean: float, error: float, quantile: float) -> Estimate:
    """Around a mean whose error is known."""
    return Estimate(0, mean, error, mean - quantile * error, mean + quantile * error)


def share_interval(mean: float, error: float, quantile: float) -> Estimate:
    """On the scale of log(p / (1 − p)), as `analysis.estimation.estimate` has it."""
    if not 0 < mean < 1:
        return Estimate(0, mean, error, None, None)
    away = quantile * error / (mean * (1 - mean))
    ends = expit(logit(mean) + np.array([-away, away]))
    return Estimate(0, mean, error, float(ends[0]), float(ends[1]))


def _figure(
    found: Estimate, differs: Differs | None, *, lowest: int, highest: int, decimals: int
) -> Figure:
    if found.estimate is None:
        return Figure(None, hidden=Reason.NONE)
    numbers = (found.estimate, found.ci_low, found.ci_high)
    value, low, high = (
        None
        if number is None
        else _plain(round(min(max(float(number), lowest), highest), decimals), decimals)
        for number in numbers
    )
    return Figure(value, low, high, differs)


def _plain(number: float, decimals: int) -> float:
    """Whole numbers without a point, in the ledger too."""
    return number if decimals else int(number)
