"""Reads a PDF back as a screen reader would: claims, language, structure and text, with pikepdf."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

# Lines of the table from codes to letters: a code and its letters.
MAPPED = re.compile(r"^<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>$", re.MULTILINE)


@dataclass
class Node:
    """An element of the structure: its tag, its alternative text, its own text and what is in it.

    `parts` holds texts and elements in reading order."""

    tag: str
    alt: str = ""
    parts: "list[str | Node]" = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def all(self, *tags: str) -> "Iterator[Node]":
        """Elements with one of these tags, in reading order, itself included."""
        if self.tag in tags:
            yield self
        for part in self.parts:
            if isinstance(part, Node):
                yield from part.all(*tags)

    def texts(self, *tags: str) -> list[str]:
        return [node.text for node in self.all(*tags)]


@dataclass(frozen=True)
class Read:
    """What the file says of itself, and its structure."""

    part: str
    language: str
    title: str
    shows_title: bool
    marked: bool
    fonts: set[str]
    pages: list[str]
    tree: Node


def read(content: bytes) -> Read:
    with pikepdf.open(BytesIO(content)) as pdf:
        root = pdf.Root
        with pdf.open_metadata() as metadata:
            part, title = str(metadata.get("pdfuaid:part")), str(metadata.get("dc:title"))
        marked = [_marked_texts(page) for page in pdf.pages]
        by_page = dict(zip([page.objgen for page in pdf.pages], marked, strict=True))
        return Read(
            part=part,
            language=str(root.Lang),
            title=title,
            shows_title=bool(root.ViewerPreferences.DisplayDocTitle),
            marked=bool(root.MarkInfo.Marked),
            fonts={name for page in pdf.pages for name in _font_names(page)},
            # What has a place in the structure, so without foot and drawings.
            pages=["".join(texts.values()) for texts in marked],
            tree=_node(root.StructTreeRoot, by_page, None),
        )


Texts = dict[tuple[int, int], dict[int, str]]


def _node(element: pikepdf.Object, texts: Texts, page: tuple[int, int] | None) -> Node:
    page = element.Pg.objgen if "/Pg" in element else page
    node = Node(str(element.get("/S", "")).removeprefix("/"), str(element.get("/Alt", "")))
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array | list) else [kids]:
        if isinstance(kid, int):
            assert page is not None
            node.parts.append(texts[page].get(int(kid), ""))
        elif kid.get("/Type") == "/MCR":
            place = kid.Pg.objgen if "/Pg" in kid else page
            node.parts.append(texts[place].get(int(kid.MCID), ""))
        elif "/S" in kid:
            node.parts.append(_node(kid, texts, page))
    return node


def footers(content: bytes) -> list[str]:
    """The text of each page that has no place in the structure: foot and decoration."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [_texts(page).get(None, "") for page in pdf.pages]


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:
    return {number: text for number, text in _texts(page).items() if number is not None}


def _texts(page: pikepdf.Page) -> dict[int | None, str]:
    """The text by number of marked content; None: what is an artifact."""
    letters = {name: _letters(font) for name, font in _fonts(page).items()}
    found: dict[int | None, str] = {}
    inside: list[tuple[int | None, bool]] = [(None, False)]
    font: dict[bytes, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        number, is_replaced = inside[-1]
        match str(operator):
            case "BDC":
                more = operands[1] if hasattr(operands[1], "get") else {}
                number = int(more["/MCID"]) if "/MCID" in more else number
                # A text that is read in the place of what is drawn: where a word was broken.
                if "/ActualText" in more and not is_replaced:
                    found[number] = found.get(number, "") + str(more["/ActualText"])
                inside.append((number, is_replaced or "/ActualText" in more))
            case "BMC":
                inside.append(inside[-1])
            case "EMC":
                inside.pop()
            case "Tf":
                font = letters[str(operands[0])]
            case "Tj" | "TJ" if not is_replaced:
                runs = operands[0] if str(operator) == "TJ" else operands
                shown = "".join(_decoded(run, font) for run in runs)
                found[number] = found.get(number, "") + shown
    return found


def _decoded(run: object, font: dict[bytes, str]) -> str:
    if not isinstance(run, pikepdf.String):
        return ""
    codes = bytes(run)
    return "".join(font.get(codes[at : at + 2], "") for at in range(0, len(codes), 2))


def _fonts(page: pikepdf.Page) -> dict[str, pikepdf.Object]:
    return dict(page.resources.get("/Font", pikepdf.Dictionary()).items())


def _font_names(page: pikepdf.Page) -> Iterator[str]:
    for font in _fonts(page).values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "/FontFile2" in descriptor, "The typeface is not in the file."
        yield str(font.BaseFont).removeprefix("/").split("+")[-1]


def _letters(font: pikepdf.Object) -> dict[bytes, str]:
    """Which letters a code of this typeface stands for, by the table in the file."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    assert "beginbfrange" not in table, "Ranges of letters are not read here."
    return {
        bytes.fromhex(code): bytes.fromhex(text).decode("utf-16-be")
        for code, text in MAPPED.findall(table)
    }
