"""How sure an answer is while it is still coming in, and which call would help most.

About who answered, never about what: counts of organisations per stratum.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from heapq import heapify, heappop, heappush
from math import inf, sqrt
from statistics import NormalDist


@dataclass(frozen=True)
class Stratum:
    """Organisations in the population, and how many of them answered (expected: a fraction)."""

    population: int
    answered: float

    def __post_init__(self) -> None:
        if not (self.population >= 1 and 0 <= self.answered <= self.population):
            raise ValueError(f"{self.answered} of {self.population} can't have answered")


class Goal(StrEnum):
    """What a call should lower most."""

    MARGIN = "margin"
    IMBALANCE = "imbalance"


@dataclass(frozen=True)
class Gain:
    """What the next answer of a stratum takes off; `margin` is None as long as there is none."""

    stratum: str
    margin: float | None
    imbalance: float


def margin_of_error(
    strata: Mapping[str, Stratum], *, p: float = 0.5, confidence: float = 0.95
) -> float | None:
    """Half the width of the interval of a share p, as a share: 0.05 is five percentage points.

    z √ Σ (Nₕ / N)² (1 − nₕ / Nₕ) Sₕ² / nₕ with S² = N p (1 − p) / (N − 1): the weighted share of a
    stratified sample, with the same p everywhere; 0.5 is the worst. Assumes that within a stratum
    those who answered are like a random draw. None if a stratum has no answer. Raises ValueError
    without strata, or for p or confidence outside their range.

    Cochran, W. G. (1977), Sampling techniques, third edition, formulas 3.4 and 5.6.

    >>> round(margin_of_error({"all": Stratum(1000, 278)}), 4)
    0.05
    >>> round(margin_of_error({"sport": Stratum(300, 60), "zorg": Stratum(100, 50)}), 4)
    0.0885
    """
    if not 0 <= p <= 1:
        raise ValueError("a share lies between 0 and 1")
    return _half_width(strata, p * (1 - p), confidence, correct=True)


def margin_of_error_of_mean(
    strata: Mapping[str, Stratum], *, deviation: float, confidence: float = 0.95
) -> float | None:
    """Half the width of the interval of a mean, in the unit of `deviation`.

    As `margin_of_error`, with S the standard deviation that is expected within strata.

    Cochran, W. G. (1977), Sampling techniques, third edition, formula 5.6.

    >>> round(margin_of_error_of_mean({"all": Stratum(200, 50)}, deviation=20), 2)
    4.8
    """
    if not 0 <= deviation < inf:
        raise ValueError("a standard deviation is 0 or more")
    return _half_width(strata, deviation**2, confidence, correct=False)


def expected_at_closing(
    strata: Mapping[str, Stratum], rate: float | Mapping[str, float]
) -> dict[str, Stratum]:
    """The strata as they will be if this share of those who are still silent answers.

    One rate for all, or one per stratum. Raises ValueError for a rate outside 0–1.

    >>> expected_at_closing({"sport": Stratum(50, 10)}, 0.25)
    {'sport': Stratum(population=50, answered=20.0)}
    """
    rates = rate if isinstance(rate, Mapping) else dict.fromkeys(strata, rate)
    if not all(0 <= rates[name] <= 1 for name in strata):
        raise ValueError("a rate lies between 0 and 1")
    return {
        name: Stratum(
            found.population, _after(found, (found.population - found.answered) * rates[name])
        )
        for name, found in strata.items()
    }


def imbalance(strata: Mapping[str, Stratum]) -> float:
    """How unlike the population the respondents are: Σ (Nₕ / N) (Pₕ − P)².

    P is the share that answered, Pₕ that of a stratum. 0 if all strata answered alike; at most
    P (1 − P), if some answered in full and others not at all. Raises ValueError without strata.

    Särndal, C.-E. (2011), Dealing with survey nonresponse in data collection, in estimation,
    Journal of Official Statistics 27: IMB for an auxiliary vector of groups.

    >>> round(imbalance({"sport": Stratum(50, 25), "zorg": Stratum(50, 15)}), 6)
    0.01
    """
    everybody = _population(strata)
    rate = sum(found.answered for found in strata.values()) / everybody
    return sum(
        found.population / everybody * (found.answered / found.population - rate) ** 2
        for found in strata.values()
    )


def representativeness(strata: Mapping[str, Stratum]) -> float | None:
    """R-indicator: 1 − 2 S with S the standard deviation of the chance to answer; 1 is best.

    S² = N / (N − 1) · `imbalance`, the chance of a row being the share of its stratum. Between 0
    and 1 (a little less than 0 for small N). None for a population of one.

    Schouten, B., Cobben, F. and Bethlehem, J. (2009), Indicators for the representativeness of
    survey response, Survey Methodology 35.

    >>> round(representativeness({"sport": Stratum(50, 25), "zorg": Stratum(50, 15)}), 3)
    0.799
    """
    everybody = _population(strata)
    if everybody == 1:
        return None
    return 1 - 2 * sqrt(imbalance(strata) * everybody / (everybody - 1))


def gain_of_call(
    strata: Mapping[str, Stratum],
    *,
    goal: Goal = Goal.MARGIN,
    p: float = 0.5,
    confidence: float = 0.95,
) -> tuple[Gain, ...]:
    """What one more answer would take off margin of error and imbalance, best stratum first.

    For the margin a stratum without any answer comes before all others, the largest first; equal
    gains keep the order of `strata`. Strata that answered in full are left out. A negative gain is
    a loss: more answers from who answered much already make the imbalance larger. Raises ValueError
    as `margin_of_error` does.

    >>> found = gain_of_call({"sport": Stratum(300, 60), "zorg": Stratum(100, 10)})
    >>> [(gain.stratum, round(gain.margin, 5), round(gain.imbalance, 6)) for gain in found]
    [('zorg', 0.00247, 0.000356), ('sport', 0.00066, -0.000127)]
    """
    everybody, margin = _population(strata), margin_of_error(strata, p=p, confidence=confidence)
    # Sums over all strata, from which one answer more changes one term each.
    variance = sum(_variance(found, everybody) for found in strata.values())
    sent = sum(found.answered for found in strata.values())
    ranked: list[tuple[tuple[float, ...], Gain]] = []
    for name, found in strata.items():
        if found.answered == found.population:
            continue
        after = Stratum(found.population, _after(found, 1))
        fall = _variance(found, everybody) - _variance(after, everybody)
        more = after.answered - found.answered
        more_squares = (after.answered**2 - found.answered**2) / found.population
        gain = Gain(
            name,
            None if margin is None else margin - _width(variance - fall, p * (1 - p), confidence),
            (more * (2 * sent + more) / everybody - more_squares) / everybody,
        )
        by_margin = (-fall, -found.population if fall == inf else 0)
        ranked.append(((-gain.imbalance,) if goal is Goal.IMBALANCE else by_margin, gain))
    return tuple(gain for _, gain in sorted(ranked, key=lambda pair: pair[0]))


def order_of_calls(
    strata: Mapping[str, Stratum],
    silent: Mapping[str, int],
    *,
    goal: Goal = Goal.MARGIN,
    most: int | None = None,
) -> list[str]:
    """Which stratum to call, one call after the other: each time the one whose answer helps most,
    as `gain_of_call` ranks them, as if the calls before had been answered.

    `silent` says how many of each stratum can be called; the list has one entry for each of them,
    or the first `most`.
    Of strata that help equally the order of `strata` decides. Raises ValueError for more silent
    organisations than have not answered.

    >>> strata = {"sport": Stratum(30, 15), "zorg": Stratum(10, 2)}
    >>> order_of_calls(strata, {"sport": 3, "zorg": 2})
    ['zorg', 'zorg', 'sport', 'sport', 'sport']
    """
    everybody = _population(strata)
    for name, count in silent.items():
        if not 0 <= count <= strata[name].population - strata[name].answered:
            raise ValueError(f"{count} of stratum {name} can't be silent")
    queue = [
        (_urgency(found, everybody, goal), number, name)
        for number, (name, found) in enumerate(strata.items())
        if silent.get(name, 0)
    ]
    heapify(queue)
    order: list[str] = []
    called: dict[str, int] = {}
    while queue and (most is None or len(order) < most):
        _key, number, name = heappop(queue)
        order.append(name)
        called[name] = called.get(name, 0) + 1
        if called[name] < silent[name]:
            after = Stratum(strata[name].population, _after(strata[name], called[name]))
            heappush(queue, (_urgency(after, everybody, goal), number, name))
    return order


def _urgency(stratum: Stratum, everybody: int, goal: Goal) -> tuple[float, float]:
    """The smaller, the more one answer helps. It depends on the stratum alone: for the margin it is
    what its variance falls, and for the imbalance the share that answered, half an answer on."""
    if goal is Goal.IMBALANCE:
        return (stratum.answered + 0.5) / stratum.population, 0.0
    after = Stratum(stratum.population, _after(stratum, 1))
    fall = _variance(stratum, everybody) - _variance(after, everybody)
    return -fall, float(-stratum.population) if fall == inf else 0.0


def _after(stratum: Stratum, answers: float) -> float:
    return min(stratum.answered + answers, float(stratum.population))


def _population(strata: Mapping[str, Stratum]) -> int:
    if not strata:
        raise ValueError("without strata there is no population")
    return sum(stratum.population for stratum in strata.values())


def _half_width(
    strata: Mapping[str, Stratum], square: float, confidence: float, *, correct: bool
) -> float | None:
    """`correct`: the square has divisor N and should have N − 1."""
    if not 0 < confidence < 1:
        raise ValueError("a confidence lies between 0 and 1")
    everybody = _population(strata)
    variance = sum(_variance(stratum, everybody, corrected=correct) for stratum in strata.values())
    return None if variance == inf else _width(variance, square, confidence)


def _width(variance: float, square: float, confidence: float) -> float:
    # What is left of a sum of which all terms were taken off may lie a rounding below zero.
    return -NormalDist().inv_cdf((1 - confidence) / 2) * sqrt(square * max(variance, 0.0))


def _variance(stratum: Stratum, everybody: int, *, corrected: bool = True) -> float:
    """What a stratum adds to the variance of the weighted mean of something with variance 1."""
    if stratum.answered == 0:
        return inf
    size = stratum.population
    square = size / max(size - 1, 1) if corrected else 1.0
    missed = 1 - stratum.answered / size
    return (size / everybody) ** 2 * missed * square / stratum.answered
