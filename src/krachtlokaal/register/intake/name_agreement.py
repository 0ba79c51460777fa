"""How far two names agree, as a level: the comparison of names in the record linkage."""

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from krachtlokaal.register.intake.alike import alike
from krachtlokaal.register.intake.kinds import agree
from krachtlokaal.register.intake.name_parts import NameParts, unpacked


class NameLevel(IntEnum):
    """From worst to best; the numbers are what the database sees."""

    CONFLICT = 0
    """The same words, but another kind, number, direction or denomination."""
    DIFFERENT = 1
    SOME_WORDS = 2
    KIND_AND_MORE = 3
    """One is only a kind (`Dorpshuis`), the other has a name too (`Dorpshuis De Bron`)."""
    PART = 4
    """All words of one are in the other, which has more."""
    KIND_ONLY = 5
    """Both are only a kind (and a place): `VV Buren`, `Voetbalver. Buren`."""
    NEAR = 6
    """The same but for typing errors or a shortened word."""
    SAME_WITHOUT_KIND = 7
    """The same words, one without its kind: `De Bron`, `Dorpshuis De Bron`."""
    SAME = 8


# A village has one of these, whatever its name.
_ONE_PER_VILLAGE = frozenset(
    {"dorpshuis", "dorpsbelang", "oranje", "ehbo", "zonnebloem", "voedselbank", "vogelwacht"}
)


def name_level(left: str, right: str) -> NameLevel:
    """The level for two packed names."""
    if left == right and left.split("|", 1)[0]:
        return NameLevel.SAME
    return _level(*sorted((left, right)))


@lru_cache(maxsize=262144)
def _level(left: str, right: str) -> NameLevel:
    one, other = unpacked(left), unpacked(right)
    level = _compare(one, other, one.core, other.core)
    if one.whole == other.whole and one.core != other.core:
        # `Repair Café` and `Repaircafé`
        level = NameLevel.SAME
    if level is NameLevel.SAME_WITHOUT_KIND and alike(one.whole, other.whole):
        # Only the kind was mistyped.
        level = NameLevel.NEAR
    if level < NameLevel.NEAR and bool(one.place) != bool(other.place):
        # What is a place for one may be a name for the other.
        whole = _compare(one, other, one.core + one.place, other.core + other.place)
        level = max(level, whole)
    if level > NameLevel.DIFFERENT and _excluded(one, other):
        return NameLevel.CONFLICT
    return level


def _excluded(one: NameParts, other: NameParts) -> bool:
    if one.contrasts != other.contrasts:
        return True
    both_years = one.years and other.years and not one.years & other.years
    qualified = one.qualifiers and other.qualifiers and not one.qualifiers & other.qualifiers
    return bool(both_years or qualified or _elsewhere(one, other) or _kinds_exclude(one, other))


def _elsewhere(one: NameParts, other: NameParts) -> bool:
    return bool(
        one.place
        and other.place
        and not any(alike(word, second) for word in one.place for second in other.place)
    )


def _kinds_exclude(one: NameParts, other: NameParts) -> bool:
    return bool(one.kinds and other.kinds and not agree(one.kinds, other.kinds))


def _compare(
    one: NameParts, other: NameParts, left: Sequence[str], right: Sequence[str]
) -> NameLevel:
    left = _without_kind_words(left, one, other)
    right = _without_kind_words(right, other, one)
    if not left or not right:
        return _without_core(one, other, bool(left or right))
    if "".join(left) == "".join(right):
        return _same(one, other)
    exact, rest_left, rest_right = _align(left, right)
    if not rest_left and not rest_right:
        return _same(one, other) if exact else NameLevel.NEAR
    return _partly(left, right, rest_left, rest_right)


def _without_kind_words(words: Sequence[str], own: NameParts, other: NameParts) -> Sequence[str]:
    """A mistyped or shortened kind (`fanfaer`, `gem.`) is known by the kind of the other."""
    if not other.kind_words or len(words) < 2:
        return words
    return [
        word
        for word in words
        if (own.kinds and not word.endswith("."))
        or not any(alike(word, kind) for kind in other.kind_words)
    ]


def _same(one: NameParts, other: NameParts) -> NameLevel:
    if bool(one.kinds) != bool(other.kinds):
        return NameLevel.SAME_WITHOUT_KIND
    if not _general_and_special(one, other):
        return NameLevel.SAME
    # A village has a `SV` beside its football club; its fanfare is its music society.
    return NameLevel.SOME_WORDS if "sport" in one.kinds | other.kinds else NameLevel.PART


def _general_and_special(one: NameParts, other: NameParts) -> bool:
    return bool(one.kinds) and not one.kinds & other.kinds


def _without_core(one: NameParts, other: NameParts, one_has_more: bool) -> NameLevel:  # noqa: FBT001
    if not (one.kinds and other.kinds and agree(one.kinds, other.kinds)):
        return NameLevel.DIFFERENT
    if one_has_more:
        only = one.kinds & other.kinds & _ONE_PER_VILLAGE
        return NameLevel.PART if only else NameLevel.KIND_AND_MORE
    special = not _general_and_special(one, other)
    return NameLevel.KIND_ONLY if special else NameLevel.KIND_AND_MORE


def _align(left: Sequence[str], right: Sequence[str]) -> tuple[bool, list[str], list[str]]:
    """Pair off equal words, then alike ones; what is left on both sides."""
    rest_left = [word for word in left if word not in right]
    rest_right = [word for word in right if word not in left]
    exact = not rest_left and not rest_right
    for word in tuple(rest_left):
        partner = next((second for second in rest_right if alike(word, second)), None)
        if partner is not None:
            rest_left.remove(word)
            rest_right.remove(partner)
    return exact, rest_left, rest_right


def _partly(
    left: Sequence[str], right: Sequence[str], rest_left: list[str], rest_right: list[str]
) -> NameLevel:
    if alike("".join(left), "".join(right)):
        return NameLevel.NEAR
    if _initials(left, right) or _initials(right, left):
        return NameLevel.PART
    shared = min(len(left) - len(rest_left), len(right) - len(rest_right))
    if not shared:
        return NameLevel.DIFFERENT
    if not rest_left or not rest_right:
        return NameLevel.PART
    return NameLevel.SOME_WORDS


def _initials(short: Sequence[str], full: Sequence[str]) -> bool:
    return len(short) == 1 and len(full) > 2 and short[0] == "".join(word[0] for word in full)
