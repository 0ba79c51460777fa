"""The blocks of a document, as plain data that can be kept for ever and drawn in several forms.

Texts are shown as they are. Only paragraphs, bullets and notes know one mark, **strong**; a line
break in them stays a break. Numbers and dates come as text, in the language of the reader.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from itertools import groupby
from typing import Any, ClassVar, TypeVar, get_args, get_origin

from django.utils.text import slugify

from krachtlokaal.publishing.documents import svg as drawings
from krachtlokaal.publishing.documents.marks import clean

FORMAT = 1
LANGUAGES = ("nl", "en", "fy")
DEEPEST = 3
_ANCHOR = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class ModelError(ValueError):
    """What is wrong in a document and where, for people who write one in code."""


@dataclass(frozen=True)
class Part:
    """One block. All its texts are cleaned of what no reader can see."""

    kind: ClassVar[str]

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str):
                object.__setattr__(self, field.name, clean(value))

    def must(self, *, hold: bool, what: str) -> None:
        if not hold:
            raise ModelError(f"{self.kind}: {what}")


@dataclass(frozen=True)
class Heading(Part):
    """A heading: level 1 is a chapter. Without an anchor it gets one from its text."""

    kind: ClassVar[str] = "heading"
    level: int
    text: str
    anchor: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.must(hold=self.level in range(1, DEEPEST + 1), what=f"level {self.level!r}")
        self.must(hold=bool(self.text.strip()), what="no text")
        right = not self.anchor or _ANCHOR.fullmatch(self.anchor) is not None
        self.must(hold=right, what=f"anchor {self.anchor!r}")


@dataclass(frozen=True)
class Paragraph(Part):
    kind: ClassVar[str] = "paragraph"
    text: str


@dataclass(frozen=True)
class Bullets(Part):
    kind: ClassVar[str] = "bullets"
    items: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "items", tuple(map(clean, self.items)))
        self.must(hold=bool(self.items), what="no items")


@dataclass(frozen=True)
class Quote(Part):
    """Somebody's words, and where they were said."""

    kind: ClassVar[str] = "quote"
    text: str
    source: str = ""


@dataclass(frozen=True)
class Note(Part):
    """A remark beside the text, set apart."""

    kind: ClassVar[str] = "note"
    text: str


@dataclass(frozen=True)
class TablePart(Part):
    """A table with a head; the first column names the row. `note` stands below it. One that `folds`
    lies behind a button on a screen; on paper it stands there in full."""

    kind: ClassVar[str] = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    folds: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "head", tuple(map(clean, self.head)))
        object.__setattr__(self, "rows", tuple(tuple(map(clean, row)) for row in self.rows))
        self.must(hold=bool(self.caption.strip()), what="no caption")
        self.must(hold=bool(self.head), what=f"{self.caption}: no head")
        for number, row in enumerate(self.rows, 1):
            right = len(row) == len(self.head)
            self.must(hold=right, what=f"{self.caption}: row {number} has {len(row)} cells")


@dataclass(frozen=True)
class Figure(Part):
    """A drawing, its words for who does not see it, and its numbers as a table. `narrow`: the
    same drawn anew for a telephone."""

    kind: ClassVar[str] = "figure"
    svg: str
    alt: str
    caption: str
    table: TablePart | None = None
    narrow: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.must(hold=bool(self.alt.strip()), what="no words for who does not see it")
        self.must(hold=bool(self.caption.strip()), what="no caption")
        self.must(hold=bool(self.svg), what=f"{self.caption}: no drawing")
        for svg in filter(None, (self.svg, self.narrow)):
            wrong = drawings.problem(svg)
            self.must(hold=not wrong, what=f"{self.caption}: {wrong}")


@dataclass(frozen=True)
class PageBreak(Part):
    """A new page on paper; nothing on screen."""

    kind: ClassVar[str] = "page"


KINDS: dict[str, type[Part]] = {
    part.kind: part
    for part in (Heading, Paragraph, Bullets, Quote, Note, TablePart, Figure, PageBreak)
}


