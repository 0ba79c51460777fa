"""Weights: within strata who answered stands for who did not; raked to the population.

Not answering is a second phase of drawing: within a stratum those who answered count as a random
draw from its organisations. Strata are the cells of municipality by sector of which the number that
answered is told; what is told of nobody is taken together per municipality, so that no weight tells
more than the table of who answered.
"""

from dataclasses import dataclass

import numpy as np

from krachtlokaal.analysis.estimation import Calibration, calibration, merge_small, survey_design
from krachtlokaal.analysis.fieldwork import Stratum, margin_of_error
from krachtlokaal.analysis.raking import NotConverged, design_effect, rake
from krachtlokaal.needs.outcome.columns import Asked, Ints, Respondents
from krachtlokaal.needs.outcome.model import DIMENSIONS, Merged, Method, Weight
from krachtlokaal.needs.outcome.participation import Bools, Shown


@dataclass(frozen=True)
class Weighed:
    """The respondents with their weights, and what is told of these."""

    raked: Calibration
    receipt: tuple[Weight, ...]
    method: Method


@dataclass(frozen=True)
class Merging:
    """Groups or cells taken together: the place of each, who answered, the population."""

    places: Ints
    answered: Ints
    population: Ints


def weigh(asked: Asked, answers: Respondents, shown: Shown, *, minimum: int) -> Weighed:
    """Start from the strata, then rake on all three dimensions; without weights that meet them all
    (combinations in which nobody answered), on the first two, or on municipality alone."""
    merged = {
        name: merge(shown.groups[name], shown.answered[name], asked.margin(name), minimum)
        for name in DIMENSIONS
    }
    stratum, names = _strata(asked, shown, merged["municipality"], minimum)
    row = stratum[answers.groups["municipality"], answers.groups["sector"]]
    population = _sums(stratum, asked.population.sum(axis=2))
    start = survey_design(
        answers.rows, strata=row.tolist(), population=population[row].astype(float).tolist()
    )
    codes = {name: merged[name].places[answers.groups[name]] for name in DIMENSIONS}
    weights, on = _rake(start.weights.tolist(), codes, merged)
    effect = round(design_effect(weights), 1)
    strata = {
        str(at): Stratum(int(people), float(number))
        for at, (people, number) in enumerate(
            zip(population, np.bincount(row, minlength=len(population)), strict=True)
        )
    }
    margin = margin_of_error(strata)
    return Weighed(
        calibration(start, weights, [codes[name] for name in on or DIMENSIONS[:1]]),
        tuple(_receipt(asked, answers.rows, merged)),
        Method(
            minimum=minimum,
            strata=len(population),
            merged=tuple(names),
            raked_on=on,
            design_effect=effect,
            effective_n=round(answers.rows / effect),
            margin_of_error=None if margin is None else round(100 * margin),
        ),
    )


def merge(told: Bools, answered: Ints, population: Ints, minimum: int) -> Merging:
    """Groups that are told and answered stand alone, in their order; the others go together, and
    with the last of those where still nobody answered."""
    alone = told & (answered > 0)
    order = [*np.flatnonzero(alone).tolist()]
    units = np.full(len(told), len(order))
    units[order] = range(len(order))
    held = np.bincount(units, answered, len(order) + 1)
    if not (units == len(order)).any():
        held = held[:-1]
    places = np.array(merge_small(held.tolist(), minimum), dtype=np.intp)[units]
    return Merging(
        places,
        np.bincount(places, answered).astype(np.intp),
        np.bincount(places, population).astype(np.intp),
    )


def _strata(asked: Asked, shown: Shown, towns: Merging, minimum: int) -> tuple[Ints, list[Merged]]:
    """The number of the stratum of each cell of municipality × sector, and which were merged."""
    people = asked.population.sum(axis=2)
    stratum = np.zeros(people.shape, dtype=np.intp)
    first, names = 0, []
    for place in range(len(towns.answered)):
        rows = np.flatnonzero(towns.places == place)
        keys = asked.levels["sector"]
        told = np.full(len(keys), len(rows) == 1)
        told &= shown.cells[rows[0]]
        found = merge(told, shown.crossed[rows].sum(axis=0), people[rows].sum(axis=0), minimum)
        stratum[rows] = first + found.places
        town = "+".join(asked.levels["municipality"][at] for at in rows)
        for number in range(len(found.answered)):
            members = np.flatnonzero((found.places == number) & (people[rows].sum(axis=0) > 0))
            if len(members) > 1:
                names.append(Merged(tuple(f"{town}/{keys[at]}" for at in members), town))
        first += len(found.answered)
    return stratum, names


def _sums(stratum: Ints, people: Ints) -> Ints:
    return np.bincount(stratum.ravel(), people.ravel()).astype(np.intp)


def _rake(
    start: list[float], codes: dict[str, Ints], merged: dict[str, Merging]
) -> tuple[list[float], tuple[str, ...]]:
    """The weights, and the dimensions that they meet."""
    several = [name for name in DIMENSIONS if len(merged[name].answered) > 1]
    for number in range(len(several), 0, -1):
        on = several[:number]
        try:
            found = rake(
                {name: [str(code) for code in codes[name].tolist()] for name in on},
                {
                    name: {str(at): float(n) for at, n in enumerate(merged[name].population)}
                    for name in on
                },
                weights=start,
            )
        except NotConverged:
            continue
        return list(found.weights), tuple(on)
    return start, ()


def _receipt(asked: Asked, rows: int, merged: dict[str, Merging]) -> list[Weight]:
    """Share of the population by share of the answers. It follows from who answered alone."""
    total = int(asked.population.sum())
    found = []
    for name in DIMENSIONS:
        one = merged[name]
        for place, answered in enumerate(one.answered.tolist()):
            members = np.flatnonzero((one.places == place) & (asked.margin(name) > 0))
            factor = one.population[place] / total / (answered / rows)
            keys = tuple(asked.levels[name][at] for at in members)
            found.append(Weight(name, keys, round(float(factor), 1)))
    return found
