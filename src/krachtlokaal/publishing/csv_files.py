"""CSV in two flavours: for Excel in the Netherlands, and for other programs."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from io import StringIO

from krachtlokaal.publishing.tables import Cell, Column

CONTENT_TYPE = "text/csv; charset=utf-8"
# A spreadsheet takes a text that begins so for a formula and runs it.
RISKY = ("=", "+", "-", "@", "\t", "\r")


class Flavour(Enum):
    """DUTCH: semicolons, comma decimals, 23-11-2026, and a mark that tells Excel it is UTF-8.
    MACHINE: commas, point decimals, 2026-11-23."""

    DUTCH = "nl"
    MACHINE = "machine"


def write(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], flavour: Flavour) -> bytes:
    """The table as text in UTF-8."""
    target = StringIO(newline="")
    delimiter = ";" if flavour is Flavour.DUTCH else ","
    writer = csv.writer(target, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([_safe(column.heading) for column in columns])
    writer.writerows([_text(cell, flavour) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig" if flavour is Flavour.DUTCH else "utf-8")


def _text(cell: Cell, flavour: Flavour) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _safe(cell)
    if isinstance(cell, date):
        return cell.strftime("%d-%m-%Y" if flavour is Flavour.DUTCH else "%Y-%m-%d")
    text = str(cell)
    return text.replace(".", ",") if flavour is Flavour.DUTCH else text


def _safe(text: str) -> str:
    """A text that could be read as a formula starts with an apostrophe."""
    return f"'{text}" if text.startswith(RISKY) else text
