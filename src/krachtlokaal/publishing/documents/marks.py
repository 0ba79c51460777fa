"""Texts in documents: which signs stay, and the one mark that means something, **strong**."""

import re
import unicodedata
from typing import NamedTuple

# Left out: control signs, halves of signs, and signs that turn the order of others around.
_NO_SIGN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff"
    "\u200e\u200f\u202a-\u202e\u2060-\u206f]"
)
_BREAK = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_STRONG = re.compile(r"\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*")


class Run(NamedTuple):
    """A stretch of text of one weight."""

    text: str
    is_strong: bool = False


def clean(text: str) -> str:
    """The text with accents joined to their letters and without what no reader can see."""
    return unicodedata.normalize("NFC", _NO_SIGN.sub("", _BREAK.sub("\n", text)))


def runs(text: str) -> list[Run]:
    """The text in stretches; stars that belong to no pair stay stars."""
    found, at = [], 0
    for pair in _STRONG.finditer(text):
        found += [Run(text[at : pair.start()]), Run(pair[1], is_strong=True)]
        at = pair.end()
    return [run for run in [*found, Run(text[at:])] if run.text]


def bare(text: str) -> str:
    """The text as it is read, without the stars of the mark."""
    return "".join(run.text for run in runs(text))
