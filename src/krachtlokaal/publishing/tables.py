"""A table as it leaves the product: columns with headings, and rows of plain values."""

from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date | None


@dataclass(frozen=True)
class Column:
    """A heading, and how wide the column stands on screen, in letters."""

    heading: str
    width: int = 16
