"""Words that differ by a typing error."""

from functools import lru_cache

from rapidfuzz.distance import OSA

_TWO_ERRORS_FROM_LENGTH = 13


@lru_cache(maxsize=262144)
def alike(one: str, other: str) -> bool:
    """Equal but for a typing error, or a shortened word with its full stop."""
    short, long = sorted((one, other), key=len)
    for cut, full in ((one, other), (other, one)):
        if cut.endswith(".") and full.startswith(cut[:-1]):
            return True
    short, long = short.rstrip("."), long.rstrip(".")
    if short == long:
        return True
    if len(short) < 3 or len(long) < 4 or short.isdigit():
        return False
    # In a compound (merelkolk, merelhoek) two letters make another word.
    allowed = 2 if len(short) >= _TWO_ERRORS_FROM_LENGTH else 1
    if len(long) - len(short) > allowed or (len(short) == 3 and short[0] != long[0]):
        return False
    if allowed == 1 and short[0] != long[0] and short[-1] != long[-1]:
        return False
    return OSA.distance(short, long, score_cutoff=allowed) <= allowed
