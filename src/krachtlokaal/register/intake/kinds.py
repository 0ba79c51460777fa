"""What kind of organisation a name speaks of: `VV`, `Voetbalver.`, `voetbalclub` → football.

Kinds form a tree of two levels: a general kind (sport, music, choir) goes with each of its
special kinds, two special kinds exclude each other. A short form can mean several kinds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from krachtlokaal.register.intake.enums import Sector

# What turns a word into the name of a club: voetbal + vereniging.
_ENDINGS = (
    "vereniging", "vereeniging", "verenigingen", "ver", "club", "klub", "klup", "groep", "bond",
    "kring", "clubs", "stichting", "feriening", "ferieniging", "comite", "commissie", "centrum",
    "korps", "gezelschap", "genootschap", "werkgroep", "org", "organisatie", "en", "school",
)  # fmt: skip
_FUZZY_FROM_LENGTH = 8
_FUZZY_CUTOFF = 88


def _lines() -> Iterator[tuple[str, str, Sector, list[str], list[str]]]:
    table = files("krachtlokaal.register.data").joinpath("kinds.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        kind, sector, stems, short = (part.strip() for part in line.split("|"))
        kind, _dot, parent = kind.partition(" < ")
        yield kind, parent, Sector(sector), stems.split(), short.split()


_SECTORS: dict[str, Sector] = {}
_PARENTS: dict[str, str] = {}
_WORDS: dict[str, frozenset[str]] = {}
_SHORT: set[str] = set()


def _learn(word: str, kind: str) -> None:
    _WORDS[word] = _WORDS.get(word, frozenset()) | {kind}


def _build() -> None:
    for kind, parent, sector, stems, short in _lines():
        _SECTORS[kind] = sector
        if parent:
            _PARENTS[kind] = parent
        for stem in stems:
            if stem.endswith("!"):
                _learn(stem[:-1], kind)
                continue
            for ending in ("", *_ENDINGS):
                _learn(stem + ending, kind)
        for word in short:
            _learn(word, kind)
            _SHORT.add(word)


_build()
_LONG_WORDS: dict[str, list[str]] = {}
for _word in sorted(_WORDS):
    if len(_word) >= _FUZZY_FROM_LENGTH:
        _LONG_WORDS.setdefault(_word[0], []).append(_word)
_DIGITS = re.compile(r"\d")


@lru_cache(maxsize=65536)
def kind_of_word(word: str) -> frozenset[str]:
    """The kinds that one folded word can mean; typing errors in long words are forgiven."""
    found = _WORDS.get(word)
    if found is not None:
        return found
    if len(word) < _FUZZY_FROM_LENGTH or _DIGITS.search(word):
        return frozenset()
    # Few people mistype the first letter, and the other words need not be looked at.
    similar = _LONG_WORDS.get(word[0], [])
    near = process.extractOne(word, similar, scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF)
    return _WORDS[near[0]] if near else frozenset()


def is_short_form(word: str) -> bool:
    """Whether a word is an abbreviation (vv, ltc), which means little inside a name."""
    return word in _SHORT


def kinds_of(parts: Sequence[str]) -> frozenset[str]:
    """The kinds that the words of a name speak of; abbreviations count first or last only."""
    kinds: frozenset[str] = frozenset()
    for index, word in enumerate(parts):
        if word in _SHORT and word in _WORDS and 1 < index < len(parts) - 1:
            continue
        kinds |= kind_of_word(word)
    return kinds


def agree(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two sets of kinds can be one organisation."""
    return any(_related(one, other) for one in left for other in right)


def _related(one: str, other: str) -> bool:
    return one == other or _PARENTS.get(one) == other or _PARENTS.get(other) == one


def sector_of(kind: str) -> Sector:
    return _SECTORS[kind]
