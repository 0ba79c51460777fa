"""What in an open answer may lead to somebody: marked, so that a reader looks there first.

Simple rules that mark too much rather than too little. They find no nicknames and no descriptions
("the baker's wife"): a person reads every card.
"""

import re
from collections.abc import Iterator

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from krachtlokaal.core.text import fold, words
from krachtlokaal.register.models import Organisation

_FIRST_NAMES = frozenset(
    words(
        "aaltje albert anja anke anna anneke annie arjen auke bart bauke bert bianca bram carla "
        "chris cor daan dirk douwe durk eelke els emma erik esther eva femke fenna fokke folkert "
        "frank froukje geert geertje gerrit grietje hans harm heleen hendrik henk hylke ineke "
        "ingrid jaap jacob jan janneke jantje jelle jeroen johan johannes joke jolanda joop karin "
        "kees klaas lars lieke linda lisa maaike marieke marijke mark martin mieke minke monique "
        "nynke paul peter petra piet pieter pytsje rein renske richard rinske rob roelof sanne "
        "sietske sjoerd sjoukje sytske theo tineke tjitske tom trijntje wiebe willem wim wytske "
        "ypke"
    )
)
_WORD = r"[^\W\d_][\w'’-]*"
_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-Þ])[\w'’-]*"
_BETWEEN = r"(?:(?:van|de|der|den|ter|ten|te|het|'t|fan|la|el|bij|op|in)\s+){0,3}"
_NAME = re.compile(rf"\b{_CAPITAL}(?:\s+{_BETWEEN}{_CAPITAL})*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n]\s*[\"'“„]?|^[\"'“„])$")
_PLAIN = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE),
    re.compile(r"\b[A-Z]{2}\d{2}\s?(?:[A-Z]{4})(?:\s?\d){10}\b", re.IGNORECASE),
    re.compile(r"(?<![\w+])(?:\+|00)?\d(?:[\s().-]{0,2}\d){8,12}(?!\w)"),
    re.compile(r"\b\d{4}\s?[A-Z]{2}\b"),
    re.compile(
        r"\b(?:de heer|meneer|mevrouw|mevr|mw|dhr|ds|dominee|pastoor|burgemeester|wethouder)\b\.?"
        rf"\s+(?:[a-z]\.\s*)*{_BETWEEN}{_WORD}",
        re.IGNORECASE,
    ),
)
_LONGEST_NAME = 7  # words
Span = tuple[int, int]


def marked(text: str) -> SafeString:
    """The text with <mark> around what may lead to a person or an organisation. One query."""
    pieces, at = [], 0
    for start, end in _joined([*_spans(text), *_organisations(text)]):
        pieces += [conditional_escape(text[at:start]), "<mark>"]
        pieces += [conditional_escape(text[start:end]), "</mark>"]
        at = end
    return SafeString("".join([*pieces, conditional_escape(text[at:])]))


def _spans(text: str) -> Iterator[Span]:
    for pattern in _PLAIN:
        yield from (found.span() for found in pattern.finditer(text))
    for found in _NAME.finditer(text):
        if _is_name(found[0], is_first=bool(_SENTENCE_START.search(text[: found.start()]))):
            yield found.span()
    for found in re.finditer(_WORD, text):
        if fold(found[0]) in _FIRST_NAMES:
            yield found.span()


def _is_name(name: str, *, is_first: bool) -> bool:
    """Several words with a capital, or one inside a sentence that is no abbreviation."""
    if " " in name:
        return True
    return not is_first and not name.isupper()


def _organisations(text: str) -> list[Span]:
    """Names of the register, also without their legal form and in small letters."""
    tokens = [(found.start(), found.end(), fold(found[0])) for found in re.finditer(r"\w+", text)]
    places: dict[str, list[Span]] = {}
    for first in range(len(tokens)):
        for last in range(first, min(first + _LONGEST_NAME, len(tokens))):
            key = " ".join(word for _start, _end, word in tokens[first : last + 1])
            if last > first or len(key) > 5:
                places.setdefault(key, []).append((tokens[first][0], tokens[last][1]))
    known = Organisation.objects.filter(name_key__in=list(places), ended_on=None)
    keys = set(known.order_by().values_list("name_key", flat=True))
    return [span for key in keys for span in places[key]]


def _joined(spans: list[Span]) -> list[Span]:
    """In order, those that touch as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
