"""Words that differ by a typing error."""

from functools import lru_cache

from rapidfuzz.distance import OSA


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
    if len(short) < 4 or short.isdigit():
        return False
    allowed = 2 if len(short) >= 9 else 1
    return OSA.distance(short, long, score_cutoff=allowed) <= allowed
