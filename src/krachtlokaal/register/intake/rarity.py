"""How common a name is: agreement on `Eendracht` says less than agreement on `Lingebocht`."""

from collections import Counter
from collections.abc import Sequence

from krachtlokaal.register.intake.common_names import COMMON_NAMES
from krachtlokaal.register.intake.evidence import Evidence

LOWEST_RARITY = 0.001
_USUAL, _COMMON, _HIGHEST = 0.003, 0.04, 0.3


def rarity_key(record: Evidence) -> str:
    """The words and the kind: a choir Eendracht does not make a band Eendracht common."""
    core = " ".join(sorted(word.rstrip(".") for word in record.parts.core))
    return f"{core}/{' '.join(sorted(record.parts.kinds))}" if core else ""


def rarities(evidence: Sequence[Evidence]) -> dict[str, float]:
    """By name: general knowledge, and in how many places of these lists it occurs.

    Counting places and not records keeps duplicates from making their own name common; two
    places are still one organisation where one record lacks the place.
    """
    places = Counter(core for core, _place in {(rarity_key(e), _group(e)) for e in evidence})
    return {core: _rarity(core, count) for core, count in places.items() if core}


def _rarity(core: str, count: int) -> float:
    general = _COMMON if core.partition("/")[0] in COMMON_NAMES else _USUAL
    return min(_HIGHEST, max(general, _USUAL * (count - 1), general * (count - 1) / 2))


def _group(record: Evidence) -> str:
    return record.spot.place or record.spot.postcode[:4]
