"""Workbooks. Text stays text: nothing in a cell becomes a formula or a link."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from krachtlokaal.publishing.tables import Cell, Column

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What Excel itself allows in a cell.
LONGEST_TEXT = 32_767


def write(sheet: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet with a bold heading that stays in sight, and a filter on every column."""
    from xlsxwriter import Workbook

    target = BytesIO()
    # Rows are written to disk as they come: a quarter of a million of them fit in little memory.
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd-mm-yyyy",
    }
    with Workbook(target, options) as workbook:
        page = workbook.add_worksheet(sheet[:31])
        heading = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        day = workbook.add_format({"num_format": "dd-mm-yyyy"})
        for index, column in enumerate(columns):
            page.set_column(index, index, column.width)
            page.write_string(0, index, column.heading, heading)
        page.freeze_panes(1, 1)
        last = _write_rows(page, rows, day)
        page.autofilter(0, 0, last, len(columns) - 1)
    return target.getvalue()


def _write_rows(page: "Worksheet", rows: Iterable[Sequence[Cell]], day: "Format") -> int:
    number = 0
    for number, row in enumerate(rows, start=1):
        for index, cell in enumerate(row):
            if cell is None or cell == "":
                continue
            if isinstance(cell, date):
                page.write_datetime(number, index, datetime.combine(cell, time.min), day)
            elif isinstance(cell, str):
                page.write_string(number, index, cell[:LONGEST_TEXT])
            else:
                page.write_number(number, index, cell)
    return number
