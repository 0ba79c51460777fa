"""Names of organisations: as a reader wants to see them, and as a key to compare them."""

import re
from functools import lru_cache

from krachtlokaal.register.intake.enums import LegalForm
from krachtlokaal.register.intake.kinds import is_short_form
from krachtlokaal.register.intake.text import fold, straight, tidy, word_set, words

_SMALL_WORDS = word_set(
    "de het een van der den des en in op te ten ter voor aan bij of tot met uit over onder "
    "fan it yn foar oan op 'e 't 's 'n d' v.d. v/d a/d"
)
_ACRONYMS = word_set(
    "knhm ehbo ivn knnv kbo pcob anbo pkn obs cbs pcbs rkbs mfc mfa aed nvvh oss dos des dvv asv "
    "lto fnv cnv cda vvd pvda fnp sgp knvb nok afûk mfc bso tso wbtr avg ngo nme npv nvve "
    "kpj npj zij"
)
_VOWELS = re.compile(r"[aeiouyâêîôûáéíóúäëïöü]", re.IGNORECASE)
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(IX|IV|V?I{0,3})")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?|[A-Z](?:\.[A-Z])+")
_DOTTED = re.compile(r"\b\w(?:\.\w\b)+\.?")
_PIECES = re.compile(r"([-/(\"“‘&+]+)")

# The written form, by the start or the end of a name.
_LEGAL_STARTS: tuple[tuple[str, LegalForm], ...] = (
    (r"stichting|stg|sticht|stifting|stich", LegalForm.FOUNDATION),
    (r"vereniging|vereeniging|ver|feriening|ferieniging", LegalForm.ASSOCIATION),
    (r"informele vereniging", LegalForm.INFORMAL_ASSOCIATION),
    (r"co[oö]p(?:eratieve|eratie)?", LegalForm.COOPERATIVE),
    (r"kerkgenootschap", LegalForm.CHURCH),
)
_LEGAL_ENDS: tuple[tuple[str, LegalForm], ...] = (
    (r"b\.?v\.|bv|n\.v\.|v\.?o\.?f\.?|c\.v\.", LegalForm.COMPANY),
    (r"u\.a\.|co[oö]peratie(?: u\.?a\.?)?", LegalForm.COOPERATIVE),
    (r"stichting|stg\.?", LegalForm.FOUNDATION),
    (r"vereniging|ver\.", LegalForm.ASSOCIATION),
)
_STARTS = tuple(
    (re.compile(rf"(?:{pattern})(?:\.\s*|\s+|$)", re.IGNORECASE), form)
    for pattern, form in _LEGAL_STARTS
)
_ENDS = tuple(
    (re.compile(rf"[\s,(-]+(?:{pattern})\)?$", re.IGNORECASE), form)
    for pattern, form in _LEGAL_ENDS
)
# `St.` is Stichting before a common word and Sint before a saint.
_SAINTS = word_set(
    "jan joris nicolaas maarten martinus joseph jozef anna maria petrus paulus antonius barbara "
    "sebastiaan sebastianus vitus jacob jacobus johannes christoffel cecilia caecilia hubertus "
    "lambertus bonifatius gregorius franciscus michael michiel odulphus willibrord agatha nyk "
    "annaparochie jacobiparochie nicolaasga johannesga radboud clemens laurentius victor"
)
_ABBREVIATED_SAINT = re.compile(r"^st\.?\s+(\S+)", re.IGNORECASE)
_ASSOCIATION_KINDS = re.compile(r"(?:vereniging|feriening|club|bond)\b|\bver\.", re.IGNORECASE)


def clean_name(text: str) -> str:
    """Without stray spaces; a name in capitals alone gets a sensible case."""
    name = tidy(straight(text)).strip(" ,;")
    letters = [letter for letter in name if letter.isalpha()]
    shouted = len(letters) > 5 and " " in name and all(letter.isupper() for letter in letters)
    return _sensible_case(name) if shouted else name


def _sensible_case(name: str) -> str:
    written = [_cased(word, first=index == 0) for index, word in enumerate(name.split(" "))]
    return " ".join(written)


def _cased(word: str, *, first: bool) -> str:
    if (not first and word.lower() in _SMALL_WORDS) or word.lower() in {"'t", "'s", "'n"}:
        return word.lower()
    if _keeps_capitals(word):
        return word
    return "".join(_capitalised(piece) for piece in _PIECES.split(word))


def _keeps_capitals(word: str) -> bool:
    bare = word.strip(".,()'\"")
    if _INITIALS.fullmatch(word) or _ROMAN.fullmatch(bare):
        return True
    short = fold(bare)
    if short in {"ver", "stg", "chr", "kon", "ned", "muz", "herv", "geref", "prot"}:
        return False
    # Short forms (VV), known acronyms (EHBO), and what nobody can pronounce (KNHM).
    return (
        short in _ACRONYMS
        or (is_short_form(short) and len(short) < 5)
        or (1 < len(bare) < 5 and bare.isalpha() and not _VOWELS.search(bare))
    )


def _capitalised(piece: str) -> str:
    if piece.startswith("'") and len(piece) > 2:
        return piece[:2].lower() + _capitalised(piece[2:])
    if piece.upper().startswith("IJ"):
        return "IJ" + piece[2:].lower()
    return piece[:1].upper() + piece[1:].lower()


@lru_cache(maxsize=65536)
def without_legal_form(name: str) -> tuple[str, LegalForm]:
    """The name without Stichting, Vereniging, B.V.; and the legal form that these told."""
    text = tidy(name)
    saint = _ABBREVIATED_SAINT.match(text)
    if saint is not None:
        rest = text[saint.start(1) :]
        is_saint = fold(saint[1]).strip(".,") in _SAINTS
        return (f"Sint {rest}", LegalForm.UNKNOWN) if is_saint else (rest, LegalForm.FOUNDATION)
    for patterns, search in ((_STARTS, "match"), (_ENDS, "search")):
        for pattern, form in patterns:
            found = getattr(pattern, search)(text)
            rest = text.replace(found[0], "", 1).strip(" ,-") if found else ""
            if rest:
                return rest, form
    return text, LegalForm.UNKNOWN


def legal_form_in_name(name: str) -> LegalForm:
    """What the name itself says; a club is an association."""
    form = without_legal_form(name)[1]
    if form is LegalForm.UNKNOWN and _ASSOCIATION_KINDS.search(name):
        return LegalForm.ASSOCIATION
    return form


def match_key(name: str) -> str:
    """The same for `STG. DE BRON`, `De Bron` and `Stichting De Brön`."""
    bare = without_legal_form(name)[0]
    return " ".join(words(join_initials(bare)))


def join_initials(name: str) -> str:
    """`v.v. Buren` → `vv Buren`."""
    return _DOTTED.sub(lambda found: found[0].replace(".", ""), name) if "." in name else name
