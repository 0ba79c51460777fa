"""Weights that make a sample add up to known totals: raking, with bounds if asked."""

import argparse
from collections import Counter
from typing import NoReturn

from krachtlokaal.analysis.commands.reading import Table, Unusable, parse, require
from krachtlokaal.analysis.commands.survey_columns import (
    option_number,
    read_every_number,
    read_labels,
    read_rows,
    read_weights,
)

Totals = dict[str, dict[str, float]]
Trim = tuple[float, float]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes; MARGINS has columns variable, category and total."""
    parser.add_argument("data", metavar="DATA.csv")
    parser.add_argument("--margins", required=True, metavar="MARGINS.csv")
    parser.add_argument("--weight", metavar="COLUMN")
    parser.add_argument("--tolerance", type=option_number, default=1e-10, metavar="NUMBER")
    parser.add_argument("--max-iterations", type=int, default=1000, metavar="NUMBER")
    parser.add_argument("--trim", type=_bounds, metavar="LOW,HIGH")


def run(options: argparse.Namespace) -> dict[str, object]:
    """The weights in the order of the rows."""
    _check(options)
    table = read_rows(options.data)
    margins = _margins(read_rows(options.margins))
    categories = _categories(table, options.margins, margins)
    weights = read_weights(table, options.weight) if options.weight is not None else None

    from krachtlokaal.analysis.raking import NotConverged, rake, totals_differ

    if apart := totals_differ(margins):
        raise Unusable([_apart(options.margins, margins, *apart)])
    try:
        raked = rake(
            categories,
            margins,
            weights=weights,
            tolerance=options.tolerance,
            most_iterations=options.max_iterations,
            trim=options.trim,
        )
    except NotConverged as failed:
        _refuse(options, possible=failed.possible)
    return {
        "converged": True,
        "iterations": raked.iterations,
        "largest_margin_error": raked.largest_margin_error,
        "kish_design_effect": raked.kish_design_effect,
        "effective_n": raked.effective_n,
        "weights": list(raked.weights),
    }


def _check(options: argparse.Namespace) -> None:
    faults = []
    if options.tolerance <= 0:
        faults.append("--tolerance: kies een getal boven 0, zoals 1e-10.")
    if options.max_iterations < 1:
        faults.append("--max-iterations: kies een heel getal vanaf 1, zoals 1000.")
    if options.trim and not 0 <= options.trim[0] <= 1 <= options.trim[1]:
        faults.append(
            "--trim: het gemiddelde gewicht telt hier als 1. Kies een ondergrens van 0 tot 1 en een"
            " bovengrens vanaf 1, zoals 0.3,3."
        )
    if faults:
        raise Unusable(faults)


def _margins(table: Table) -> Totals:
    """The totals per variable and category, in the order of the file."""
    require(table, ["variable", "category", "total"])
    variables, categories = (read_labels(table, column) for column in ("variable", "category"))
    totals = read_every_number(table, "total", "Vul het totaal van deze categorie in.")
    faults = []
    found: Totals = {}
    for row, (variable, category, total) in enumerate(
        zip(variables, categories, totals, strict=True)
    ):
        if total <= 0:
            faults.append(
                f"{table.where(row, 'total')}: {total:g} is niet boven 0. Verbeter het getal. Komt"
                " de categorie niet voor, laat de rij dan weg."
            )
        if category in found.setdefault(variable, {}):
            faults.append(
                f"{table.where(row, 'category')}: “{category}” van “{variable}” staat hier voor de"
                " tweede keer. Maak er één rij van."
            )
        found[variable][category] = total
    if faults:
        raise Unusable(faults)
    return found


def _categories(table: Table, margins_file: str, margins: Totals) -> dict[str, list[str]]:
    """The category of each row, per variable; each has a total, and each total has rows."""
    unknown = [variable for variable in margins if variable not in table.header]
    if unknown:
        known = ", ".join(name for name in table.header if name)
        raise Unusable(
            f"{margins_file}, kolom “variable”: “{variable}” is geen kolom van {table.name}. Kies"
            f" uit: {known}."
            for variable in unknown
        )
    found = {variable: read_labels(table, variable) for variable in margins}
    faults = []
    for variable, labels in found.items():
        times = Counter(labels)
        faults += [
            f"{margins_file}, kolom “category”: “{category}” van “{variable}” heeft een totaal,"
            f" maar komt in {table.name} niet voor. Voeg deze categorie samen met een andere."
            for category in margins[variable]
            if category not in times
        ]
        faults += [
            f"{table.where(labels.index(category), variable)}: “{category}” heeft geen totaal in"
            f" {margins_file}. Voeg dat daar toe."
            for category in times
            if category not in margins[variable]
        ]
    if faults:
        raise Unusable(faults)
    return found


def _apart(margins_file: str, margins: Totals, first: str, second: str) -> str:
    one, two = (f"{sum(margins[name].values()):.10g}" for name in (first, second))
    return (
        f"{margins_file}, kolom “total”: de totalen van “{first}” zijn samen {one}, en die van"
        f" “{second}” {two}. Zorg dat deze sommen gelijk zijn."
    )


def _refuse(options: argparse.Namespace, *, possible: bool) -> NoReturn:
    trim = options.trim
    where = f"{options.data} en {options.margins}"
    if not possible and trim:
        bounds = f"{trim[0]:g} en {trim[1]:g}"
        reason = f"met gewichten tussen {bounds} keer het gemiddelde kan dat niet. Verruim --trim"
        mend = ", of voeg kleine categorieën samen."
    elif not possible:
        reason = "met deze rijen kan dat niet, want er ontbreken combinaties van categorieën"
        mend = ". Voeg categorieën samen."
    else:
        reason = f"met --max-iterations {options.max_iterations} kloppen de totalen nog niet"
        mend = ". Kies een hoger getal, of een ruimere --tolerance."
    raise Unusable([f"{where}: geen gewichten gevonden; {reason}{mend}"])


def _bounds(text: str) -> Trim:
    numbers = [parse(part.strip()) for part in text.split(",")]
    if len(numbers) != 2 or any(value is None for value, _ in numbers):
        raise argparse.ArgumentTypeError(
            f"“{text}” zijn geen twee getallen. Schrijf een ondergrens, een komma en een"
            " bovengrens, zoals 0.3,3."
        )
    low, high = (value for value, _ in numbers if value is not None)
    return low, high
