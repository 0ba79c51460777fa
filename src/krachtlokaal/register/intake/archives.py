"""XLSX and ODS are zip files: look inside before anything is unpacked into memory.

The reader lays a sheet out as a full rectangle, so that two cells in opposite corners
cost as much as all cells between them. What is measured here is that rectangle.
"""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake.filetypes import wrong_archive
from krachtlokaal.register.intake.limits import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_UNPACKED_BYTES,
    MAX_ZIP_ENTRIES,
    MAX_ZIP_RATIO,
    RATIO_COUNTS_FROM_BYTES,
    UnreadableFile,
    too_many_cells,
    too_many_columns,
    too_many_rows,
)

_XLSX_CELL = re.compile(
    rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*[\"']([A-Za-z]{1,7})(\d{1,10})[\"'][^>]*(?<!/)>"
)
_XLSX_ANY_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_XLSX_ADDRESSED_CELL = re.compile(rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=")
_XLSX_ROW = re.compile(rb"<(?:\w+:)?row[\s>]")
_XLSX_ROW_NUMBER = re.compile(rb"<(?:\w+:)?row\s(?:[^>]*?\s)?r\s*=\s*[\"'](\d{1,10})")
_XLSX_EMPTY_FORMULA = re.compile(rb"<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_ODS_TAG = re.compile(rb"<table:(table-row|table-cell|covered-table-cell|table)\b([^>]*)>")
_ODS_REPEATED = re.compile(rb"table:number-(?:rows|columns)-repeated\s*=\s*[\"'](\d{1,12})[\"']")


@dataclass(frozen=True)
class Inspection:
    formulas_without_result: int


_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    OSError,
    EOFError,
    ValueError,
    OverflowError,
)


def damaged() -> UnreadableFile:
    return UnreadableFile(
        _(
            "Het bestand is beschadigd. Open het in Excel of LibreOffice, sla het opnieuw op "
            "en probeer het nog eens."
        )
    )


def inspect(data: bytes) -> Inspection:
    """Refuse an archive that is broken, too large or no workbook."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = _check_directory(archive)
            if "xl/workbook.xml" in names:
                return _inspect_xlsx(archive, names)
            if "content.xml" in names and _is_ods(archive, names):
                return _inspect_ods(archive)
            raise UnreadableFile(wrong_archive(names))
    except _BROKEN as error:
        raise damaged() from error
    except RuntimeError as error:
        raise UnreadableFile(
            _(
                "Dit bestand is met een wachtwoord beveiligd. Haal het wachtwoord weg en sla "
                "het bestand opnieuw op."
            )
        ) from error


def _check_directory(archive: zipfile.ZipFile) -> frozenset[str]:
    """The names in the archive; refused by the sizes that its directory states."""
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    bomb = unpacked > RATIO_COUNTS_FROM_BYTES and unpacked / packed > MAX_ZIP_RATIO
    if bomb or unpacked > MAX_UNPACKED_BYTES or len(entries) > MAX_ZIP_ENTRIES:
        raise UnreadableFile(
            _(
                "Het bestand is uitgepakt veel te groot om een lijst te zijn. Kopieer alleen "
                "de lijst naar een nieuw bestand en kies dat."
            )
        )
    return frozenset(entry.filename for entry in entries)


def _is_ods(archive: zipfile.ZipFile, names: frozenset[str]) -> bool:
    if "mimetype" not in names:
        return False
    kind = archive.read("mimetype")[:200].strip()
    if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        _refuse_encrypted_ods(archive, names)
        return True
    return False


def _refuse_encrypted_ods(archive: zipfile.ZipFile, names: frozenset[str]) -> None:
    manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    if b"encryption-data" in manifest:
        raise RuntimeError


def _inspect_xlsx(archive: zipfile.ZipFile, names: frozenset[str]) -> Inspection:
    """Read every part once: a size that was forged in the directory fails its checksum."""
    formulas = cells = 0
    for name in sorted(names):
        content = archive.read(name)
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            cells += _xlsx_cells(content)
            formulas += len(_XLSX_EMPTY_FORMULA.findall(content))
        if cells > MAX_CELLS:
            raise too_many_cells()
    return Inspection(formulas)


def _xlsx_cells(content: bytes) -> int:
    """How many cells the rectangle around the filled cells of a sheet has."""
    filled = _XLSX_CELL.findall(content)
    columns = [_column_number(letters) for letters in {letters for letters, row in filled}]
    rows = [int(row) for row in {row for letters, row in filled}]
    # A cell without an address stands beside the one before it.
    if len(_XLSX_ANY_CELL.findall(content)) > len(_XLSX_ADDRESSED_CELL.findall(content)):
        parts = _XLSX_ROW.split(content)
        columns += [1, max(len(_XLSX_ANY_CELL.findall(part)) for part in parts)]
        rows += [1, len(parts), *map(int, set(_XLSX_ROW_NUMBER.findall(content)))]
    return _checked_area(rows, columns) if rows else 0


def _checked_area(rows: list[int], columns: list[int]) -> int:
    height, width = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
    if width > MAX_COLUMNS:
        raise too_many_columns()
    if height > MAX_ROWS:
        raise too_many_rows()
    return height * width


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _inspect_ods(archive: zipfile.ZipFile) -> Inspection:
    if archive.testzip() is not None:
        raise damaged()
    cells = 0
    for height, width in _ods_sheets(archive.read("content.xml")):
        if width > MAX_COLUMNS:
            raise too_many_columns()
        if height > MAX_ROWS:
            raise too_many_rows()
        cells += height * width
    if cells > MAX_CELLS:
        raise too_many_cells()
    return Inspection(0)


@dataclass
class _Sheet:
    """The rectangle of an ODS sheet, while its tags go by."""

    height: int = 0
    width: int = 0
    rows_above: int = 0
    row_repeat: int = 0
    column: int = 0

    def row(self, repeat: int) -> None:
        self.rows_above += self.row_repeat
        self.row_repeat, self.column = repeat, 0

    def cell(self, repeat: int, *, filled: bool) -> None:
        self.column += repeat
        if filled:
            self.width = max(self.width, self.column)
            self.height = max(self.height, self.rows_above + self.row_repeat)


def _ods_sheets(content: bytes) -> Iterator[tuple[int, int]]:
    """Height and width of each sheet; a repeated empty cell counts only before a filled one."""
    sheet = _Sheet()
    for match in _ODS_TAG.finditer(content):
        tag, attributes = match.group(1), match.group(2)
        if tag == b"table":
            yield sheet.height, sheet.width
            sheet = _Sheet()
            continue
        found = _ODS_REPEATED.search(attributes)
        repeat = int(found.group(1)) if found else 1
        if tag == b"table-row":
            sheet.row(repeat)
        else:
            sheet.cell(repeat, filled=not attributes.endswith(b"/"))
    yield sheet.height, sheet.width
