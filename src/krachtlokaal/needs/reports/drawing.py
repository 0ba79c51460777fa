"""What stands in a block besides its words: drawn from the material, never typed."""

from collections.abc import Callable

from django.utils import translation

from krachtlokaal.needs.enums import BlockKind
from krachtlokaal.needs.models import Block
from krachtlokaal.needs.reports import chapters, closing, opening
from krachtlokaal.needs.reports.material import LANGUAGE, Material
from krachtlokaal.publishing.documents.model import Part

DRAWN: dict[str, Callable[[Material], list[Part]]] = {
    BlockKind.SUMMARY: opening.summary,
    BlockKind.RESPONSE: opening.response,
    BlockKind.RANKING: opening.ranking,
    BlockKind.CONCLUSIONS: closing.conclusions,
    BlockKind.ACTIONS: closing.actions,
    BlockKind.METHOD: closing.method,
    BlockKind.QUESTIONNAIRE: closing.questionnaire,
}


def figures_of(block: Block, material: Material) -> list[Part]:
    """The figures, without quotes."""
    with translation.override(LANGUAGE):
        if block.kind == BlockKind.THEME and block.theme_id:
            return chapters.figures(block.theme_id, material)
        return DRAWN[block.kind](material) if block.kind in DRAWN else []


def talked_of(block: Block, material: Material) -> list[Part]:
    """What the round tables added, and whether that is what the figures say."""
    if block.kind != BlockKind.THEME or not block.theme_id:
        return []
    with translation.override(LANGUAGE):
        return chapters.talked(block.theme_id, material)


def quotes_of(block: Block, material: Material) -> list[Part]:
    return chapters.quotes(block.quotes, material)


def drawn(block: Block, material: Material) -> list[Part]:
    """Number, quote, round tables, agreement: in the order in which readers see them."""
    return [
        *figures_of(block, material),
        *quotes_of(block, material),
        *talked_of(block, material),
    ]
