"""A document as the tree that pandoc reads: texts go in as text, never as markup."""

from collections.abc import Iterable, Iterator

from krachtlokaal.publishing.documents import columns, svg, words
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
from krachtlokaal.publishing.documents.nodes import (
    PLAIN,
    Node,
    caption,
    link,
    marked,
    node,
    raw,
    styled,
    text,
)

VERSION = [1, 23, 1]
# How many fit on a line of a table, in a wide typeface that a word processor may fall back on.
LETTERS = 84
WIDEST, HIGHEST = 170, 190  # millimetres on the page
# Drawings are made for 720 units on the full width.
UNITS = 720
_BREAK = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
    '<w:r><w:br w:type="page"/></w:r></w:p>'
)
# After a table without a note: the next text keeps its distance.
_SPACE = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/></w:pPr>'
    "</w:p>"
)
_MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_OPEN = (
    _MARK.format("begin")
    + '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z \\u </w:instrText></w:r>'
    + _MARK.format("separate")
)
_CLOSE = _MARK.format("end")


def tree(document: Document, pictures: Iterable[str]) -> Node:
    """`pictures`: where pandoc finds the picture of each figure, in order."""
    anchors, drawn = iter(document.anchors()), iter(pictures)
    blocks = [styled("Details", text(line)) for line in document.details]
    blocks += [*_contents(document), raw("RawBlock", _BREAK)]
    for part in document.parts:
        blocks += _blocks(part, anchors, drawn)
    told = {
        "title": document.title,
        "subtitle": document.subtitle,
        "author": document.maker,
        "lang": words.CODES[document.language],
    }
    meta = {key: node("MetaInlines", text(value)) for key, value in told.items() if value}
    return {"pandoc-api-version": VERSION, "meta": meta, "blocks": blocks}


def _blocks(part: Part, anchors: Iterator[str], drawn: Iterator[str]) -> list[Node]:
    match part:
        case Heading():
            content = [part.level, [next(anchors), [], []], text(part.text)]
            return [node("Header", content)]
        case Paragraph():
            return [node("Para", marked(part.text))]
        case Bullets():
            # The last one keeps its distance from what follows.
            kinds = [*["Plain"] * (len(part.items) - 1), "Para"]
            items = zip(kinds, part.items, strict=True)
            return [node("BulletList", [[node(kind, marked(item))] for kind, item in items])]
        case Quote():
            said = node("BlockQuote", [node("Para", text(part.text))])
            return [said, styled("Quote Source", text(part.source))]
        case Note():
            return [styled("Note", marked(part.text))]
        case TablePart():
            return _table(part)
        case Figure():
            return [_figure(part, next(drawn)), *(_table(part.table) if part.table else [])]
    return [raw("RawBlock", _BREAK)]


def _contents(document: Document) -> list[Node]:
    """The headings as links, inside the field that a word processor makes anew when asked."""
    pairs = zip(document.headings(), document.anchors(), strict=True)
    entries = [(heading, anchor) for heading, anchor in pairs if heading.level == 1]
    if not document.has_contents or not entries:
        return []
    lines = [[link(heading.text, anchor)] for heading, anchor in entries]
    lines[0].insert(0, raw("RawInline", _OPEN))
    lines[-1].append(raw("RawInline", _CLOSE))
    title = styled("TOC Heading", text(words.OF[document.language].contents))
    levels = [heading.level for heading, _anchor in entries]
    return [title, *(styled(f"toc {at}", line) for at, line in zip(levels, lines, strict=True))]


def _figure(figure: Figure, picture: str) -> Node:
    width, height = svg.size(figure.svg)
    shown = min(WIDEST, width * WIDEST / UNITS, HIGHEST * width / height)
    attributes = ["", [], [["width", f"{shown:.1f}mm"]]]
    image = node("Image", [attributes, text(figure.alt), [picture, ""]])
    return node("Figure", [PLAIN, caption(figure.caption), [node("Plain", [image])]])


def _table(table: TablePart) -> list[Node]:
    shares = columns.widths(table, LETTERS)
    numbers = columns.numbers(table)
    sides = ["AlignRight" if at in numbers else "AlignLeft" for at in range(len(shares))]
    specs = [
        [{"t": side}, node("ColWidth", share / sum(shares))]
        for side, share in zip(sides, shares, strict=True)
    ]
    head = [PLAIN, [_row(["Table Head"] * len(sides), sides, table.head)]]
    styles = ["Table Row", *["Table Text"] * (len(sides) - 1)]
    body = [PLAIN, 1, [], [_row(styles, sides, row) for row in table.rows]]
    content = [PLAIN, caption(table.caption), specs, head, [body], [PLAIN, []]]
    after = styled("Table Note", text(table.note)) if table.note else raw("RawBlock", _SPACE)
    return [node("Table", content), after]


def _row(styles: list[str], sides: list[str], cells: tuple[str, ...]) -> list[object]:
    made = [
        [PLAIN, {"t": side}, 1, 1, [styled(style, text(cell))]]
        for style, side, cell in zip(styles, sides, cells, strict=True)
    ]
    return [PLAIN, made]
