"""A document as PDF/UA-1: first page, contents, running head, tables that go on over pages."""

from krachtlokaal.publishing import pdf
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

CONTENT_TYPE = pdf.CONTENT_TYPE
LETTERS = 104  # fit on a line of a table


def render(document: Document) -> bytes:
    """The same document gives the same bytes."""
    data = {
        "subtitle": document.subtitle,
        "maker": document.maker,
        "details": document.details,
        "contents": words.OF[document.language].contents if document.shows_contents else "",
        "parts": [{"kind": part.kind} | _drawn(part) for part in document.parts],
    }
    return pdf.render("document", data, language=document.language, title=document.title)


def _drawn(part: Part) -> dict[str, object]:
    match part:
        case Heading():
            # The title of the document is the one heading of level 1.
            return {"level": part.level + 1, "text": part.text}
        case Paragraph():
            return {"runs": _runs(part.text), "announces": part.text.rstrip().endswith(":")}
        case Note():
            return {"runs": _runs(part.text)}
        case Bullets():
            return {"items": [_runs(item) for item in part.items]}
        case Quote():
            return {"text": part.text, "source": part.source}
        case TablePart():
            return _table(part)
        case Figure():
            width, height = svg.size(part.svg)
            return {
                "svg": part.svg,
                "width": width,
                "height": height,
                "alt": part.alt,
                "caption": part.caption,
                "table": _table(part.table) if part.table else None,
            }
    return {}


def _table(table: TablePart) -> dict[str, object]:
    return {
        "caption": table.caption,
        "head": table.head,
        "rows": table.rows,
        "note": table.note,
        "numbers": columns.numbers(table),
        "widths": columns.widths(table, LETTERS),
    }


def _runs(text: str) -> list[dict[str, object]]:
    return [{"text": run.text, "strong": run.is_strong} for run in runs(text)]
