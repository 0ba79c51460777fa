"""Reads a page back: its tables by caption, its paragraphs and lists."""

from html.parser import HTMLParser

Table = list[tuple[str, ...]]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: dict[str, Table] = {}
        self.words: list[str] = []
        self._rows: Table = []
        self._cells: list[str] = []
        self._text: list[str] = []
        self._caption = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 the reader's own
        if tag == "table":
            self._rows = []
        elif tag == "tr":
            self._cells = []
        if tag in _BLOCKS:
            self._text = []

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        text = " ".join("".join(self._text).split())
        if tag == "caption":
            self._caption = text
        elif tag in {"th", "td"}:
            self._cells.append(text)
        elif tag == "tr":
            self._rows.append(tuple(self._cells))
        elif tag == "table":
            self.tables[self._caption] = self._rows
        elif tag in _BLOCKS and text:
            self.words.append(text)
        if tag in _BLOCKS:
            self._text = []


_BLOCKS = {"caption", "th", "td", "p", "li", "h1", "h2", "h3", "dt", "dd", "figcaption"}


def tables(page: str) -> dict[str, Table]:
    """Each table with its caption; the first row is the head."""
    return _read(page).tables


def sentences(page: str) -> list[str]:
    """Headings, paragraphs, facts and items of lists, in order."""
    return _read(page).words


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page.partition("<main")[2].partition("</main>")[0])
    return reader
