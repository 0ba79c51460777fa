"""Which municipality does a name mean? Official, everyday, Frisian, old and mistyped names.

A list writes the village where the municipality should stand and the other way round, so
both kinds of names are looked up in one index. What stays unsure becomes a question that
is asked once; its answer comes back as an extra name.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from io import StringIO

from rapidfuzz import process
from rapidfuzz.distance import OSA

from krachtlokaal.register.intake.place_names import (
    MUNICIPALITY_ALIASES,
    NAMESAKES,
    PLACE_ALIASES,
)
from krachtlokaal.register.intake.provinces import province_in_name, provinces_of_postcode
from krachtlokaal.register.intake.text import fold, tidy, words

_MUNICIPALITY_WORD = re.compile(r"^(?:gem(?:eente)?\b\.?|municipality of)\s*", re.IGNORECASE)
_SPELLINGS = {"st": "sint", "ste": "sint", "sta": "sint", "z": "zuid", "y": "ij"}
_FUZZY_FROM_LENGTH = 6
_TWO_ERRORS_FROM_LENGTH = 11


@dataclass(frozen=True, slots=True)
class Municipality:
    code: str
    name: str
    everyday_name: str
    province: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A name on the map: a municipality itself, or a place in one."""

    name: str
    code: str
    is_municipality: bool


@dataclass(frozen=True, slots=True)
class Found:
    """`code` is None where the name is unknown or means several municipalities."""

    place: str
    code: str | None = None
    candidates: tuple[str, ...] = ()
    guessed: bool = False
    is_municipality: bool = False


@lru_cache(maxsize=65536)
def place_key(text: str) -> str:
    """Same for `Gem. Súdwest-Fryslân` and `sudwest fryslan`: what an answer is remembered by."""
    text = _MUNICIPALITY_WORD.sub("", tidy(text))
    spelled = words(text.replace("'s-", "s ").replace("’s-", "s "))
    return " ".join(_SPELLINGS.get(word, word) if len(word) < 4 else word for word in spelled)


class Places:
    """The index over all names. `extra` holds remembered answers: name → municipality code.

    `preferred` are the codes of the working area: they decide between equal names.
    """

    def __init__(
        self, extra: Mapping[str, str] | None = None, preferred: Iterable[str] = ()
    ) -> None:
        base = _base_index()
        self.municipalities = base.municipalities
        self._spots = base.spots
        self._extra = {place_key(name): code for name, code in (extra or {}).items()}
        self._preferred = frozenset(preferred)
        self._searched: dict[str, tuple[tuple[Spot, ...], bool]] = {}
        self._answers: dict[tuple[str, str, str, bool], Found] = {}

    def names(self) -> Iterable[str]:
        """All known names, as keys."""
        return self._spots.keys()

    def knows(self, key: str) -> bool:
        return key in self._spots or key in self._extra

    def is_only_municipality(self, key: str) -> bool:
        """Whether no village has this name."""
        spots = self._search(key)[0]
        return bool(spots) and all(spot.is_municipality for spot in spots)

    def resolve(
        self,
        text: str,
        *,
        province: str = "",
        postcode: str = "",
        municipality_first: bool = False,
    ) -> Found:
        """The municipality of one name, with the province or postcode to decide by.

        `municipality_first`: of a village and a municipality with one name, the latter.
        """
        question = (text, province, postcode[:4], municipality_first)
        found = self._answers.get(question)
        if found is None:
            found = self._answers[question] = self._resolve(*question)
        return found

    def _resolve(
        self,
        text: str,
        province: str,
        postcode: str,
        municipality_first: bool,  # noqa: FBT001
    ) -> Found:
        name, told = province_in_name(tidy(text))
        key = place_key(name)
        if not key:
            return Found("")
        if key in self._extra:
            return Found(tidy(text), self._extra[key])
        spots, guessed = self._search(key)
        official = tuple(spot for spot in spots if spot.is_municipality)
        spots = official if municipality_first and official else spots
        found = self._decide(spots, told or province_in_name(f"x ({province})")[1], postcode)
        return replace(found, place=found.place or tidy(text), guessed=guessed and bool(spots))

    def spelling(self, text: str, code: str) -> str:
        """How the map spells a place in a municipality; empty if it is not there."""
        spots = self._search(place_key(province_in_name(tidy(text))[0]))[0]
        return next((spot.name for spot in spots if spot.code == code), "")

    def candidates(self, text: str, *, guess: bool = True) -> frozenset[str]:
        """The codes of all municipalities that a name can mean."""
        key = place_key(province_in_name(tidy(text))[0])
        if key in self._extra:
            return frozenset({self._extra[key]})
        spots, guessed = self._search(key)
        return frozenset(spot.code for spot in spots) if guess or not guessed else frozenset()

    def _search(self, key: str) -> tuple[tuple[Spot, ...], bool]:
        """All spots of a name, and whether the name had to be guessed."""
        found = self._searched.get(key)
        if found is None:
            found = self._searched[key] = self._find(key)
        return found

    def _find(self, key: str) -> tuple[tuple[Spot, ...], bool]:
        if key in self._spots:
            return self._spots[key], False
        if key.upper() in self.municipalities:
            official = self.municipalities[key.upper()]
            return (Spot(official.everyday_name, official.code, is_municipality=True),), False
        abbreviated = _abbreviated(key, self._spots)
        if abbreviated:
            return self._spots[abbreviated], False
        return self._similar(key)

    def _similar(self, key: str) -> tuple[tuple[Spot, ...], bool]:
        """A typing error: one name much nearer than all others, with the same first letter."""
        if len(key) < _FUZZY_FROM_LENGTH:
            return (), True
        allowed = 2 if len(key) >= _TWO_ERRORS_FROM_LENGTH else 1
        near = process.extract(
            key, self._spots.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=3
        )
        near = [hit for hit in near if hit[0][0] == key[0]]
        clear = near and (len(near) == 1 or near[0][1] < near[1][1])
        return (self._spots[near[0][0]], True) if clear else ((), True)

    def _decide(self, spots: tuple[Spot, ...], province: str, postcode: str) -> Found:
        if not spots:
            return Found("")
        best = self._narrow(spots, province, postcode)
        codes = tuple(dict.fromkeys(spot.code for spot in best))
        if len(codes) == 1:
            spot = best[0]
            return Found(spot.name, spot.code, codes, is_municipality=spot.is_municipality)
        return Found(best[0].name, None, codes)

    def _narrow(self, spots: tuple[Spot, ...], province: str, postcode: str) -> tuple[Spot, ...]:
        """Province first, then postcode, then the working area; each only if one fits."""
        if len({spot.code for spot in spots}) == 1:
            return spots
        allowed = frozenset({province}) if province else provinces_of_postcode(postcode)
        fitting = tuple(s for s in spots if self.municipalities[s.code].province in allowed)
        spots = fitting or spots
        near = tuple(spot for spot in spots if spot.code in self._preferred)
        return near or spots


