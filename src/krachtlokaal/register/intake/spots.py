"""How far two records agree on where they are."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from krachtlokaal.register.intake.alike import alike


class SpotLevel(IntEnum):
    """From worst to best; UNKNOWN says nothing."""

    UNKNOWN = -1
    ELSEWHERE = 0
    SAME_REGION = 1
    """A postcode nearby, or a village and its municipality. Another village is elsewhere."""
    SAME_PLACE_OTHER_POSTCODE = 2
    SAME_PLACE = 3
    SAME_AREA = 4
    """The digits of the postcode agree, or all but one sign."""
    SAME_POSTCODE = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """`certain`: not read out of the name. `broad`: the place is a whole municipality.
    `around`: the places that its postcode is known to have, where the place was concluded.
    """

    place: str = ""
    codes: frozenset[str] = frozenset()
    postcode: str = ""
    certain: bool = True
    broad: bool = False
    around: frozenset[str] = frozenset()

    def packed(self) -> str:
        mark = ("" if self.certain else "~") + ("*" if self.broad else "")
        codes, around = " ".join(sorted(self.codes)), "/".join(sorted(self.around))
        return "|".join((self.place, codes, self.postcode, mark, around))


@lru_cache(maxsize=65536)
def _unpacked(text: str) -> Spot:
    place, codes, postcode, mark, around = text.split("|")
    known = frozenset(codes.split())
    places = frozenset(around.split("/")) - {""}
    return Spot(place, known, postcode, "~" not in mark, "*" in mark, places)


def spot_level(left: str, right: str) -> SpotLevel:
    return _level(*sorted((left, right)))


@lru_cache(maxsize=262144)
def _level(left: str, right: str) -> SpotLevel:
    one, other = _unpacked(left), _unpacked(right)
    same_place, codes = _same_place(one, other), _near(one.postcode, other.postcode)
    if codes == _EQUAL:
        return SpotLevel.SAME_AREA if same_place is False else SpotLevel.SAME_POSTCODE
    if same_place is None:
        return _by_postcode(codes)
    if same_place:
        return _within_place(codes)
    around = (one.broad or other.broad) and one.codes & other.codes
    return SpotLevel.SAME_REGION if codes == _CLOSE or around else SpotLevel.ELSEWHERE


def _same_place(one: Spot, other: Spot) -> bool | None:
    if not one.place or not other.place:
        return None
    if one.place == other.place or alike(one.place, other.place):
        return True
    if one.place in other.around or other.place in one.around:
        return None
    if (one.broad or other.broad) and not (one.codes and other.codes):
        return None
    return False if one.certain and other.certain else None


_NOTHING, _APART, _AROUND, _CLOSE, _EQUAL = range(5)


def _near(one: str, other: str) -> int:
    """How near two postcodes are; four digits alone can be close at best."""
    if not one or not other:
        return _NOTHING
    if one == other:
        return _EQUAL if len(one) > 4 else _CLOSE
    if one[:4] == other[:4] or OSA.distance(one, other) <= (len(one) > 4):
        return _CLOSE
    return _AROUND if one[:3] == other[:3] else _APART


def _by_postcode(codes: int) -> SpotLevel:
    return {
        _NOTHING: SpotLevel.UNKNOWN,
        _CLOSE: SpotLevel.SAME_AREA,
        _AROUND: SpotLevel.SAME_REGION,
    }.get(codes, SpotLevel.ELSEWHERE)


def _within_place(codes: int) -> SpotLevel:
    if codes == _NOTHING:
        return SpotLevel.SAME_PLACE
    return SpotLevel.SAME_AREA if codes == _CLOSE else SpotLevel.SAME_PLACE_OTHER_POSTCODE
