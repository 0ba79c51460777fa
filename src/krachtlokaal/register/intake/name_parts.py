"""Take a name apart for comparing: what kind it is, what tells it apart, where it says it is."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from krachtlokaal.register.intake.alike import alike
from krachtlokaal.register.intake.kinds import is_short_form, kind_of_word
from krachtlokaal.register.intake.names import join_initials, without_legal_form
from krachtlokaal.register.intake.text import fold, straight, word_set

_STOP = word_set(
    "de het een van der den en in op te ten ter voor aan bij t s n e d v vd vh tbv behoeve"
    " fan it yn foar oan"
)
_NOISE = word_set(
    "stichting stg vereniging vereeniging ver feriening ferieniging afdeling afd club klub groep "
    "gemeente organisatie comite commissie werkgroep kring bond platform fonds plaatselijke "
    "plaatselijk lokale regio regionale gem pl nat bestuur secretariaat omstreken eo dorp "
    "koninklijke kon nederlandse ned nederland algemene alg beheer exploitatie "
    "initiatief project team"
)
_QUALIFIERS = {
    "chr": "christelijk", "christ": "christelijk", "christelijk": "christelijk",
    "christelijke": "christelijk", "cbs": "christelijk", "pcbs": "christelijk",
    "pc": "christelijk", "cmv": "christelijk", "ckv": "christelijk", "cgk": "christelijk",
    "rk": "katholiek", "katholiek": "katholiek", "katholieke": "katholiek", "rkbs": "katholiek",
    "roomskatholieke": "katholiek", "obs": "openbaar", "openbare": "openbaar",
    "openbaar": "openbaar", "prot": "protestants", "protestantse": "protestants",
    "hervormde": "hervormd", "herv": "hervormd", "hervormd": "hervormd",
    "gereformeerde": "gereformeerd", "geref": "gereformeerd", "gereformeerd": "gereformeerd",
    "doopsgezinde": "doopsgezind", "vrijzinnige": "vrijzinnig",
}  # fmt: skip
# Words that set two parts of one club, or two neighbours, apart.
_CONTRASTS = word_set(
    "jeugd jong jonge jongens meisjes junior junioren senior senioren veteranen dames heren mannen "
    "vrouwen noord zuid oost west noordoost noordwest zuidoost zuidwest ii iii iv vi vii "
    "jeugdafdeling zaterdag zondag reserve kinderen"
)
# Short words that name a kind all the same; other short ones are names beside a kind.
_SURE_KINDS = word_set(
    "koor fanfare museum tennis voetbal korfbal handbal hockey toneel muziek judo ehbo bridge "
    "schaak biljart karate moskee hospice gym turnen obs cbs pcbs rkbs ivn kbo pcob "
    "belang plaatselijk hist"
)
_SURE_FROM_LENGTH = 8
_TOKEN = re.compile(r"[a-z0-9]+\.?")
# `OSS 20` was founded then; a scout group 3 was not.
_YEAR = re.compile(r"1[89]\d\d|20\d\d|[2-9]\d")
_SHORT_YEAR = re.compile(r"(?:^|\s)'(\d\d)\b")
_COMPASS_JOINED = re.compile(r"\b(noord|zuid)[\s-]+(oost|west)\b")


@dataclass(frozen=True, slots=True)
class NameParts:
    """`core`: the words that tell it apart. `place`: words that say where it is.

    `whole`: all words in one.
    """

    core: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    kind_words: tuple[str, ...] = ()
    qualifiers: frozenset[str] = frozenset()
    contrasts: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    place: tuple[str, ...] = ()
    whole: str = ""

    def packed(self) -> str:
        """As text, so that a database can hand it to the comparing function."""
        groups = (
            self.core, sorted(self.kinds), self.kind_words, sorted(self.qualifiers),
            sorted(self.contrasts), sorted(self.years), self.place, (self.whole,),
        )  # fmt: skip
        return "|".join(" ".join(group) for group in groups)


@lru_cache(maxsize=65536)
def unpacked(text: str) -> NameParts:
    core, kinds, kind_words, qualifiers, contrasts, years, place, whole = (
        tuple(group.split()) for group in text.split("|")
    )
    return NameParts(
        core, frozenset(kinds), kind_words, frozenset(qualifiers), frozenset(contrasts),
        frozenset(years), place, "".join(whole),
    )  # fmt: skip


def analyse(name: str, own_places: Collection[str], known_places: Collection[str]) -> NameParts:
    """`own_places`: words of the places of this record; `known_places`: of all that count."""
    bare, _form = without_legal_form(name)
    text = _COMPASS_JOINED.sub(r"\1\2", fold(join_initials(straight(bare))).replace("&", " en "))
    years = frozenset(_SHORT_YEAR.findall(text))
    tokens = _TOKEN.findall(_SHORT_YEAR.sub(" ", text))
    years |= {token[-2:] for token in tokens if _YEAR.fullmatch(token)}
    telling = [t for t in tokens if t.rstrip(".") not in _STOP and not _YEAR.fullmatch(t)]
    places = {
        spelled(w) for t in telling if _is_place(w := t.rstrip("."), own_places, known_places)
    }
    found = _sort_out(telling, places)
    return _completed(found, telling, years)


def _is_place(word: str, own: Collection[str], known: Collection[str]) -> bool:
    """Typing errors are forgiven in the place that the record itself names."""
    text = spelled(word)
    return text in own or text in known or any(len(p) > 5 and alike(text, p) for p in own)


@dataclass
class _Found:
    core: list[str]
    kinds: set[str]
    kind_words: list[str]
    qualifiers: set[str]
    contrasts: set[str]
    place: list[str]


def _sort_out(tokens: Sequence[str], places: Collection[str]) -> _Found:
    sure: frozenset[str] = frozenset()
    for index, token in enumerate(tokens):
        if _is_sure_kind(tokens, index):
            sure |= kind_of_word(token.rstrip("."))
    found = _Found([], set(), [], set(), set(), [])
    for index, token in enumerate(tokens):
        _place_token(found, tokens, index, token.rstrip("."), places, sure)
    return found


def _place_token(
    found: _Found,
    tokens: Sequence[str],
    index: int,
    word: str,
    places: Collection[str],
    sure: frozenset[str],
) -> None:
    if word in _QUALIFIERS:
        found.qualifiers.add(_QUALIFIERS[word])
    if word in _CONTRASTS or (word.isdigit() and len(word) < 4):
        found.contrasts.add(word)
    elif spelled(word) in places:
        found.place.append(spelled(word))
    elif _is_kind(tokens, index, sure):
        found.kinds |= kind_of_word(word)
        found.kind_words.append(spelled(word))
    elif not _is_noise(word):
        # The full stop of an abbreviation stays, so that `nas.` can meet `nassau`.
        shortened = tokens[index].endswith(".") and len(word) > 2
        found.core.append(spelled(word) + ("." if shortened else ""))


@lru_cache(maxsize=16384)
def _is_noise(word: str) -> bool:
    legal = len(word) > 6 and (alike(word, "vereniging") or alike(word, "stichting"))
    return word in _NOISE or word in _QUALIFIERS or legal


def _is_sure_kind(tokens: Sequence[str], index: int) -> bool:
    word = tokens[index].rstrip(".")
    if not kind_of_word(word):
        return False
    if is_short_form(word) and word not in _SURE_KINDS:
        return _stands_apart(tokens, index)
    return word in _SURE_KINDS or len(word) >= _SURE_FROM_LENGTH


def _is_kind(tokens: Sequence[str], index: int, sure: frozenset[str]) -> bool:
    """`Molen` is a kind in `De Molen`, and a name in `Toneelgroep De Molen`."""
    word = tokens[index].rstrip(".")
    kinds = kind_of_word(word)
    if not kinds:
        return False
    if _is_sure_kind(tokens, index) or kinds & sure:
        return True
    return not sure and (not is_short_form(word) or _stands_apart(tokens, index))


def _stands_apart(tokens: Sequence[str], index: int) -> bool:
    """Short forms (VV, LTC) stand first or last; inside they are a name."""
    return index <= 1 or index == len(tokens) - 1


def _completed(found: _Found, tokens: Sequence[str], years: frozenset[str]) -> NameParts:
    core = found.core
    if not (core or found.kinds or found.place):
        # Only words that mean little elsewhere: here they are the name.
        core = [spelled(token.rstrip(".")) for token in tokens]
    return NameParts(
        tuple(core), frozenset(found.kinds), tuple(found.kind_words), frozenset(found.qualifiers),
        frozenset(found.contrasts), years, tuple(found.place),
        "".join(spelled(token.rstrip(".")) for token in tokens),
    )  # fmt: skip


def spelled(word: str) -> str:
    """One spelling for ij and y, and for Sint."""
    return "sint" if word == "st" else word.replace("ij", "y")
