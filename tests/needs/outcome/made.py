"""Invented respondents of an invented area, the same for each seed."""

import numpy as np

from krachtlokaal.needs.outcome.columns import Asked, Respondents
from krachtlokaal.needs.outcome.model import DIMENSIONS

FORMS = ("info", "workshop", "adviser")


def asked(population: np.ndarray, themes: int = 10) -> Asked:
    """Groups named by their place: `municipality0`, `sector3`."""
    levels = {
        name: tuple(f"{name}{at}" for at in range(number))
        for name, number in zip(DIMENSIONS, population.shape, strict=True)
    }
    return Asked(tuple(f"theme{at}" for at in range(themes)), FORMS, levels, population)


def area(
    seed: int, shape: tuple[int, int, int] = (3, 6, 4), themes: int = 4, people: float = 4.0
) -> tuple[Asked, Respondents]:
    """A population with some empty cells, of which about half answer, and not every question."""
    chance = np.random.default_rng(seed)
    population = chance.poisson(people * chance.random(shape))
    answered = chance.binomial(population, 0.5)
    places = np.argwhere(answered)
    rows = np.repeat(places, answered[tuple(places.T)], axis=0)
    return asked(population, themes), answers(rows, themes, chance)


def answers(rows: np.ndarray, themes: int, chance: np.random.Generator) -> Respondents:
    """What the organisations at these places said."""
    count = len(rows)
    missing = chance.random((3, count, themes)) < 0.1
    wanted = np.where(missing[2], np.nan, chance.random((count, themes)) < 0.35)
    forms = np.where(
        np.isnan(wanted)[:, :, None],
        np.nan,
        (wanted[:, :, None] == 1) & (chance.random((count, themes, len(FORMS))) < 0.5),
    )
    return Respondents(
        groups={name: rows[:, at].astype(np.intp) for at, name in enumerate(DIMENSIONS)},
        scores=np.where(missing[0], np.nan, chance.normal(55, 15, (count, themes)).clip(0, 100)),
        importance=np.where(missing[1], np.nan, chance.integers(1, 6, (count, themes))),
        wanted=wanted,
        forms=forms.astype(np.float32),
    )
