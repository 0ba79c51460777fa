"""Design-based estimates of a sample survey, with standard errors by Taylor linearisation."""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from math import nan
from typing import TYPE_CHECKING

from krachtlokaal.analysis.commands.reading import Table, Unusable, read_numbers, require
from krachtlokaal.analysis.commands.survey_columns import (
    option_number,
    read_every_number,
    read_labels,
    read_rows,
    read_weights,
)

if TYPE_CHECKING:  # numpy and scipy are read after the file, which may be unusable
    from krachtlokaal.analysis.estimation import Design, Fault

STATISTICS = ("mean", "total", "proportion")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes; without a column for it, a part of the design is simple."""
    parser.add_argument("data", metavar="DATA.csv")
    parser.add_argument("--statistic", required=True, metavar="|".join(STATISTICS))
    parser.add_argument("--value", required=True, metavar="COLUMN")
    parser.add_argument("--level", metavar="VALUE")
    parser.add_argument("--weight", metavar="COLUMN")
    parser.add_argument("--strata", metavar="COLUMN")
    parser.add_argument("--cluster", metavar="COLUMN")
    parser.add_argument("--population-size", metavar="COLUMN")
    parser.add_argument("--by", action="append", default=[], metavar="COLUMN")
    parser.add_argument("--where", action="append", default=[], metavar="COLUMN=VALUE")
    parser.add_argument("--confidence", type=option_number, default=0.95, metavar="NUMBER")


def run(options: argparse.Namespace) -> dict[str, object]:
    """One row of figures for each domain."""
    _check(options)
    table = read_rows(options.data)
    require(table, list(dict.fromkeys((options.value, *options.by))))
    domains = _domains(table, options.by, _inside(table, options.where))
    values = _values(table, options)
    design = _design(table, options)

    from krachtlokaal.analysis.estimation import Statistic, estimate

    statistic = Statistic(options.statistic)
    rows = [
        {
            "by": dict(zip(options.by, labels, strict=True)),
            **asdict(estimate(design, values, statistic, inside, options.confidence)),
        }
        for labels, inside in domains
    ]
    return {
        "statistic": options.statistic,
        "value": options.value,
        "n": design.rows,
        "degrees_of_freedom": design.degrees_of_freedom,
        "rows": rows,
    }


def _check(options: argparse.Namespace) -> None:
    """The options agree with each other."""
    faults = []
    if options.statistic not in STATISTICS:
        choice = ", ".join(STATISTICS)
        faults.append(f"--statistic: “{options.statistic}” is er niet. Kies uit: {choice}.")
    elif options.level is not None and options.statistic != "proportion":
        faults.append("--level: dit hoort bij --statistic proportion. Laat een van beide weg.")
    if options.level is not None and not options.level.strip():
        faults.append("--level: hier staat niets. Schrijf de waarde waarvan u het aandeel wilt.")
    faults += [
        f"--by: “{column}” staat er {times} keer. Noem elke kolom één keer."
        for column, times in Counter(options.by).items()
        if times > 1
    ]
    if not 0 < options.confidence < 1:
        faults.append("--confidence: kies een getal tussen 0 en 1, zoals 0.95.")
    if faults:
        raise Unusable(faults)


def _inside(table: Table, conditions: Sequence[str]) -> list[int]:
    """The rows that meet every `--where`."""
    rows = list(range(len(table.rows)))
    for condition in conditions:
        column, value = _condition(table, condition)
        texts = table.texts(column)
        rows = [row for row in rows if texts[row] == value]
    return rows


def _condition(table: Table, condition: str) -> tuple[str, str]:
    """The column and the value; either may hold a = itself."""
    parts = condition.split("=")
    for cut in range(1, len(parts)):
        column, value = "=".join(parts[:cut]).strip(), "=".join(parts[cut:]).strip()
        if column in table.header and value:
            return column, value
    column, _, value = condition.partition("=")
    if column.strip() and value.strip():
        require(table, [column.strip()])
    raise Unusable([f"--where: “{condition}” moet zijn COLUMN=VALUE, zoals sector=sport."])


def _domains(
    table: Table, by: Sequence[str], inside: Sequence[int]
) -> list[tuple[tuple[str, ...], list[int]]]:
    """The rows of each combination of labels, sorted; a row without a label is in none."""
    if not by:
        return [((), list(inside))]
    labels = list(zip(*(table.texts(column) for column in by), strict=True))
    found: dict[tuple[str, ...], list[int]] = {}
    for row in inside:
        if all(labels[row]):
            found.setdefault(labels[row], []).append(row)
    return sorted(found.items())


def _values(table: Table, options: argparse.Namespace) -> list[float]:
    """A number for each row, NaN where it is missing."""
    if options.level is not None:
        level = options.level.strip()
        texts = table.texts(options.value)
        return [float(text == level) if text else nan for text in texts]
    numbers = read_numbers(table, [options.value])[0]
    if options.statistic == "proportion":
        faults = [
            f"{table.where(row, options.value)}: {number:g} is geen 0 of 1. Noem met --level de"
            " waarde waarvan u het aandeel wilt."
            for row, number in enumerate(numbers)
            if number not in (None, 0, 1)
        ]
        if faults:
            raise Unusable(faults)
    return [nan if number is None else number for number in numbers]


def _design(table: Table, options: argparse.Namespace) -> "Design":
    weights = read_weights(table, options.weight) if options.weight is not None else None
    strata = read_labels(table, options.strata) if options.strata is not None else None
    clusters = read_labels(table, options.cluster) if options.cluster is not None else None
    population = None
    if options.population_size is not None:
        mend = "Vul in hoe groot de populatie van dit stratum is."
        population = read_every_number(table, options.population_size, mend)

    from krachtlokaal.analysis.estimation import UnusableDesign, survey_design

    try:
        return survey_design(
            len(table.rows),
            weights=weights,
            strata=strata,
            clusters=clusters,
            population=population,
        )
    except UnusableDesign as unusable:
        raise Unusable(_sentence(table, options, fault) for fault in unusable.faults) from unusable


def _sentence(table: Table, options: argparse.Namespace, fault: "Fault") -> str:
    from krachtlokaal.analysis.estimation import Flaw

    units, unit = ("clusters", "cluster") if options.cluster else ("rijen", "rij")
    whole = options.population_size
    if fault.flaw is Flaw.VARIES:
        return (
            f"{table.where(fault.row, whole)}: hier staat een ander getal dan hoger in dit stratum."
            " Geef alle rijen van een stratum hetzelfde getal."
        )
    if fault.flaw is Flaw.TOO_SMALL:
        return (
            f"{table.where(fault.row, whole)}: dit is minder dan het aantal {units} van dit stratum"
            f" in het bestand. Tel in de populatie alle {units} mee."
        )
    if not options.strata:
        return f"{table.name}: er is maar één {unit}. Voor een schatting zijn er twee nodig."
    return (
        f"{table.where(fault.row, options.strata)}: dit stratum heeft maar één {unit}. Voeg het"
        f" samen met een ander stratum. Is er ook in de populatie maar één, vul dan 1 in bij"
        " --population-size."
    )
