"""Which pairs are worth comparing: those that share a key.

Each record gets several keys, so that one wrong field does not hide a pair; keys that too
many records share are left out, so that the number of pairs grows with the list.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from krachtlokaal.register.intake.evidence import Evidence
from krachtlokaal.register.intake.linkage_model import Candidate
from krachtlokaal.register.intake.name_agreement import NameLevel, name_level
from krachtlokaal.register.intake.spots import spot_level

_MOST_IN_BLOCK = 60
_MOST_WITHOUT_PLACE = 25
_LONG = 6


def candidates(evidence: Sequence[Evidence], boundary: int | None = None) -> list[Candidate]:
    """All pairs that share a key and may match; with a boundary only pairs across it."""
    names = [each.parts.packed() for each in evidence]
    spots = [each.spot.packed() for each in evidence]
    found = []
    for a, b in sorted(_pairs(evidence, boundary)):
        name = name_level(names[a], names[b])
        # Different names count only beside an equal number or address.
        if name > NameLevel.DIFFERENT or _share_a_number(evidence[a], evidence[b]):
            found.append(Candidate(a, b, name, spot_level(spots[a], spots[b])))
    return found


def _share_a_number(one: Evidence, other: Evidence) -> bool:
    return bool(
        (one.kvk and one.kvk == other.kvk)
        or (one.email and one.email == other.email)
        or (one.phone and one.phone == other.phone)
        or (one.website and one.website == other.website)
    )


def _pairs(evidence: Sequence[Evidence], boundary: int | None) -> set[tuple[int, int]]:
    blocks: dict[str, list[int]] = {}
    for position, record in enumerate(evidence):
        for key in set(_keys(record)):
            blocks.setdefault(key, []).append(position)
    pairs: set[tuple[int, int]] = set()
    for key, block in blocks.items():
        if len(block) <= _limit(key):
            pairs.update(combinations(block, 2) if boundary is None else _across(block, boundary))
    return pairs


def _across(block: Sequence[int], boundary: int) -> Iterator[tuple[int, int]]:
    left = [position for position in block if position < boundary]
    return product(left, (position for position in block if position >= boundary))


def _limit(key: str) -> int:
    return _MOST_WITHOUT_PLACE if key.startswith("word") else _MOST_IN_BLOCK


def _keys(record: Evidence) -> Iterator[str]:
    for name, value in (
        ("kvk", record.kvk),
        ("email", record.email),
        ("phone", record.phone),
        ("site", record.website),
        ("postcode", record.spot.postcode if len(record.spot.postcode) == 6 else ""),
    ):
        if value:
            yield f"{name} {value}"
    yield from _name_keys(record)


def _name_keys(record: Evidence) -> Iterator[str]:
    """Words, with the place where it is known; beginnings and ends survive typing errors."""
    parts, spot = record.parts, record.spot
    tokens = [word.rstrip(".") for word in parts.core]
    where = [place for place in (spot.place, spot.postcode[:4]) if place]
    joined = "".join(sorted(tokens))
    if joined:
        yield f"word {joined}"
    yield f"word whole {parts.whole}"
    for word in (*tokens, *([] if tokens else parts.place)):
        yield f"word {word}"
        if len(word) > _LONG:
            yield f"word {word[:3]} {word[-3:]}"
        for place in where:
            yield f"{place} from {word[:3]}"
            yield f"{place} to {word[-3:]}"
    for kind in parts.kinds:
        for place in (*where, *parts.place):
            yield f"{place} kind {kind}"
