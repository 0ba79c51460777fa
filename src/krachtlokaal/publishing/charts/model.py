"""What a chart is: a picture, what it says in words, and its numbers as a table."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Table:
    """The numbers of a chart, as text in the reader's language; the first column names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    @property
    def lines(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each row: its name, and its cells with the heads that they stand under."""
        return [(row[0], list(zip(self.head[1:], row[1:], strict=True))) for row in self.rows]


@dataclass(frozen=True)
class Chart:
    """`svg` for a page or a sheet of paper, `narrow` drawn anew for a telephone."""

    svg: SafeString
    narrow: SafeString
    summary: str
    table: Table

    @property
    def html(self) -> SafeString:
        """Both pictures; the stylesheet shows the one that fits."""
        return format_html('<div class="kl-chart">{}{}</div>', self.svg, self.narrow)
