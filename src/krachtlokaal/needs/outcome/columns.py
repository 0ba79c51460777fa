"""What goes in: who was asked, and what the organisations that answered said. Nothing names one."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from krachtlokaal.needs.outcome.model import DIMENSIONS

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


@dataclass(frozen=True)
class Asked:
    """What was asked of whom. `levels` are the groups per dimension in their order; `population`
    counts organisations, municipality × sector × size."""

    themes: tuple[str, ...]
    forms: tuple[str, ...]
    levels: Mapping[str, tuple[str, ...]]
    population: Ints

    def margin(self, dimension: str) -> Ints:
        """The population by group of one dimension."""
        others = tuple(at for at, name in enumerate(DIMENSIONS) if name != dimension)
        found: Ints = self.population.sum(axis=others)
        return found


@dataclass(frozen=True)
class Respondents:
    """A row per organisation that answered, each counted once, however many of its people did.

    `groups` has per dimension the place of its group. Rows × themes: score 0 to 100, importance 1
    to 5, help wanted 0 or 1; rows × themes × forms: asked for 0 or 1. NaN where nothing was said.
    """

    groups: Mapping[str, Ints]
    scores: Floats
    importance: Floats
    wanted: Floats
    forms: NDArray[np.float32]

    @property
    def rows(self) -> int:
        return len(self.scores)

    def any_form(self) -> Floats:
        """Whether a form of help was asked for with any theme, rows × forms."""
        if not self.rows:
            return np.zeros(self.forms.shape[::2])
        known = ~np.isnan(self.forms).all(axis=1)
        asked = (self.forms == 1).any(axis=1)
        return np.where(known, asked.astype(np.float64), np.nan)
