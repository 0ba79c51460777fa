"""The rows that were not imported, as the list gave them, with what is wrong with each."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from krachtlokaal.publishing import xlsx
from krachtlokaal.publishing.tables import Cell, Column
from krachtlokaal.register.enums import RowAction
from krachtlokaal.register.intake.cleaning import Severity
from krachtlokaal.register.models import ImportRow, ImportRun
from krachtlokaal.register.services.imports import reading

_WORTH_MENDING = frozenset({Severity.REJECT, Severity.QUESTION, Severity.WARNING})


def workbook(run: ImportRun) -> bytes:
    """An XLSX that can be read in again after mending: our own two columns are left out then."""
    names = run.head["header"]
    kept = [index for index, name in enumerate(names) if not reading.is_own(name)]
    columns = [Column(names[index], 18) for index in kept]
    columns += [Column(reading.ROW_COLUMN, 10), Column(reading.WRONG_COLUMN, 70)]
    return xlsx.write(_("Niet ingelezen"), columns, _rows(run, kept))


def _rows(run: ImportRun, kept: list[int]) -> Iterator[list[Cell]]:
    rejected = run.rows.filter(action=RowAction.REJECT).order_by("number")
    rows = rejected.only("number", "cells", "problems", "reason")
    for row in rows.iterator(chunk_size=1000):
        cells = [row.cells[index] if index < len(row.cells) else "" for index in kept]
        yield [*cells, row.number, what_is_wrong(row)]


def what_is_wrong(row: ImportRow) -> str:
    """A sentence for each fault, the column first."""
    lines = [
        f"{problem['column']}: {problem['message']}" if problem["column"] else problem["message"]
        for problem in row.problems
        if problem["severity"] in _WORTH_MENDING
    ]
    return "\n".join(dict.fromkeys(lines)) or row.reason
