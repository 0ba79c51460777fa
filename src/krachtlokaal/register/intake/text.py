"""Text as people type it, made comparable."""

import re
import unicodedata
from functools import lru_cache

# Letters that decomposition leaves alone.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ł": "l", "ĳ": "ij"})
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def tidy(text: str) -> str:
    """One line without invisible characters, double spaces or spaces at the ends."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return _SPACES.sub(" ", _CONTROL.sub(" ", text)).strip()


def straight(text: str) -> str:
    """The same text with one kind of apostrophe."""
    return text.translate(_APOSTROPHES)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents: Súdwest-Fryslân → sudwest-fryslan."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", straight(text).casefold().translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, without punctuation; & is `en`."""
    folded = fold(text).replace("&", " en ").replace("'", "")
    return tuple(word for word in _NOT_WORD.split(folded) if word)


def squeeze(text: str) -> str:
    """The folded letters and digits of a text alone: `E-mail secr.` → emailsecr."""
    return "".join(words(text))


def word_set(listing: str) -> frozenset[str]:
    """The words of a listing in the code."""
    return frozenset(listing.split())
