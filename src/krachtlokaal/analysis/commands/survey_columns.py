"""Columns of a sample survey that every row must have, and numbers in options."""

import argparse

from krachtlokaal.analysis.commands.reading import (
    Table,
    Unusable,
    parse,
    read_numbers,
    read_table,
    require,
)


def read_labels(table: Table, column: str) -> list[str]:
    """The labels of a column, one in each row."""
    require(table, [column])
    labels = table.texts(column)
    _none_missing(table, column, labels, "Vul in waar deze rij bij hoort.")
    return labels


def read_weights(table: Table, column: str) -> list[float]:
    """The weights of a column, a number above 0 in each row."""
    weights = read_every_number(table, column, "Vul een gewicht in, een getal boven 0.")
    faults = [
        f"{table.where(row, column)}: {weight:g} is geen gewicht. Schrijf een getal boven 0."
        for row, weight in enumerate(weights)
        if weight <= 0
    ]
    if faults:
        raise Unusable(faults)
    return weights


def read_every_number(table: Table, column: str, mend: str) -> list[float]:
    """The numbers of a column, one in each row."""
    numbers = read_numbers(table, [column])[0]
    _none_missing(table, column, table.texts(column), mend)
    return [number for number in numbers if number is not None]


def read_rows(path: str) -> Table:
    """The table in a file, which has at least one row."""
    table = read_table(path)
    if not table.rows:
        raise Unusable([f"{path}: onder de namen van de kolommen staat niets. Vul rijen in."])
    return table


def option_number(text: str) -> float:
    """A number that stands behind an option."""
    value, wrong = parse(text.strip())
    if value is None:
        raise argparse.ArgumentTypeError(wrong or "hier hoort een getal.")
    return value


def _none_missing(table: Table, column: str, texts: list[str], mend: str) -> None:
    faults = [
        f"{table.where(row, column)}: hier staat niets. {mend}"
        for row, text in enumerate(texts)
        if not text
    ]
    if faults:
        raise Unusable(faults)