@dataclass(frozen=True)
class Document:
    """The whole. `maker`: who publishes it. `details`: short lines for the first page, such as a
    date and a version. `has_contents`: a table of contents behind the first page."""

    title: str
    subtitle: str
    language: str
    parts: tuple[Part, ...]
    maker: str = ""
    details: tuple[str, ...] = ()
    has_contents: bool = True

    def __post_init__(self) -> None:
        for name in ("title", "subtitle", "maker"):
            object.__setattr__(self, name, clean(getattr(self, name)))
        object.__setattr__(self, "details", tuple(map(clean, self.details)))
        object.__setattr__(self, "parts", tuple(self.parts))
        if not self.title.strip():
            raise ModelError("document: no title")
        if self.language not in LANGUAGES:
            raise ModelError(f"document: language {self.language!r}")
        level, seen = 0, set[str]()
        for heading in self.headings():
            if heading.level > level + 1:
                raise ModelError(f"heading: {heading.text}: skips a level")
            level = heading.level
            if heading.anchor and heading.anchor in seen:
                raise ModelError(f"heading: anchor {heading.anchor!r} stands twice")
            seen.add(heading.anchor)

    def headings(self) -> Iterator[Heading]:
        return (part for part in self.parts if isinstance(part, Heading))

    @property
    def shows_contents(self) -> bool:
        return self.has_contents and any(True for _heading in self.headings())

    def anchors(self) -> list[str]:
        """An anchor for each heading, in order, all different."""
        taken = {heading.anchor for heading in self.headings()}
        return [heading.anchor or _free(heading.text, taken) for heading in self.headings()]

    def to_data(self) -> dict[str, Any]:
        """Plain data for JSON."""
        parts = [_part_data(part) for part in self.parts]
        return {"format": FORMAT, **_values(self, without="parts"), "parts": parts}

    @classmethod
    def from_data(cls, data: object) -> "Document":
        """The document back; raises ModelError for what is none."""
        if not isinstance(data, Mapping) or data.get("format") != FORMAT:
            raise ModelError(f"document: no data of format {FORMAT}")
        parts = data.get("parts")
        if not isinstance(parts, Sequence) or isinstance(parts, str):
            raise ModelError("document: no parts")
        values = {key: value for key, value in data.items() if key not in ("format", "parts")}
        return _made(cls, values | {"parts": tuple(_part(part) for part in parts)}, "document")


def plain(text: str) -> tuple[Part, ...]:
    """What an editor typed: paragraphs between empty lines, and lists of lines with "- "."""
    parts: list[Part] = []
    for block in re.split(r"\n[ \t]*\n", clean(text)):
        lines: list[str] = []
        items: list[str] = []
        for line in filter(str.strip, block.split("\n")):
            if line.lstrip().startswith("- "):
                parts += _paragraphs(lines)
                lines = []
                items.append(line.lstrip()[2:].strip())
            elif items and line[0].isspace():
                items[-1] += f" {line.strip()}"
            else:
                parts += _bullets(items)
                items = []
                lines.append(line.strip())
        parts += [*_paragraphs(lines), *_bullets(items)]
    return tuple(_joined(parts))


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Items with empty lines between them are one list."""
    for is_list, group in groupby(parts, lambda part: isinstance(part, Bullets)):
        if is_list:
            yield Bullets(
                tuple(i for part in group if isinstance(part, Bullets) for i in part.items)
            )
        else:
            yield from group


def _paragraphs(lines: list[str]) -> list[Part]:
    return [Paragraph("\n".join(lines))] if lines else []


def _bullets(items: list[str]) -> list[Part]:
    found = tuple(filter(None, items))
    return [Bullets(found)] if found else []


def _free(text: str, taken: set[str]) -> str:
    # Its own first syllable: a page has names as well, such as "inhoud".
    base = f"kop-{slugify(text)[:60].replace('_', '-')}".strip("-")
    anchor, number = base, 1
    while anchor in taken:
        number += 1
        anchor = f"{base}-{number}"
    taken.add(anchor)
    return anchor


def _part_data(part: Part) -> dict[str, Any]:
    return {"kind": part.kind, **_values(part)}


def _values(thing: Part | Document, without: str = "") -> dict[str, Any]:
    return {
        field.name: _plain_value(getattr(thing, field.name))
        for field in fields(thing)
        if field.name != without
    }


def _plain_value(value: object) -> object:
    if isinstance(value, Part):
        return _part_data(value)
    if isinstance(value, tuple):
        return [_plain_value(inner) for inner in value]
    return value


def _part(data: object) -> Part:
    if not isinstance(data, Mapping) or data.get("kind") not in KINDS:
        raise ModelError(f"part: no such kind: {data!r:.80}")
    kind = KINDS[data["kind"]]
    values = {key: value for key, value in data.items() if key != "kind"}
    if values.get("table") is not None:
        values["table"] = _part(data["table"])
    return _made(kind, values, kind.kind)


Made = TypeVar("Made", Part, Document)


def _made(kind: type[Made], data: Mapping[str, object], name: str) -> Made:
    values: dict[str, Any] = {key: _tuples(value) for key, value in data.items()}
    known = {field.name: field for field in fields(kind)}
    needed = {key for key, field in known.items() if field.default is MISSING}
    if wrong := sorted((values.keys() - known.keys()) | (needed - values.keys())):
        raise ModelError(f"{name}: too much or too little: {', '.join(wrong)}")
    for key, value in values.items():
        if not _fits(value, known[key].type):
            raise ModelError(f"{name}: {key}: {value!r:.80}")
    return kind(**values)


def _fits(value: object, expected: object) -> bool:
    if isinstance(expected, type) and not get_origin(expected):
        return isinstance(value, expected) and not (expected is int and isinstance(value, bool))
    if get_origin(expected) is tuple:
        inner = get_args(expected)[0]
        return isinstance(value, tuple) and all(_fits(item, inner) for item in value)
    return any(_fits(value, choice) for choice in get_args(expected))


def _tuples(value: object) -> object:
    return tuple(_tuples(inner) for inner in value) if isinstance(value, list) else value
