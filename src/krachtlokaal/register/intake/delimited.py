"""CSV and its kin: guess the encoding and the separator, then read the rows."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.intake.limits import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    UnreadableFile,
    too_many_cells,
    too_many_columns,
    too_many_rows,
)
from krachtlokaal.register.intake.wording import Sentence, say

_SEPARATORS = ";,\t|"
_SAMPLE_LINES = 200
_SEPARATOR_LINE = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_EXPECTED = re.compile("[éëèêïîìöôòóüûùúáàâäçñÉËÈÏÖÜÁÂÊÎÔÛÚ’‘“”–—€…°±½]")
_OLD_CODES = ("cp1252", "mac_roman", "cp850")
# A cell with this many lines is a quotation mark that was never closed.
_MAX_LINES_IN_CELL = 100


NumberedRow = tuple[int, list[str]]


def read_delimited(data: bytes) -> tuple[list[NumberedRow], list[Sentence]]:
    """The rows that hold something, numbered as a spreadsheet does, and what was guessed."""
    text, notes = _decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_binary(text)
    told = _SEPARATOR_LINE.match(text)
    if told:
        text = text[told.end() :]
    separator = told.group(1) if told else _separator(text)
    return list(_rows(text, separator)), notes


def _decode(data: bytes) -> tuple[str, list[Sentence]]:
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16"), []
        sample = data[:2000]
        if sample.count(0) > len(sample) // 4:
            little = sample[1::2].count(0) > sample[0::2].count(0)
            return data.decode("utf-16-le" if little else "utf-16-be"), []
    except UnicodeDecodeError as error:
        raise UnreadableFile(_binary_sentence()) from error
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return _decode_old(data)


def _decode_old(data: bytes) -> tuple[str, list[Sentence]]:
    """A file from before Unicode: the guess whose letters look most like Dutch or Frisian."""
    # Only lines with accents tell codes apart, and a few hundred of them suffice.
    telling = [line for line in data.split(b"\n") if not line.isascii()][:300]
    sample = b"\n".join(telling)
    code = max(_likely_codes(sample), key=lambda code: _plausibility(sample, code))
    notes: list[Sentence] = []
    if code != "cp1252":
        notes.append(
            say(
                _("De letters met accenten zijn gelezen als {code}. Kijk of de namen kloppen."),
                code={"mac_roman": "Mac", "cp850": "DOS"}[code],
            )
        )
    return data.decode(code, errors="replace"), notes


def _likely_codes(sample: bytes) -> list[str]:
    """The old codes that charset-normalizer allows, the most common one first."""
    from charset_normalizer import from_bytes

    found = {match.encoding for match in from_bytes(sample, cp_isolation=list(_OLD_CODES))}
    return [code for code in _OLD_CODES if code in found] or ["cp1252"]


def _plausibility(sample: bytes, code: str) -> float:
    text = sample.decode(code, errors="replace")
    strange = sum(not letter.isascii() for letter in text)
    return len(_EXPECTED.findall(text)) / max(1, strange)


def _binary_sentence() -> Sentence:
    return _(
        "Dit bestand bevat geen leesbare tekst. Kies een Excel-, ODS- of CSV-bestand met een "
        "lijst van organisaties."
    )


def _refuse_binary(text: str) -> None:
    control = len(_CONTROL.findall(text[:100_000]))
    if "\x00" in text or control > 5 + len(text[:100_000]) // 200:
        raise UnreadableFile(_binary_sentence())


def _separator(text: str) -> str:
    """The separator that cuts most lines into the same number of cells."""
    sample = "\n".join(text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES])
    return max(_SEPARATORS, key=lambda separator: _regularity(sample, separator))


def _regularity(sample: str, separator: str) -> int:
    try:
        widths = [len(row) for row in csv.reader(StringIO(sample), delimiter=separator) if row]
    except csv.Error:
        return 0
    if not widths:
        return 0
    width, times = Counter(width for width in widths).most_common(1)[0]
    return (width - 1) * times


def _rows(text: str, separator: str) -> Iterator[NumberedRow]:
    number = filled = cells = width = 0
    try:
        for row in csv.reader(StringIO(text), delimiter=separator):
            number += 1
            while row and not row[-1].strip():
                row.pop()
            if row:
                filled, cells = filled + 1, cells + len(row)
                _refuse_open_quote(row, number, separator * max(1, width - 1))
                width = max(width, len(row))
                _check_size(filled, len(row), cells)
                yield number, row
    except csv.Error as error:
        raise UnreadableFile(_open_quote(number + 1)) from error


def _check_size(rows: int, width: int, cells: int) -> None:
    if width > MAX_COLUMNS:
        raise too_many_columns()
    if rows > MAX_ROWS:
        raise too_many_rows()
    if cells > MAX_CELLS:
        raise too_many_cells()


def _refuse_open_quote(row: list[str], number: int, separators: str) -> None:
    """A cell that holds whole rows, or very many lines, began with a stray quotation mark."""
    for cell in row:
        if "\n" in cell:
            lines = cell.split("\n")[:-1]
            if len(lines) > _MAX_LINES_IN_CELL or _holds_rows(lines, separators):
                raise UnreadableFile(_open_quote(number))


def _holds_rows(lines: list[str], separators: str) -> bool:
    """In a list of two columns one separator is little proof: there each line must have it."""
    if len(separators) > 1:
        return any(line.count(separators[0]) >= len(separators) for line in lines[1:])
    return len(lines) > 1 and all(line.count(separators) == 1 for line in lines)


def _open_quote(number: int) -> Sentence:
    return say(
        _(
            'In rij {row} begint een aanhalingsteken (") dat niet wordt gesloten. Haal het weg '
            "en sla het bestand opnieuw op."
        ),
        row=number,
    )
