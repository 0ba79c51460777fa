"""The report as one document: the words of its blocks with what is drawn beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils import translation

from krachtlokaal.needs.models import Block, NeedsSurvey
from krachtlokaal.needs.reports import drawing
from krachtlokaal.needs.reports.material import LANGUAGE, Material
from krachtlokaal.publishing.documents.model import Document, Heading, Part, plain


def parts_of(block: Block, material: Material) -> list[Part]:
    """One block as readers see it."""
    title = str(block)
    anchor = f"deel-{block.pk}"
    drawn = [*plain(block.text), *drawing.drawn(block, material)]
    # Several blocks have headings of the same words: each gets an anchor of its own.
    named = [
        replace(part, anchor=f"{anchor}-{number}") if isinstance(part, Heading) else part
        for number, part in enumerate(drawn)
    ]
    return [Heading(1, title, anchor), *named]


def document_of(
    survey: NeedsSurvey,
    *,
    blocks: Iterable[Block],
    material: Material,
    title: str = "",
    details: Sequence[str] = (),
) -> Document:
    """All blocks that are shown, in their order. `details`: lines for the first page."""
    with translation.override(LANGUAGE):
        parts = [
            part for block in blocks if not block.is_hidden for part in parts_of(block, material)
        ]
        return Document(
            title=title or survey.title,
            subtitle=survey.question,
            language=LANGUAGE,
            parts=tuple(parts),
            maker=survey.workspace.name,
            details=tuple(details),
        )


def shown_alone(block: Block, material: Material) -> Document:
    """One block for the page on which it is written."""
    with translation.override(LANGUAGE):
        parts = parts_of(block, material)
        return Document(str(block), "", LANGUAGE, tuple(parts), has_contents=False)


def typed_in(block: Block) -> slice:
    """Which parts of `shown_alone` are the words that were typed: behind the title, before what is
    drawn."""
    return slice(1, 1 + len(plain(block.text)))
