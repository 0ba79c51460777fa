"""The smallest parts of a page of questions: fixed HTML, and open places between it.

What static/js/answers.js finds in the page:
- `data-shown-if="KEY" data-shown-codes="a b"`: a block that is shown when the question KEY has one
  of these answers. Its `[data-shown-hint]` says the same in words and is hidden by the script.
- `data-counts="ID" data-words="Nog %s tekens"`: a hidden line that counts what is left in the text
  area ID (its `maxlength`).
- `data-most="3"`: of the boxes in this block at most 3 may be ticked.
- Every control is named by the key of its question; ids hold dots, so use getElementById.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from krachtlokaal.surveys.definition import Text
from krachtlokaal.surveys.definition.model import FALLBACK


class Slot(NamedTuple):
    """An open place. `key` is the question's, or the name of a word; `code` one of its answers."""

    kind: Literal["choice", "text", "described", "error", "word"]
    key: str
    code: str = ""


Piece = str | Slot
_WORD = re.compile(r"\{([a-z_]+)\}")


def said(text: Text, language: str) -> Iterator[Piece]:
    """The words of a text; marked as Dutch where the language has none of its own."""
    foreign = not text.speaks(language)
    if foreign:
        yield f'<span lang="{FALLBACK}">'
    for number, part in enumerate(_WORD.split(text.into(language))):
        yield Slot("word", part) if number % 2 else str(escape(part))
    if foreign:
        yield "</span>"


def control_id(key: str, number: int | None = None) -> str:
    """The id of a control, as forms of Django give them."""
    return f"id_{key}" if number is None else f"id_{key}_{number}"


def anchor(key: str, *, is_text: bool) -> str:
    """Where a line of the list of errors leads: the text area, or the first choice."""
    return control_id(key) if is_text else control_id(key, 0)


def tag(template: str, *values: object) -> SafeString:
    """Fixed HTML with escaped values."""
    return format_html(template, *values)
