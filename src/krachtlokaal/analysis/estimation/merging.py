"""Strata that are too small for a variance of their own, taken together by a fixed rule."""

from collections.abc import Sequence


def merge_small(counts: Sequence[float], minimum: float) -> tuple[int, ...]:
    """For each stratum the number, from 0, of the merged stratum that it belongs to.

    In the order given, strata are added to the current one until it holds `minimum`; what is left
    over at the end joins the last. So a small stratum goes with the next, or the last with the one
    before, and all merged strata hold `minimum`, unless all together hold fewer. The rule looks at
    counts of respondents only, never at what they answered. Raises ValueError for a count below 0.

    Cochran, W. G. (1977), Sampling techniques, third edition, section 5A.12: collapsed strata.

    >>> merge_small([7, 2, 4, 9, 1], 5)
    (0, 1, 1, 2, 2)
    >>> merge_small([1, 2], 5)
    (0, 0)
    """
    if any(not count >= 0 for count in counts):
        raise ValueError("a count is 0 or more")
    places: list[int] = []
    place, held = 0, 0.0
    for count in counts:
        if held >= minimum:
            place, held = place + 1, 0.0
        places.append(place)
        held += count
    if held < minimum and place:
        places = [min(one, place - 1) for one in places]
    return tuple(places)
