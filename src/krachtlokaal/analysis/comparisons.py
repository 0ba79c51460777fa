"""Many comparisons at once: p-values that allow for their number, and how sure a ranking is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, permutations
from math import sqrt

from krachtlokaal.analysis.factor import as_covariance


@dataclass(frozen=True)
class Rank:
    """A place in a ranking, 1 being the highest estimate, and the places that it may really be."""

    rank: int
    best: int
    worst: int


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Adjusted p-values: rejecting those below α makes any false rejection rarer than α.

    In order of size, p₍ᵢ₎ (m − i + 1), never below an earlier one, at most 1. Holds however the
    tests depend on each other. Raises ValueError for a p outside 0–1.

    Holm, S. (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal
    of Statistics 6.

    >>> [round(p, 4) for p in holm([0.01, 0.04, 0.03, 0.005])]
    [0.03, 0.06, 0.06, 0.02]
    """
    order = _order(p_values)
    steps = [p_values[at] * (len(order) - place) for place, at in enumerate(order)]
    return _in_place(order, list(accumulate(steps, max)))


# scipy has this one, in a part that takes a second to load.
def benjamini_hochberg(p_values: Sequence[float]) -> tuple[float, ...]:
    """Adjusted p-values: of those below α, on average at most a share α is a false discovery.

    In order of size, p₍ᵢ₎ m / i, never above a later one. For tests that are independent or depend
    on each other positively. Raises ValueError for a p outside 0–1.

    Benjamini, Y. and Hochberg, Y. (1995), Controlling the false discovery rate, Journal of the
    Royal Statistical Society B 57.

    >>> [round(p, 4) for p in benjamini_hochberg([0.01, 0.04, 0.03, 0.005])]
    [0.02, 0.04, 0.04, 0.02]
    """
    order = _order(p_values)
    steps = [p_values[at] * len(order) / place for place, at in enumerate(order, 1)]
    return _in_place(order, list(accumulate(reversed(steps), min))[::-1])


def rank_intervals(
    estimates: Sequence[float],
    covariance: Sequence[Sequence[float]],
    degrees_of_freedom: int,
    confidence: float = 0.95,
) -> tuple[Rank, ...]:
    """For each estimate its rank and the ranks that it may really have, all at once.

    Each pair is tested in both directions, by t with the covariance of the two; Holm's correction
    over all k (k − 1) tests keeps any false order rarer than 1 − confidence. The best rank is 1 +
    the number that are higher for sure; the worst is k − the number that are lower for sure. With
    probability `confidence` all intervals hold the true rank; it is on the safe side. Equal
    estimates share a rank. The estimates may depend on each other, as items answered by the same
    people do (`estimation.covariance`). Assumes that their differences are about normal.

    Raises ValueError for a covariance of another size, no degrees of freedom, or a confidence
    outside (0, 1).

    Al Mohamad, D., Goeman, J. J. and van Zwet, E. W. (2022), Simultaneous confidence intervals for
    ranks with application to ranking institutions, Biometrics 78: ranks from tests of all pairs.
    Mogstad, M., Romano, J. P., Shaikh, A. M. and Wilhelm, D. (2024), Inference for ranks with
    applications, Review of Economic Studies 91: correction by steps, in both directions.

    >>> spread = [[4.0, 0.0, 0.0], [0.0, 4.0, 0.0], [0.0, 0.0, 4.0]]
    >>> [(r.rank, r.best, r.worst) for r in rank_intervals([50.0, 70.0, 52.0], spread, 100)]
    [(3, 2, 3), (1, 1, 1), (2, 2, 3)]
    """
    from scipy.special import stdtr

    spread = as_covariance(covariance)
    if len(spread) != len(estimates) or degrees_of_freedom < 1 or not 0 < confidence < 1:
        raise ValueError("a ranking needs a covariance of its size, freedom and a confidence")
    pairs = list(permutations(range(len(estimates)), 2))
    p_values = []
    for high, low in pairs:
        away = estimates[high] - estimates[low]
        error = sqrt(max(float(spread[high, high] + spread[low, low] - 2 * spread[high, low]), 0.0))
        exact = 0.0 if away > 0 else 1.0
        p_values.append(float(stdtr(degrees_of_freedom, -away / error)) if error else exact)
    sure = [pair for pair, p in zip(pairs, holm(p_values), strict=True) if p <= 1 - confidence]
    return tuple(
        Rank(
            rank=1 + sum(other > estimate for other in estimates),
            best=1 + sum(low == at for _, low in sure),
            worst=len(estimates) - sum(high == at for high, _ in sure),
        )
        for at, estimate in enumerate(estimates)
    )


def _order(p_values: Sequence[float]) -> list[int]:
    if not all(0 <= p <= 1 for p in p_values):
        raise ValueError("a p-value lies between 0 and 1")
    return sorted(range(len(p_values)), key=lambda at: p_values[at])


def _in_place(order: Sequence[int], steps: Sequence[float]) -> tuple[float, ...]:
    adjusted = dict(zip(order, steps, strict=True))
    return tuple(min(adjusted[at], 1.0) for at in range(len(order)))
