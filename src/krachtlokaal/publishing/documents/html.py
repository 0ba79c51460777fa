"""A document as part of a page: its contents and its blocks. The title is the page's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString

from krachtlokaal.publishing.documents import columns, svg, words
from krachtlokaal.publishing.documents.marks import runs
from krachtlokaal.publishing.documents.model import (
    Bullets,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Part,
    Quote,
    TablePart,
)

TEMPLATE = "publishing/document.html"
EVERYTHING = slice(None)


@dataclass(frozen=True)
class Cell:
    """A cell with the head of its column, for tables that become cards."""

    text: str
    head: str
    is_number: bool


def render(document: Document, which: slice = EVERYTHING) -> SafeString:
    """The document in its own language, its chapters as h2: below the one h1 of the page. `which`
    of its parts, where a page shows them apart."""
    anchors = iter(document.anchors())
    numbers = count(1)
    blocks = [_block(part, anchors, numbers) for part in document.parts][which]
    chapters = [block for block in blocks if block["kind"] == "heading" and block["level"] == "2"]
    context = {
        "document": document,
        "blocks": blocks,
        "chapters": chapters if document.shows_contents else [],
        "words": words.OF[document.language],
    }
    return render_to_string(TEMPLATE, context)


def _block(part: Part, anchors: Iterator[str], numbers: Iterator[int]) -> dict[str, object]:
    return {"kind": part.kind, "part": part} | _more(part, anchors, numbers)


def _more(part: Part, anchors: Iterator[str], numbers: Iterator[int]) -> dict[str, object]:
    match part:
        case Heading():
            return {"level": str(part.level + 1), "anchor": next(anchors)}
        case Paragraph() | Note():
            return {"text": _marked(part.text)}
        case Quote():
            return {"text": _lines(part.text)}
        case Bullets():
            return {"items": [_marked(item) for item in part.items]}
        case TablePart():
            return {"table": _table(part)}
        case Figure():
            number = next(numbers)
            return {
                "svg": SafeString(svg.numbered(part.svg, number)),
                "narrow": SafeString(svg.numbered(part.narrow, number)),
                "table": _table(part.table) if part.table else None,
            }
    return {}


def _table(table: TablePart) -> dict[str, object]:
    numbers = columns.numbers(table)
    return {
        "part": table,
        "heads": [Cell(head, "", at in numbers) for at, head in enumerate(table.head)],
        "rows": [
            [
                Cell(text, head, at in numbers)
                for at, (text, head) in enumerate(zip(row, table.head, strict=True))
            ]
            for row in table.rows
        ],
    }


def _marked(text: str) -> SafeString:
    """The text with its strong words and line breaks; all else is shown as it is."""
    shown = (
        f"<strong>{_lines(run.text)}</strong>" if run.is_strong else _lines(run.text)
        for run in runs(text)
    )
    return SafeString("".join(shown))


def _lines(text: str) -> SafeString:
    return SafeString(escape(text).replace("\n", "<br>"))
