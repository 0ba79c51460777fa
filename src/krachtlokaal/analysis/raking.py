"""Weights that make a sample add up to known totals of the population."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]

ALIKE = 1e-6  # what the totals of two variables may differ
ROUNDING = 1e-12  # of a total, what adding up may lose
Margins = Mapping[str, Mapping[str, float]]


class NotConverged(ValueError):  # noqa: N818 it is an answer, not a fault
    """Raking ended without weights that meet the margins; `possible` says whether any would."""

    def __init__(self, error: float, *, possible: bool) -> None:
        self.error = error
        self.possible = possible
        super().__init__(f"largest relative error {error:g}; possible: {possible}")


@dataclass(frozen=True)
class Raked:
    """Weights in the order of the rows, after `iterations` rounds over all variables."""

    weights: tuple[float, ...]
    iterations: int
    largest_margin_error: float
    kish_design_effect: float
    effective_n: float


def rake(
    categories: Mapping[str, Sequence[str]],
    margins: Margins,
    *,
    weights: Sequence[float] | None = None,
    tolerance: float = 1e-10,
    most_iterations: int = 1000,
    trim: tuple[float, float] | None = None,
) -> Raked:
    """Iterative proportional fitting: per variable and category, multiply the weights by what the
    total is over what they add up to; repeat until all margins fit.

    `categories` has for each variable of `margins` the category of each row. The error of a margin
    is |sum − total| / total. `weights` are what it starts from, else 1 each. `trim` bounds weight
    over mean weight: after each round weights outside are set to the bound. Both steps are
    projections by relative entropy on convex sets, so that taking them in turn ends at weights that
    satisfy both, if there are any (Bregman, 1967).

    Where the totals of variables differ by a rounding, those of the first variable hold, and the
    others are scaled to it. Raises NotConverged, and ValueError for what is unusable: categories
    without a total or without rows, totals or weights not above 0, totals that differ.

    Deming, W. E. and Stephan, F. F. (1940), On a least squares adjustment of a sampled frequency
    table when the expected marginal totals are known, Annals of Mathematical Statistics 11.

    >>> rows = {"sector": ["sport", "sport", "zorg"], "size": ["small", "large", "large"]}
    >>> known = {"sector": {"sport": 60, "zorg": 40}, "size": {"small": 25, "large": 75}}
    >>> [round(weight, 6) for weight in rake(rows, known).weights]
    [25.0, 35.0, 40.0]
    """
    _check(categories, margins, weights)
    whole = sum(next(iter(margins.values())).values())
    steps = [_step(categories[name], totals) for name, totals in margins.items()]
    rows = len(steps[0][0])
    start = np.ones(rows) if weights is None else np.array(weights, dtype=np.float64)
    bounds = None if trim is None else (trim[0] / rows, trim[1] / rows)
    shares, iterations, error = _fit(start / start.max(), steps, bounds, tolerance, most_iterations)
    if not error <= tolerance:
        raise NotConverged(error, possible=_possible(steps, bounds))
    effect = design_effect(shares.tolist())
    return Raked(tuple((shares * whole).tolist()), iterations, error, effect, rows / effect)


def design_effect(weights: Sequence[float]) -> float:
    """Kish's n Σw² / (Σw)²: how much larger a variance is for unequal weights, at least 1.

    Assumes weights that have nothing to do with what is measured. n divided by it is the effective
    sample size. Raises ValueError without weights above 0.

    Kish, L. (1992), Weighting for unequal Pᵢ, Journal of Official Statistics 8.

    >>> design_effect([1, 1, 2]), design_effect([5, 5])
    (1.125, 1.0)
    """
    largest = max(weights, default=0.0)
    if largest <= 0:
        raise ValueError("a design effect needs weights above 0")
    scaled = np.array(weights, dtype=np.float64) / largest
    if (scaled == 1).all():
        return 1.0
    return float(len(scaled) * (scaled**2).sum() / scaled.sum() ** 2)


Step = tuple[Ints, Floats]


def _step(labels: Sequence[str], totals: Mapping[str, float]) -> Step:
    """The place of each row's category among the totals, and these as shares."""
    place = {category: at for at, category in enumerate(totals)}
    shares = np.array(list(totals.values()), dtype=np.float64)
    return np.array([place[label] for label in labels], dtype=np.intp), shares / shares.sum()


def _fit(
    shares: Floats,
    steps: list[Step],
    bounds: tuple[float, float] | None,
    tolerance: float,
    most_iterations: int,
) -> tuple[Floats, int, float]:
    """Shares, rounds and the largest error; an error that is no number where weights vanish."""
    error, iterations = np.inf, 0
    with np.errstate(all="ignore"):
        while iterations < most_iterations and not error <= tolerance:
            for places, totals in steps:
                shares = shares * (totals / np.bincount(places, weights=shares))[places]
            if bounds is not None:
                shares = np.clip(shares, *bounds)
            error = max(_error(shares, places, totals) for places, totals in steps)
            iterations += 1
            if not np.isfinite(error):
                break
    return shares, iterations, error


def _error(shares: Floats, places: Ints, totals: Floats) -> float:
    return float(np.abs(np.bincount(places, weights=shares) / totals - 1).max())


def _possible(steps: list[Step], bounds: tuple[float, float] | None) -> bool:
    """Whether weights exist that meet all margins, by linear programming over the combinations."""
    from scipy import optimize

    cells, counts = np.unique(np.stack([places for places, _ in steps]), axis=1, return_counts=True)
    low, high = (0.0, np.inf) if bounds is None else bounds
    sums = [
        places == at
        for places, (_, totals) in zip(cells, steps, strict=True)
        for at in range(len(totals))
    ]
    found = optimize.linprog(  # type: ignore[attr-defined, no-untyped-call]  # scipy has no types
        np.zeros(len(counts)),
        A_eq=np.array(sums, dtype=np.float64),
        b_eq=np.concatenate([totals for _, totals in steps]),
        bounds=np.stack([low * counts, high * counts], axis=1),
    )
    return bool(found.status == 0)


def totals_differ(margins: Margins) -> tuple[str, str] | None:
    """The first two variables whose totals differ by more than 1e-6, or by a rounding if large.

    >>> totals_differ({"a": {"x": 60, "y": 40}, "b": {"z": 100}, "c": {"v": 99}})
    ('a', 'c')
    """
    sums = {name: sum(totals.values()) for name, totals in margins.items()}
    first, whole = next(iter(sums.items()))
    room = max(ALIKE, ROUNDING * whole)
    return next(((first, name) for name, total in sums.items() if abs(total - whole) > room), None)


def _check(
    categories: Mapping[str, Sequence[str]],
    margins: Margins,
    weights: Sequence[float] | None,
) -> None:
    if not all(totals for totals in (margins, *margins.values())):
        raise ValueError("raking needs at least one variable with totals")
    if not all(total > 0 for totals in margins.values() for total in totals.values()):
        raise ValueError("a total is above 0")
    if apart := totals_differ(margins):
        raise ValueError(f"the totals of {apart} differ")
    given = [] if weights is None else [weights]
    if not all(weight > 0 for column in given for weight in column):
        raise ValueError("a weight is above 0")
    lengths = {len(column) for column in (*(categories[name] for name in margins), *given)}
    if len(lengths) != 1 or 0 in lengths:
        raise ValueError("every variable has as many rows, at least one")
    for name, totals in margins.items():
        if odd := set(categories[name]) ^ set(totals):
            raise ValueError(f"{name}: {sorted(odd)} without a total or without rows")
