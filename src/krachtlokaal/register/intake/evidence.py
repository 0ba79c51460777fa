"""What a record brings to a comparison, normalised once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from krachtlokaal.register.intake.kinds import kind_of_word, kinds_of
from krachtlokaal.register.intake.name_parts import NameParts, analyse, spelled
from krachtlokaal.register.intake.places import default_places, place_key
from krachtlokaal.register.intake.spots import Spot
from krachtlokaal.register.intake.text import squeeze, tidy, word_set, words
from krachtlokaal.register.intake.values import (
    read_email,
    read_kvk,
    read_phone,
    read_postcode,
    read_website,
)


class Comparable(Protocol):
    """The fields of a record that can be compared."""

    @property
    def name(self) -> str: ...
    @property
    def postcode(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def kvk(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def website(self) -> str: ...
    @property
    def municipality(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Evidence:
    parts: NameParts
    spot: Spot
    kvk: str
    email: str
    phone: str
    website: str


# Words of place names that are as often names of something else.
_COMMON_WORDS = word_set(
    "nieuw oud nieuwe oude groot klein hoek berg bos brug dam huis kerk veen meer zand heide hof "
    "boven beneden sint wyk haven polder nieuwland oranje zee bron ster stad best lent"
)


@dataclass(frozen=True)
class Vocabulary:
    """The words that say a place: from the map and from the records themselves."""

    of_records: frozenset[str]
    of_map: frozenset[str]
    places_by_digits: Mapping[str, tuple[str, ...]]
    """The places of the digits of a postcode, the most frequent one first."""

    @classmethod
    def of(cls, records: Sequence[Comparable]) -> "Vocabulary":
        names = {name for each in records for name in (each.place, each.municipality) if name}
        own = {word for name in names for word in place_words(name)} - _COMMON_WORDS
        own |= _words_of_one_area(records)
        return cls(frozenset(own), frozenset(own | _map_words()), _places_by_digits(records))


@lru_cache(maxsize=1)
def _map_words() -> frozenset[str]:
    names = default_places().names()
    found = {spelled(word) for name in names for word in name.split(" ") if len(word) > 3}
    return frozenset(found - _COMMON_WORDS)


def _places_by_digits(records: Sequence[Comparable]) -> dict[str, tuple[str, ...]]:
    seen: dict[str, Counter[str]] = {}
    for each in records:
        digits = _digits(each.postcode)
        if digits and each.place:
            seen.setdefault(digits, Counter())[spelled(place_key(each.place))] += 1
    return {
        digits: tuple(place for place, _times in places.most_common())
        for digits, places in seen.items()
        if places.total() >= _ENOUGH
    }


_ENOUGH, _SHARE = 3, 0.75


def _words_of_one_area(records: Sequence[Comparable]) -> set[str]:
    """Words that clubs of several kinds bear in one postcode area: the name of a village."""
    seen: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for each in records:
        digits = _digits(each.postcode)
        if digits:
            parts = words(each.name)
            kinds = kinds_of(parts)
            for word in {part for part in parts if len(part) > 3 and not kind_of_word(part)}:
                seen.setdefault(spelled(word), []).append((digits, kinds))
    return {word for word, uses in seen.items() if _is_of_one_area(uses)}


def _is_of_one_area(uses: Sequence[tuple[str, frozenset[str]]]) -> bool:
    digits, times = Counter(digits for digits, _kinds in uses).most_common(1)[0]
    different = {kinds for place, kinds in uses if place == digits and kinds}
    return times > _ENOUGH and times >= _SHARE * len(uses) and len(different) >= _ENOUGH


def _digits(postcode: str) -> str:
    return read_postcode(tidy(postcode)).value[:4]


def place_words(name: str) -> list[str]:
    return [spelled(word) for word in words(name) if len(word) > 2]


_FREE_MAIL = word_set(
    "gmail hotmail outlook live ziggo kpnmail kpnplanet planet home hetnet xs4all upcmail icloud "
    "yahoo online chello casema quicknet telfort tele2 solcon msn me knid fryslan caiway"
)
_SHARED_SITES = frozenset({"facebook.com", "instagram.com", "sites.google.com", "linktr.ee"})


def evidence_of(record: Comparable, vocabulary: Vocabulary) -> Evidence:
    own = frozenset(place_words(record.place)) | frozenset(place_words(record.municipality))
    # A place elsewhere on the map is a name as any other, if the record says where it is.
    known = vocabulary.of_records if own else vocabulary.of_map
    parts = analyse(record.name, own, known)
    return Evidence(
        parts=parts,
        spot=_spot(record, parts, vocabulary),
        kvk=read_kvk(tidy(record.kvk)).value,
        email=read_email(tidy(record.email)).value,
        phone=squeeze(read_phone(tidy(record.phone)).value),
        website=_site(record.website),
    )


def _spot(record: Comparable, parts: NameParts, vocabulary: Vocabulary) -> Spot:
    postcode = read_postcode(tidy(record.postcode)).value.replace(" ", "")
    place, broad = spelled(place_key(record.place)), _is_broad(place_key(record.place))
    codes = _codes(record)
    by_digits = vocabulary.places_by_digits.get(postcode[:4], ())
    if place and not (by_digits and broad):
        return Spot(place, codes, postcode, broad=broad)
    if by_digits:
        return Spot(by_digits[0], codes, postcode, around=frozenset(by_digits))
    named = " ".join(parts.place)
    certain = bool(parts.place) and vocabulary.of_records.issuperset(parts.place)
    return Spot(named, codes, postcode, certain=certain)


def _codes(record: Comparable) -> frozenset[str]:
    places = default_places()
    told = places.candidates(record.municipality) if record.municipality else frozenset()
    return told or (places.candidates(record.place) if record.place else frozenset())


def _is_broad(place: str) -> bool:
    return default_places().is_only_municipality(place)


def _site(website: str) -> str:
    """Host and path of a website; of a shared host the path tells."""
    site = read_website(tidy(website)).value.partition("://")[2].removeprefix("www.").rstrip("/")
    host = site.partition("/")[0]
    return site if host in _SHARED_SITES else host
