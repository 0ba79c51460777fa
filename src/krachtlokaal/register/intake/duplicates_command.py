"""`krachtlokaal register duplicates FILE.csv --name COLUMN …`: pairs of rows, as JSON.

A machine interface: UTF-8 CSV in, row numbers from 0 out, no database. Unusable input ends
with exit status 2 and one sentence for each fault.
"""

import argparse
import csv
import json
import sys
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import NoReturn

from krachtlokaal.register.intake.limits import MAX_BYTES

_OPTIONS = {"name": True, "postcode": False, "place": False, "kvk": False}
_MOST_FAULTS = 20


class Unusable(Exception):  # noqa: N818  it names the input, not the program
    """Faults of the input, one sentence each."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _wrong_option(message.partition(":")[0].removeprefix("argument ") + " klopt niet")


def run(argv: list[str]) -> int:
    """Print the pairs; give the exit status."""
    try:
        arguments = _arguments(argv)
        chosen = {option: getattr(arguments, option) for option in _OPTIONS}
        rows = _read(Path(arguments.file), {o: c for o, c in chosen.items() if c is not None})
    except Unusable as fault:
        sys.stderr.write("".join(f"{sentence}\n" for sentence in fault.sentences))
        return 2
    sys.stdout.write(json.dumps({"pairs": _pairs(rows)}) + "\n")
    return 0


def _arguments(argv: list[str]) -> argparse.Namespace:
    arguments, unknown = _parser().parse_known_args(argv)
    if unknown:
        raise _wrong_option(f"{unknown[0]} is er niet")
    if arguments.file is None:
        raise _wrong_option("het bestand ontbreekt")
    for option, required in _OPTIONS.items():
        if required and getattr(arguments, option) is None:
            raise _wrong_option(f"--{option} ontbreekt")
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="krachtlokaal register duplicates",
        description="Zoek rijen die dezelfde organisatie zijn.",
    )
    # Not required here: argparse would say in English that they are missing.
    parser.add_argument(
        "file", metavar="BESTAND.csv", nargs="?", help="UTF-8, met komma's en een kopregel"
    )
    for option in _OPTIONS:
        parser.add_argument(f"--{option}", metavar="KOLOM")
    return parser


def _wrong_option(fault: str) -> Unusable:
    rest = " ".join(f"[--{name} KOLOM]" for name, required in _OPTIONS.items() if not required)
    return Unusable(
        f"Deze opdracht klopt niet: {fault}. Schrijf: krachtlokaal register duplicates"
        f" BESTAND.csv --name KOLOM {rest}"
    )


def _pairs(rows: Sequence[Mapping[str, str]]) -> list[dict[str, int | float]]:
    from krachtlokaal.register.intake.linkage import Record, duplicates

    records = [Record(key=number, **row) for number, row in enumerate(rows)]
    return [
        {"a": int(pair.a), "b": int(pair.b), "probability": pair.probability}
        for pair in duplicates(records)
    ]


def _read(path: Path, chosen: Mapping[str, str]) -> list[dict[str, str]]:
    """The chosen columns of each row, under the names of the options."""
    lines = _lines(_text(path), path)
    header, body = lines[0][1], lines[1:]
    faults = [*_column_faults(header, chosen, path), *_width_faults(header, body, path)]
    if faults:
        raise Unusable(*faults)
    indexes = {option: header.index(column) for option, column in chosen.items()}
    rows = [{option: cells[index] for option, index in indexes.items()} for _n, cells in body]
    if rows and not any(row["name"].strip() for row in rows):
        raise Unusable(
            f"{path}: de kolom “{chosen['name']}” is in alle rijen leeg. Kies met --name de "
            "kolom met de namen."
        )
    return rows


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            limit = MAX_BYTES // (1024 * 1024)
            raise Unusable(f"{path}: het bestand is groter dan {limit} MB. Deel het in stukken.")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        raise Unusable(
            f"{path}: regel {row} is geen UTF-8. Sla het bestand op als CSV UTF-8."
        ) from error
    except OSError as error:
        raise Unusable(
            f"{path}: dit bestand kan niet worden gelezen. Kijk of de naam klopt."
        ) from error


def _lines(text: str, path: Path) -> list[tuple[int, list[str]]]:
    """Rows with the line where each ends; a wholly empty line is no row."""
    if "\x00" in text:
        raise Unusable(f"{path}: dit is geen tekstbestand. Geef een CSV-bestand in UTF-8.")
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        lines = [(reader.line_num, cells) for cells in reader if cells]
    except csv.Error as error:
        raise Unusable(
            f"{path}: regel {reader.line_num} is geen goede CSV. Kijk of ieder aanhalingsteken "
            "wordt gesloten."
        ) from error
    if not lines:
        raise Unusable(f"{path}: het bestand is leeg. Zet in de eerste regel de kolomnamen.")
    return lines


def _column_faults(header: list[str], chosen: Mapping[str, str], path: Path) -> list[str]:
    faults = []
    for option, column in chosen.items():
        if header.count(column) > 1:
            faults.append(
                f"{path}: regel 1 heeft de kolom “{column}” (--{option}) meer dan eens. Geef "
                "iedere kolom een eigen naam."
            )
        elif column not in header:
            names = ", ".join(f"“{name}”" for name in header)
            faults.append(
                f"{path}: regel 1 heeft geen kolom “{column}” (--{option}). De kolommen zijn: "
                f"{names}."
            )
    return faults


def _width_faults(
    header: list[str], body: Sequence[tuple[int, list[str]]], path: Path
) -> list[str]:
    wrong = [
        f"{path}: rij {number} (regel {line}) heeft {len(cells)} velden en de kopregel "
        f"{len(header)}. Zet velden met een komma tussen aanhalingstekens."
        for number, (line, cells) in enumerate(body)
        if len(cells) != len(header)
    ]
    more = len(wrong) - _MOST_FAULTS
    rest = [f"{path}: nog {more} rijen hebben een verkeerd aantal velden."] if more > 0 else []
    return wrong[:_MOST_FAULTS] + rest
