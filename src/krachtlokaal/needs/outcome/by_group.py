"""Figures of the groups of one dimension, weighted, and which of them differ from the rest."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr

from krachtlokaal.analysis.comparisons import holm
from krachtlokaal.analysis.estimation import DomainMeans, Domains, Estimate
from krachtlokaal.needs.outcome import rounding, safety
from krachtlokaal.needs.outcome.area import quantile
from krachtlokaal.needs.outcome.columns import Asked, Floats, Ints, Respondents
from krachtlokaal.needs.outcome.model import Count, Differs, Figure, Group, Reason, Triple
from krachtlokaal.needs.outcome.participation import Bools, Shown
from krachtlokaal.needs.outcome.weighing import Weighed

SURE = 0.05
Shape = Callable[[Estimate, Differs | None], Figure]
Interval = Callable[[float, float, float], Estimate]


@dataclass(frozen=True)
class Measure:
    """One of the three figures of a theme, for all groups: means, and which may leave."""

    found: DomainMeans
    shown: Bools
    heavy: Bools


@dataclass(frozen=True)
class Groups:
    """One dimension of a survey."""

    name: str
    asked: Asked
    answers: Respondents
    weighed: Weighed
    told: Shown
    minimum: int

    def groups(self) -> tuple[Group, ...]:
        """In their order, with every theme."""
        keys, codes = self.asked.levels[self.name], self.answers.groups[self.name]
        domains = Domains(self.weighed.raked, codes, len(keys))
        answers, themes = self.answers, range(len(self.asked.themes))
        scores = [self._mean(domains, answers.scores[:, at]) for at in themes]
        importance = [self._mean(domains, answers.importance[:, at]) for at in themes]
        wanted = [self._share(domains, answers.wanted[:, at]) for at in themes]
        columns = [
            self._figures(scores, rounding.interval, rounding.points),
            self._figures(importance, rounding.interval, rounding.importance),
            self._figures(wanted, rounding.share_interval, _group_share),
        ]
        return tuple(
            Group(
                key,
                self._count(place),
                {
                    theme: Triple(*(column[at][place] for column in columns))
                    for at, theme in enumerate(self.asked.themes)
                },
            )
            for place, key in enumerate(keys)
        )

    def _count(self, place: int) -> Count:
        if not self.told.groups[self.name][place]:
            return Count(None, None, Reason.GROUP)
        return Count(
            int(self.asked.margin(self.name)[place]), int(self.told.answered[self.name][place])
        )

    def _mean(self, domains: Domains, values: Floats) -> Measure:
        there, size = ~np.isnan(values), domains.size
        weights = safety.weights_of(self.weighed.raked.weights, domains.codes, there, size)
        n = np.bincount(domains.codes[there], minlength=size)
        shown, heavy = safety.safe_means(self.told.groups[self.name], n, weights, self.minimum)
        return Measure(domains.means(values), shown, heavy)

    def _share(self, domains: Domains, values: Floats) -> Measure:
        yes, no = (
            np.bincount(domains.codes[values == said], minlength=domains.size) for said in (1, 0)
        )
        shown = safety.safe_shares(self.told.groups[self.name], yes, no, self.minimum)
        if min(yes.sum(), no.sum()) < self.minimum:  # not even that of the area is shown
            shown = np.zeros(domains.size, dtype=bool)
        return Measure(domains.means(values), shown, np.zeros(domains.size, dtype=bool))

    def _figures(
        self, measures: list[Measure], interval: Interval, shape: Shape
    ) -> list[list[Figure]]:
        """Per theme, per group."""
        marks = self._differing(measures)
        freedom = quantile(self.weighed.raked.start)
        return [
            [
                shape(
                    interval(
                        float(one.found.means[place]), float(one.found.errors[place]), freedom
                    ),
                    marks.get((at, place)),
                )
                if one.shown[place]
                else self._hidden(place, one)
                for place in range(len(one.shown))
            ]
            for at, one in enumerate(measures)
        ]

    def _hidden(self, place: int, one: Measure) -> Figure:
        if self.told.groups[self.name][place] and not self.told.answered[self.name][place]:
            return Figure(None, hidden=Reason.NONE)
        return Figure(None, hidden=Reason.DOMINANT if one.heavy[place] else Reason.GROUP)

    def _differing(self, measures: list[Measure]) -> dict[tuple[int, int], Differs]:
        """Holm over all groups and themes that are shown: with 95 % certainty none is marked by
        chance."""
        freedom = max(self.weighed.raked.start.degrees_of_freedom, 1)
        places, p_values, signs = [], [], []
        for at, one in enumerate(measures):
            apart, error = one.found.differences, one.found.difference_errors
            tested: Ints = np.flatnonzero(one.shown & np.isfinite(apart) & (error > 0))
            places += [(at, int(place)) for place in tested]
            p_values += (2 * stdtr(freedom, -np.abs(apart[tested] / error[tested]))).tolist()
            signs += (apart[tested] > 0).tolist()
        return {
            place: Differs.HIGHER if is_higher else Differs.LOWER
            for place, p, is_higher in zip(places, holm(p_values), signs, strict=True)
            if p <= SURE
        }


def _group_share(found: Estimate, differs: Differs | None) -> Figure:
    return rounding.share(found, rounding.GROUP_STEP, differs)
