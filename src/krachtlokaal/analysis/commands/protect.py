"""Verbergt kleine aantallen in een tabel, en zo weinig andere cellen als nodig is."""

import argparse
import math
import re

from krachtlokaal.analysis.commands.reading import Table, Unusable, read_table, require
from krachtlokaal.analysis.disclosure import TOTAL, Key, Protected, protect
from krachtlokaal.analysis.disclosure.table import MOST_CELLS

LARGEST_COUNT = 10**9
_WHOLE = re.compile(r"\d+(\.0*)?", re.ASCII)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TABLE has one row per combination of levels; missing combinations count 0."""
    parser.add_argument("table", metavar="TABLE.csv", help="een rij per combinatie, met een aantal")
    parser.add_argument("--dimensions", required=True, help="kolommen, met komma's ertussen")
    parser.add_argument("--count", required=True, help="de kolom met het aantal")
    parser.add_argument("--minimum", type=int, default=5, help="kleinste aantal dat eruit mag (5)")
    parser.add_argument("--time-limit", type=float, default=60, help="seconden om te zoeken (60)")


def run(options: argparse.Namespace) -> dict[str, object]:
    """The table as it may leave, with what a reader can still work out."""
    dimensions = [name.strip() for name in options.dimensions.split(",")]
    _check_options(options, dimensions)
    table = read_table(options.table)
    require(table, [*dimensions, options.count])
    counts = _counts(table, dimensions, options.count)
    protected = protect(counts, minimum=options.minimum, time_limit=options.time_limit)
    return _as_json(protected, dimensions)


def _check_options(options: argparse.Namespace, dimensions: list[str]) -> None:
    faults = []
    if len(set(dimensions)) < len(dimensions):
        faults.append("--dimensions: een kolom staat er twee keer. Noem elke kolom één keer.")
    if options.count in dimensions:
        faults.append(f"--count: “{options.count}” is ook een dimensie. Kies een andere kolom.")
    if options.minimum < 1:
        faults.append("--minimum: dit is lager dan 1. Kies een heel getal vanaf 1, bijvoorbeeld 5.")
    if options.minimum > LARGEST_COUNT:
        faults.append(f"--minimum: dit is te groot. Kies een getal tot {LARGEST_COUNT}.")
    if not (options.time_limit >= 0 and math.isfinite(options.time_limit)):
        faults.append("--time-limit: dit is geen aantal seconden. Kies een getal vanaf 0.")
    if faults:
        raise Unusable(faults)


def _counts(table: Table, dimensions: list[str], column: str) -> dict[Key, int]:
    """The count of each combination, or a sentence for each field that can't be used."""
    if not table.rows:
        raise Unusable([f"{table.name}: onder de namen van de kolommen staat niets. Vul rijen in."])
    faults: list[str] = []
    counts: dict[Key, int] = {}
    first: dict[Key, int] = {}
    keys = zip(*(table.texts(name) for name in dimensions), strict=True)
    for row, (key, text) in enumerate(zip(keys, table.texts(column), strict=True)):
        faults.extend(_wrong_levels(table, row, dimensions, key))
        if wrong := _wrong_count(text):
            faults.append(f"{table.where(row, column)}: {wrong}")
            continue
        if key in first:
            faults.append(
                f"{table.name}, rij {table.numbers[row]}, kolom “{dimensions[0]}”: deze combinatie"
                f" staat ook in rij {first[key]}. Maak er één rij van."
            )
        first.setdefault(key, table.numbers[row])
        counts[key] = int(text.partition(".")[0])
    if not faults and (fault := _too_large(table, dimensions, counts)):
        faults.append(fault)
    if faults:
        raise Unusable(faults)
    return counts


def _wrong_levels(table: Table, row: int, dimensions: list[str], key: Key) -> list[str]:
    wrong = {
        "": "hier staat niets. Vul in waar dit aantal bij hoort.",
        TOTAL: f"“{TOTAL}” betekent hier totaal. Laat totalen weg of geef dit een andere naam.",
    }
    return [
        f"{table.where(row, name)}: {wrong[level]}"
        for name, level in zip(dimensions, key, strict=True)
        if level in wrong
    ]


def _wrong_count(text: str) -> str:
    if not text:
        return "hier staat geen aantal. Vul 0 in of laat de rij weg."
    if not _WHOLE.fullmatch(text):
        return f"“{text}” is geen aantal. Schrijf een heel getal vanaf 0."
    if float(text) > LARGEST_COUNT:
        return f"“{text}” is te groot. Het grootste aantal is {LARGEST_COUNT}."
    return ""


def _too_large(table: Table, dimensions: list[str], counts: dict[Key, int]) -> str:
    cells = math.prod(len({key[d] for key in counts}) + 1 for d in range(len(dimensions)))
    if cells <= MOST_CELLS:
        return ""
    return (
        f"{table.name}: met totalen heeft deze tabel {cells} cellen, en {MOST_CELLS} is het meest."
        " Kies minder dimensies of voeg waarden samen."
    )


def _as_json(protected: Protected, dimensions: list[str]) -> dict[str, object]:
    def named(key: Key) -> dict[str, str]:
        return dict(zip(dimensions, key, strict=True))

    cells: list[dict[str, object]] = []
    for cell in protected.cells:
        shown: dict[str, object] = {"cell": named(cell.cell)}
        if cell.count is not None:
            shown["count"] = cell.count
        cells.append(shown | {"status": cell.status.value})
    return {
        "minimum": protected.minimum,
        "optimal": protected.optimal,
        "lower_bound": protected.lower_bound,
        "cells": cells,
        "audit": [
            {"cell": named(found.cell), "lowest": found.lowest, "highest": found.highest}
            for found in protected.audit
        ],
    }
