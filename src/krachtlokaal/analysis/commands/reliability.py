"""Reliability of a set of items: alpha, omega and figures per item."""

import argparse
import math
from collections import Counter
from dataclasses import asdict

from krachtlokaal.analysis.commands.reading import (
    Unusable,
    parse,
    read_numbers,
    read_table,
    require,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes; the scale is needed where items are reversed."""
    parser.add_argument("data", metavar="DATA.csv")
    parser.add_argument("--items", required=True, type=_names, metavar="a,b,c")
    parser.add_argument("--reverse", default=[], type=_names, metavar="a,b")
    parser.add_argument("--minimum", type=_number, metavar="NUMBER")
    parser.add_argument("--maximum", type=_number, metavar="NUMBER")


def run(options: argparse.Namespace) -> dict[str, object]:
    """The figures of the complete rows."""
    _check(options)
    table = read_table(options.data)
    require(table, options.items)
    lowest = -math.inf if options.minimum is None else options.minimum
    highest = math.inf if options.maximum is None else options.maximum
    columns = read_numbers(table, options.items, lowest, highest)
    turned = [
        [None if value is None else lowest + highest - value for value in column]
        if item in options.reverse
        else column
        for item, column in zip(options.items, columns, strict=True)
    ]
    complete = [
        [value for value in row if value is not None]
        for row in zip(*turned, strict=True)
        if None not in row
    ]

    from krachtlokaal.analysis.reliability import reliability

    found = reliability(complete, len(options.items))
    return {
        "n": len(table.rows),
        "n_complete": len(complete),
        "alpha": found.alpha,
        "omega": found.omega,
        "items": [
            {"item": item, **asdict(figures)}
            for item, figures in zip(options.items, found.items, strict=True)
        ],
    }


def _check(options: argparse.Namespace) -> None:
    """The options agree with each other."""
    faults = [
        f"--items: “{item}” staat er {times} keer. Noem elk item één keer."
        for item, times in Counter(options.items).items()
        if times > 1
    ]
    faults += [
        f"--reverse: “{item}” staat niet bij --items. Zet het daarbij, of haal het hier weg."
        for item in options.reverse
        if item not in options.items
    ]
    scale = (options.minimum, options.maximum)
    if None in scale and (options.reverse or scale != (None, None)):
        faults.append(
            "De schaal is niet bekend. Geef --minimum en --maximum, zoals --minimum 1 --maximum 5."
        )
    elif None not in scale and options.minimum >= options.maximum:
        faults.append("--minimum: dit moet kleiner zijn dan --maximum.")
    if faults:
        raise Unusable(faults)


def _names(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",")]
    if not all(names):
        raise argparse.ArgumentTypeError(
            f"in “{text}” is een naam leeg. Schrijf namen van kolommen met komma's, zoals a,b,c."
        )
    return names


def _number(text: str) -> float:
    value, wrong = parse(text.strip())
    if value is None:
        raise argparse.ArgumentTypeError(wrong or "hier hoort een getal.")
    return value
