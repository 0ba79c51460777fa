"""Agreement of several raters inside groups."""

import argparse

from krachtlokaal.analysis.agreement import agreement
from krachtlokaal.analysis.commands.reading import (
    Table,
    Unusable,
    read_numbers,
    read_table,
    require,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("data", metavar="DATA.csv")
    parser.add_argument("--group", required=True, metavar="COLUMN")
    parser.add_argument("--value", required=True, metavar="COLUMN")


def run(options: argparse.Namespace) -> dict[str, object]:
    """The figures; rows without a group or a value are left out."""
    table = read_table(options.data)
    require(table, list(dict.fromkeys((options.group, options.value))))
    groups = _groups(table, options.group, options.value)
    raters = sum(len(ratings) for ratings in groups.values())
    if raters == len(groups):
        sentence = (
            f"{table.name}, kolom “{options.group}”: geen enkele groep heeft twee waarden in kolom"
            f" “{options.value}”. Voeg een groep met minstens twee waarden toe."
        )
        raise Unusable([sentence])
    found = agreement(groups)
    return {
        "groups": found.groups,
        "raters": found.raters,
        "icc1": found.icc1,
        "icc2": found.icc2,
    }


def _groups(table: Table, group: str, value: str) -> dict[str, list[float]]:
    groups: dict[str, list[float]] = {}
    for name, rating in zip(table.texts(group), read_numbers(table, [value])[0], strict=True):
        if name and rating is not None:
            groups.setdefault(name, []).append(rating)
    return groups
