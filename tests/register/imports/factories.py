"""Lists and imports for tests."""

import csv
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook, load_workbook

from krachtlokaal.accounts.access import Access
from krachtlokaal.register.models import ImportRow, ImportRun
from krachtlokaal.register.services.imports import checking, uploads, writing

HEADER = ("Naam vereniging", "KvK nr", "Pc", "Plaats", "E-mail secr.")


def as_csv(rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER) -> bytes:
    """As a municipality delivers it: semicolons and an old encoding."""
    out = StringIO()
    csv.writer(out, delimiter=";").writerows([header, *rows])
    return out.getvalue().encode("cp1252")


def as_xlsx(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    book, out = Workbook(), BytesIO()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    book.save(out)
    return out.getvalue()


def cells_of(workbook: bytes) -> list[list[object]]:
    """The cells of the first sheet."""
    page = load_workbook(BytesIO(workbook)).worksheets[0]
    return [list(row) for row in page.iter_rows(values_only=True)]


def received(
    access: Access, *rows: Sequence[str], header: Sequence[str] = HEADER, name: str = "lijst.csv"
) -> ImportRun:
    return uploads.receive(
        workspace=access.workspace, user=access.user, data=as_csv(rows, header), name=name
    )


def checked(access: Access, *rows: Sequence[str], header: Sequence[str] = HEADER) -> ImportRun:
    return checking.check(run=received(access, *rows, header=header))


def imported(access: Access, *rows: Sequence[str], header: Sequence[str] = HEADER) -> ImportRun:
    return writing.write(run=checked(access, *rows, header=header))


def row(run: ImportRun, number: int) -> ImportRow:
    return run.rows.get(number=number)
