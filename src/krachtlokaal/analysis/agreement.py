"""How far several raters of one group agree, from a one-way analysis of variance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum


@dataclass(frozen=True)
class Agreement:
    """`icc1`: how much one rater says of the group; `icc2`: how much the group's mean says."""

    groups: int
    raters: int
    icc1: float | None
    icc2: float | None


def agreement(groups: Mapping[str, Sequence[float]]) -> Agreement:
    """Intraclass correlations of ratings by group, raters being different in each group.

    With mean squares between B and within W, and k the mean group size (raters / groups):
    icc1 = (B − W) / (B + (k − 1) W) and icc2 = (B − W) / B. Both are without unit, at most 1, and
    may be negative. Single-rater groups count for B and k. Ratings are assumed to vary as much in
    each group. An icc is None with one group only, or where its divisor is 0.

    Raises ValueError if a group has no rating, or if W is undefined: no group with two.

    Shrout, P. E. and Fleiss, J. L. (1979), Intraclass correlations, Psychological Bulletin 86,
    case 1. Bliese, P. D. (2000), Within-group agreement, non-independence, and reliability, in
    Klein and Kozlowski, Multilevel theory, research, and methods in organizations.

    >>> found = agreement({"a": [4, 5, 4], "b": [2, 1, 2], "c": [3, 3, 4]})
    >>> round(found.icc1, 4), round(found.icc2, 4)
    (0.8364, 0.9388)
    """
    sizes = [len(ratings) for ratings in groups.values()]
    raters = sum(sizes)
    if not all(sizes):
        raise ValueError("a group without ratings")
    if raters == len(groups):
        raise ValueError("no group has two ratings, so nothing can be said within groups")
    if len(groups) == 1:
        return Agreement(1, raters, None, None)
    between, within = _mean_squares(list(groups.values()), raters)
    size = raters / len(groups)
    return Agreement(
        groups=len(groups),
        raters=raters,
        icc1=_ratio(between - within, between + (size - 1) * within),
        icc2=_ratio(between - within, between),
    )


def _mean_squares(groups: list[Sequence[float]], raters: int) -> tuple[float, float]:
    centre = fsum(rating for ratings in groups for rating in ratings) / raters
    means = [_mean(ratings) for ratings in groups]
    between = fsum(
        len(ratings) * (mean - centre) ** 2 for ratings, mean in zip(groups, means, strict=True)
    )
    within = fsum(
        (rating - mean) ** 2
        for ratings, mean in zip(groups, means, strict=True)
        for rating in ratings
    )
    if len(set(means)) == 1:
        between = 0.0  # and not what rounding the overall mean left of it
    return between / (len(groups) - 1), within / (raters - len(groups))


def _mean(ratings: Sequence[float]) -> float:
    """The mean; the rating itself where all are equal, so that rounding makes no variance."""
    return ratings[0] if len(set(ratings)) == 1 else fsum(ratings) / len(ratings)


def _ratio(above: float, below: float) -> float | None:
    return above / below if below else None
