"""Read the table out of a file as somebody delivered it.

Limits are checked before anything is parsed. Whatever is wrong with a file comes out as
`UnreadableFile` with a sentence for the user.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake.delimited import NumberedRow, read_delimited
from krachtlokaal.register.intake.filetypes import FileType, file_type
from krachtlokaal.register.intake.headings import find_heading, name_columns
from krachtlokaal.register.intake.limits import UnreadableFile, check_length
from krachtlokaal.register.intake.text import tidy
from krachtlokaal.register.intake.wording import Sentence
from krachtlokaal.register.intake.workbooks import read_workbook

__all__ = ["Row", "Table", "UnreadableFile", "check_length", "read_table"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `number` is the one that a spreadsheet shows beside it."""

    number: int
    cells: list[str]


@dataclass(frozen=True)
class Table:
    header: list[str]
    rows: list[Row]
    notes: list[Sentence] = field(default_factory=list)
    header_number: int = 1
    sheet: str | None = None
    sheets: list[str] = field(default_factory=list)


def read_table(
    data: bytes, name: str, *, sheet: str | None = None, remembered: Collection[str] = ()
) -> Table:
    """Headings and rows of a list.

    `sheet` names the sheet of a workbook; without it the fullest is taken.
    `remembered` are headings that somebody mapped before, so that they count as headings.
    The content decides what kind of file it is; `name` only serves the sentences.
    """
    check_length(len(data), name)
    if file_type(data) is FileType.ZIP:
        rows, chosen, sheets, notes = read_workbook(data, sheet)
        return _table(rows, remembered, notes, chosen, sheets)
    rows, notes = read_delimited(data)
    return _table(rows, remembered, notes, None, [])


def _table(
    rows: list[NumberedRow],
    remembered: Collection[str],
    notes: list[Sentence],
    sheet: str | None,
    sheets: list[str],
) -> Table:
    if not rows:
        raise UnreadableFile(_("De lijst is leeg. Kies een bestand met organisaties erin."))
    heading = find_heading(rows, remembered)
    number, titles = rows[heading]
    body = rows[heading + 1 :]
    kept = _kept_columns(titles, body)
    names = name_columns(titles, max([len(titles), *(len(cells) for _number, cells in body)]))
    return Table(
        header=[names[column] for column in kept],
        rows=[Row(row, _pick(cells, kept)) for row, cells in body],
        notes=notes,
        header_number=number,
        sheet=sheet,
        sheets=sheets,
    )


def _kept_columns(titles: Sequence[str], body: Sequence[NumberedRow]) -> list[int]:
    """Columns with a heading or with content; merged cells leave wholly empty ones."""
    kept = {column for column, title in enumerate(titles) if title.strip()}
    for _number, cells in body:
        if len(cells) > len(kept):
            kept.update(column for column, cell in enumerate(cells) if cell and cell.strip())
    return sorted(kept)


def _pick(cells: Sequence[str], kept: Sequence[int]) -> list[str]:
    width = len(cells)
    return [_clean(cells[column]) if column < width else "" for column in kept]


def _clean(cell: str) -> str:
    """Lines within a cell stay lines; everything else that does not show goes."""
    if "\n" not in cell:
        return tidy(cell)
    return "\n".join(line for line in map(tidy, cell.split("\n")) if line)
