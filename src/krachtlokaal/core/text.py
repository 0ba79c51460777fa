"""Text without business words: folding for comparison and search."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ĳ": "ij", "Ĳ": "IJ", "ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "œ": "oe"}
)
_NOT_WORD = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Small letters without accents: 'Súdwest-Fryslân' becomes 'sudwest-fryslan'."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [word for word in _NOT_WORD.split(fold(text)) if word]
