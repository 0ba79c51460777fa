"""Whether what is drawn in a block is still what it was when its words were last read beside it.

A mark has two halves: one of the figures, one of the quotes that were chosen, so that choosing
other quotes is no change of the figures. Drawings do not count, only what they say.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from krachtlokaal.needs.models import Block
from krachtlokaal.needs.reports import drawing
from krachtlokaal.needs.reports.material import LANGUAGE, Material
from krachtlokaal.publishing.documents.model import Document, Heading, Paragraph, Part

_HALF = 31
_PICTURES = {"svg", "narrow"}


def of(block: Block, material: Material) -> str:
    """The mark of a block as it is drawn now."""
    return joined(of_figures(block, material), of_quotes(block.quotes, material))


def of_figures(block: Block, material: Material) -> str:
    """Empty where nothing is drawn: such a block never changes by itself."""
    parts = [*drawing.figures_of(block, material), *drawing.talked_of(block, material)]
    return _digest(_told(parts)) if parts else ""


def of_quotes(keys: Iterable[Any], material: Material) -> str:
    """What is quoted, and whether it may be."""
    found = [material.by_key.get(str(key)) for key in keys]
    told = [[card.text, card.may_quote, card.theme] if card else None for card in found]
    return _digest(told) if told else ""


def joined(figures: str, quotes: str) -> str:
    return f"{figures[:_HALF]}.{quotes[:_HALF]}"


def is_stale(block: Block, material: Material) -> bool:
    """The figures or a quote changed since the words were last read beside them."""
    return block.data_mark != of(block, material)


def _told(parts: list[Part]) -> object:
    """The words and numbers of these parts, without their drawings."""
    whole = Document("x", "", LANGUAGE, tuple(_flat(parts)), has_contents=False)
    return _without_pictures(whole.to_data()["parts"])


def _flat(parts: list[Part]) -> list[Part]:
    """Headings count by their words; their levels need a chapter above them."""
    return [Paragraph(part.text) if isinstance(part, Heading) else part for part in parts]


def _without_pictures(value: object) -> object:
    if isinstance(value, dict):
        return {k: _without_pictures(v) for k, v in value.items() if k not in _PICTURES}
    if isinstance(value, list):
        return [_without_pictures(inner) for inner in value]
    return value


def _digest(told: object) -> str:
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:_HALF]
