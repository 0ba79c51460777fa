"""The rows that were not imported, as the list gave them, with what is wrong with each."""

from collections.abc import Iterator
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _

from krachtlokaal.register.enums import RowAction
from krachtlokaal.register.intake.cleaning import Severity
from krachtlokaal.register.models import ImportRow, ImportRun
from krachtlokaal.register.services.imports import reading

_WORTH_MENDING = frozenset({Severity.REJECT, Severity.QUESTION, Severity.WARNING})


def workbook(run: ImportRun) -> bytes:
    """An XLSX that can be read in again after mending: our own two columns are left out then."""
    out = BytesIO()
    book = xlsxwriter.Workbook(
        out, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(_("Niet ingelezen"))
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    columns = [index for index, name in enumerate(run.head["header"]) if not reading.is_own(name)]
    header = [run.head["header"][index] for index in columns]
    sheet.set_column(0, len(header), 18)
    sheet.set_column(len(header) + 1, len(header) + 1, 60, wrapped)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, [*header, reading.ROW_COLUMN, reading.WRONG_COLUMN], bold)
    for line, row in enumerate(_rows(run), start=1):
        for place, index in enumerate(columns):
            sheet.write_string(line, place, row.cells[index] if index < len(row.cells) else "")
        sheet.write_number(line, len(header), row.number)
        sheet.write_string(line, len(header) + 1, what_is_wrong(row))
    book.close()
    return out.getvalue()


def _rows(run: ImportRun) -> Iterator[ImportRow]:
    rejected = run.rows.filter(action=RowAction.REJECT).order_by("number")
    return rejected.only("number", "cells", "problems", "reason").iterator(chunk_size=1000)


def what_is_wrong(row: ImportRow) -> str:
    """A sentence for each fault, the column first."""
    lines = [
        f"{problem['column']}: {problem['message']}" if problem["column"] else problem["message"]
        for problem in row.problems
        if problem["severity"] in _WORTH_MENDING
    ]
    return "\n".join(dict.fromkeys(lines)) or row.reason
