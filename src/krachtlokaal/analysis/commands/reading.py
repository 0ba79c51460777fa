"""Read a CSV file for a command, and say per fault where it is and what would mend it.

UTF-8 (a byte order mark is skipped), commas, a header. Rows are numbered as a spreadsheet does:
the header is row 1; empty lines are passed over but counted. An empty field is a missing value;
no word is: `NA` or `None` could be an answer.
"""

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

MOST_SENTENCES = 20
MOST_COLUMNS = 30  # that a sentence names
LONGEST = 40  # letters of a field that a sentence repeats
LARGEST = 1e100  # its square, summed over all rows, is still a number
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_DUTCH_NUMBER = re.compile(r"[+-]?\d*,\d+", re.ASCII)


class Unusable(Exception):  # noqa: N818 it is an answer, not a fault
    """The input can't be used; one sentence per fault."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__(" ".join(self.sentences))

    def shown(self) -> list[str]:
        """The first sentences, and how many more there are."""
        rest = len(self.sentences) - MOST_SENTENCES
        more = [f"En nog {rest} fouten; verbeter eerst deze."] if rest > 0 else []
        return [*self.sentences[:MOST_SENTENCES], *more]


@dataclass(frozen=True)
class Table:
    """What stands in a file: texts without spaces around them, and the row number of each row."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]

    def where(self, row: int, column: str) -> str:
        """How a sentence begins about a field; `row` counts from 0."""
        return f"{self.name}, rij {self.numbers[row]}, kolom “{column}”"

    def texts(self, column: str) -> list[str]:
        """The fields of one column; "" where nothing was filled in."""
        index = self.header.index(column)
        return [row[index] for row in self.rows]


def read_table(path: str | Path) -> Table:
    """The table in a file, or `Unusable`."""
    records = _records(path, _text(path))
    header = tuple(name.strip() for name in next(records, (1, []))[1])
    if not any(header):
        raise Unusable(
            [f"{path}, rij 1: hier staan geen namen van kolommen. Zet die in de eerste rij."]
        )
    _check_header(path, header)
    rows, numbers, faults = [], [], []
    for number, record in records:
        if not record:
            continue
        if len(record) != len(header):
            faults.append(
                f"{path}, rij {number}: het aantal velden is {len(record)}, en in de eerste rij"
                f" {len(header)}. Zet tekst met een komma erin tussen aanhalingstekens, en laat"
                " geen veld weg."
            )
        rows.append(tuple(field.strip() for field in record))
        numbers.append(number)
    if faults:
        raise Unusable(faults)
    return Table(str(path), header, tuple(rows), tuple(numbers))


def require(table: Table, columns: Sequence[str]) -> None:
    """Every column that is asked for is in the table, or `Unusable`."""
    known = ", ".join([name for name in table.header if name][:MOST_COLUMNS])
    if missing := [column for column in columns if column not in table.header or not column]:
        raise Unusable(
            f"{table.name}, rij 1: er is geen kolom “{column}”. Kies uit: {known}."
            for column in missing
        )


def read_numbers(
    table: Table,
    columns: Sequence[str],
    lowest: float = -math.inf,
    highest: float = math.inf,
) -> list[list[float | None]]:
    """The fields of the columns as numbers, a list per column; None where nothing was filled in."""
    require(table, columns)
    faults: list[tuple[int, str]] = []
    found: list[list[float | None]] = []
    for column in columns:
        values: list[float | None] = []
        for row, text in enumerate(table.texts(column)):
            value, wrong = parse(text)
            if value is not None and not lowest <= value <= highest:
                wrong = f"{text} ligt niet tussen {lowest:g} en {highest:g}. Verbeter de waarde."
            if wrong:
                faults.append((row, f"{table.where(row, column)}: {wrong}"))
            values.append(value)
        found.append(values)
    if faults:
        raise Unusable(sentence for _, sentence in sorted(faults, key=lambda fault: fault[0]))
    return found


def parse(text: str) -> tuple[float | None, str]:
    """A field as a number (None for nothing), and what is wrong with it."""
    if not text:
        return None, ""
    if _DUTCH_NUMBER.fullmatch(text):
        return None, f"“{text}” heeft een komma. Schrijf {text.replace(',', '.')} met een punt."
    if not _NUMBER.fullmatch(text):
        return None, f"{_quoted(text)} is geen getal. Schrijf een getal, of laat het veld leeg."
    value = float(text)
    if abs(value) > LARGEST:
        return None, f"{_quoted(text)} is te groot om mee te rekenen. Verbeter het getal."
    return value, ""


def _quoted(text: str) -> str:
    """What a field holds, on one line and not too long."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= LONGEST else f"“{line[:LONGEST]}…”"


def _text(path: str | Path) -> str:
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError as missing:
        raise Unusable([f"{path}: dit bestand is er niet. Kijk de naam en de map na."]) from missing
    except (OSError, ValueError) as failed:
        raise Unusable(
            [f"{path}: dit bestand is niet te lezen. Is het een bestand, en mag u het lezen?"]
        ) from failed
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failed:
        row = data[: failed.start].count(b"\n") + 1
        raise Unusable(
            [f"{path}, rij {row}: dit is geen UTF-8. Bewaar het bestand als “CSV UTF-8”."]
        ) from failed
    if "\0" in text:
        raise Unusable([f"{path}: dit is geen CSV-bestand. Bewaar het als “CSV UTF-8”."])
    return text


def _records(path: str | Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with its number; a field may hold line ends."""
    number = 0
    try:
        for number, record in enumerate(csv.reader(StringIO(text, newline=""), strict=True), 1):
            yield number, record
    except csv.Error as failed:
        sentence = (
            f"{path}, rij {number + 1}: een aanhalingsteken staat verkeerd. Zet er een voor en een"
            " achter het veld, en schrijf een aanhalingsteken in de tekst dubbel."
        )
        raise Unusable([sentence]) from failed


def _check_header(path: str | Path, header: tuple[str, ...]) -> None:
    """A column without a name is fine as long as nobody asks for it; R writes one."""
    for separator, name in ((";", "puntkomma's"), ("\t", "tabs")):
        if len(header) == 1 and separator in header[0]:
            raise Unusable(
                [f"{path}, rij 1: tussen de kolommen staan {name}. Zet er komma's tussen."]
            )
    double = [name for name, times in Counter(header).items() if name and times > 1]
    if double:
        raise Unusable(
            f"{path}, rij 1: de kolom “{name}” staat er {header.count(name)} keer. Geef elke kolom"
            " een eigen naam."
            for name in double
        )