def _abbreviated(key: str, spots: Mapping[str, object]) -> str | None:
    """`w maas en waal` → `west maas en waal`, `alphen a d rijn` → `alphen aan den rijn`."""
    parts = key.split(" ")
    if len(parts) < 2 or min(map(len, parts)) > 3:
        return None
    fitting = [name for name in spots if _abbreviates(parts, name.split(" "))]
    return fitting[0] if len(fitting) == 1 else None


def _abbreviates(parts: list[str], full: list[str]) -> bool:
    return len(parts) == len(full) and all(map(str.startswith, full, parts))


@dataclass(frozen=True)
class _Index:
    municipalities: dict[str, Municipality]
    spots: dict[str, tuple[Spot, ...]]


@lru_cache(maxsize=1)
def _base_index() -> _Index:
    municipalities = {
        row["code"]: Municipality(row["code"], row["name"], row["everyday_name"], row["province"])
        for row in _rows("municipalities.csv")
    }
    spots: dict[str, tuple[Spot, ...]] = {}
    for name, spot in _all_names(municipalities):
        known = spots.get(place_key(name), ())
        if spot not in known:
            spots[place_key(name)] = (*known, spot)
    return _Index(municipalities, spots)


def _all_names(municipalities: Mapping[str, Municipality]) -> Iterable[tuple[str, Spot]]:
    by_name = {place_key(each.everyday_name): each.code for each in municipalities.values()}
    for each in municipalities.values():
        spot = Spot(each.everyday_name, each.code, is_municipality=True)
        yield from ((name, spot) for name in (each.name, each.everyday_name))
    for alias, official in MUNICIPALITY_ALIASES.items():
        code = by_name[place_key(official)]
        yield alias, Spot(municipalities[code].everyday_name, code, is_municipality=True)
    places = [
        Spot(row["place"], row["municipality_code"], is_municipality=False)
        for row in _rows("places.csv")
    ]
    yield from ((spot.name, spot) for spot in places)
    spelled = {fold(spot.name): spot for spot in places}
    for alias, place in PLACE_ALIASES.items():
        yield alias, spelled[fold(place)]
    for place, official in NAMESAKES:
        yield place, Spot(place, by_name[place_key(official)], is_municipality=False)


def _rows(name: str) -> Iterable[dict[str, str]]:
    source = files("krachtlokaal.register.data").joinpath(name)
    yield from csv.DictReader(StringIO(source.read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def default_places() -> Places:
    return Places()
