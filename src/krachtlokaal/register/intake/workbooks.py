"""XLSX and ODS through calamine, after `archives.inspect` has measured them."""

import datetime as dt
import re
from io import BytesIO

from django.utils.translation import gettext_lazy as _
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from krachtlokaal.register.intake.archives import damaged, inspect
from krachtlokaal.register.intake.delimited import NumberedRow
from krachtlokaal.register.intake.limits import UnreadableFile
from krachtlokaal.register.intake.wording import Sentence, say

_ERROR_VALUE = re.compile(r"#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|GETTING_DATA|SPILL!|CALC!)")
_ESCAPED = re.compile(r"_x000[dDaA]_")


def read_workbook(
    data: bytes, wanted: str | None
) -> tuple[list[NumberedRow], str, list[str], list[Sentence]]:
    """The rows of the wanted or fullest sheet, its name, all names, and what was noticed."""
    inspection = inspect(data)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        sheet, rows = _choose(workbook, wanted)
    except (CalamineError, OSError, ValueError) as error:
        raise damaged() from error
    notes: list[Sentence] = []
    if inspection.formulas_without_result:
        notes.append(
            say(
                _(
                    "{count} cellen hebben een formule zonder uitkomst; die zijn leeg gelezen. "
                    "Sla het bestand eerst op in Excel als u de uitkomsten nodig hebt."
                ),
                count=inspection.formulas_without_result,
            )
        )
    return rows, sheet, list(workbook.sheet_names), notes


def _choose(workbook: CalamineWorkbook, wanted: str | None) -> tuple[str, list[NumberedRow]]:
    if wanted is not None and wanted not in workbook.sheet_names:
        raise UnreadableFile(
            say(
                _("Er is geen blad met de naam “{wanted}”. De bladen zijn: {names}."),
                wanted=wanted,
                names=", ".join(workbook.sheet_names),
            )
        )
    names = [wanted] if wanted is not None else _candidates(workbook)
    read = [(name, _read_sheet(workbook.get_sheet_by_name(name))) for name in names]
    if not read:
        raise UnreadableFile(_("Het bestand heeft geen bladen met een lijst."))
    return max(read, key=lambda pair: sum(len(cells) for number, cells in pair[1]))


def _candidates(workbook: CalamineWorkbook) -> list[str]:
    """The sheets that a user sees; a hidden one only where there is no other."""
    sheets = [s for s in workbook.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
    seen = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    return seen or [sheet.name for sheet in sheets]


def _read_sheet(sheet: CalamineSheet) -> list[NumberedRow]:
    if sheet.start is None:
        return []
    first, left = sheet.start
    # Columns keep their letters, so that the names of columns without a heading are right.
    margin = [""] * left
    rows = []
    for offset, values in enumerate(sheet.to_python()):
        cells = [_as_text(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            rows.append((first + offset + 1, margin + cells))
    return rows


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return "" if _ERROR_VALUE.fullmatch(value) else _ESCAPED.sub("\n", value).strip()
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    return str(value)
