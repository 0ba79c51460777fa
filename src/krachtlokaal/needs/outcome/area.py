"""Figures of the whole area: weighted, plain, the ranking of needs, and change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np
from scipy.special import stdtrit

from krachtlokaal.analysis.comparisons import rank_intervals
from krachtlokaal.analysis.estimation import (
    Design,
    Estimate,
    Linearised,
    Statistic,
    calibrated,
    covariance,
    estimate,
    linearise,
    standard_error,
    survey_design,
)
from krachtlokaal.needs.outcome import rounding
from krachtlokaal.needs.outcome.columns import Asked, Floats, Respondents
from krachtlokaal.needs.outcome.model import (
    Change,
    Figure,
    Outcome,
    Rank,
    Reason,
    Theme,
    Triple,
)
from krachtlokaal.needs.outcome.safety import weights_of
from krachtlokaal.needs.outcome.weighing import Weighed

Z = 1.959964
HIDDEN = Figure(None, hidden=Reason.GROUP)
Round = Callable[[Estimate], Figure]


@dataclass(frozen=True)
class Area:
    """What all figures of the area are made with."""

    asked: Asked
    answers: Respondents
    weighed: Weighed
    minimum: int

    @property
    def plain(self) -> Design:
        """As if everybody counted the same."""
        whole = float(self.asked.population.sum())
        return survey_design(self.answers.rows, population=[whole] * self.answers.rows)

    def themes(self, previous: Outcome | None) -> tuple[Theme, ...]:
        """Every theme, with its place in the ranking."""
        plain = self.plain
        found = [self._theme(at, key, plain) for at, key in enumerate(self.asked.themes)]
        indexed = [at for at, one in enumerate(found) if not one.priority.hidden]
        for at, rank in zip(indexed, self._ranks(indexed), strict=True):
            found[at] = replace(found[at], rank=rank)
        if previous is None:
            return tuple(found)
        return tuple(replace(one, change=change(one, previous)) for one in found)

    def forms(self) -> dict[str, Figure]:
        """Shares of organisations that ask for a form of help with any theme."""
        asked = self.answers.any_form()
        return {form: self._share(asked[:, at]) for at, form in enumerate(self.asked.forms)}

    def _theme(self, at: int, key: str, plain: Design) -> Theme:
        answers = self.answers
        columns = (answers.scores[:, at], answers.importance[:, at], answers.wanted[:, at])
        score, importance, wanted = columns
        weighted = Triple(
            self._mean(score, rounding.points),
            self._mean(importance, rounding.importance),
            self._share(wanted),
        )
        return Theme(
            key=key,
            weighted=weighted,
            unweighted=_unweighted(plain, columns, weighted),
            priority=self._priority(at, weighted),
            forms={
                form: self._share(answers.forms[:, at, number].astype(np.float64))
                for number, form in enumerate(self.asked.forms)
            },
        )

    def _mean(self, values: Floats, shape: Round) -> Figure:
        there = ~np.isnan(values)
        if not there.any():
            return Figure(None, hidden=Reason.NONE)
        if there.sum() < self.minimum:
            return HIDDEN
        everybody = np.zeros(len(values), dtype=np.intp)
        weights = weights_of(self.weighed.raked.weights, everybody, there, 1)
        if weights.dominated(np.array([True])):
            return Figure(None, hidden=Reason.DOMINANT)
        return shape(self._estimate(self._linear(values, Statistic.MEAN), rounding.interval))

    def _share(self, values: Floats) -> Figure:
        yes, no = (values == 1).sum(), (values == 0).sum()
        if not yes + no:
            return Figure(None, hidden=Reason.NONE)
        if min(yes, no) < self.minimum:
            return HIDDEN
        found = self._linear(values, Statistic.PROPORTION)
        return rounding.share(self._estimate(found, rounding.share_interval))

    def _linear(self, values: Floats, statistic: Statistic) -> Linearised:
        raked = self.weighed.raked
        return calibrated(raked, linearise(raked.design, values, statistic))

    def _estimate(
        self, found: Linearised, shape: Callable[[float, float, float], Estimate]
    ) -> Estimate:
        design = self.weighed.raked.start
        error = standard_error(design, found.rows, found.values)
        return shape(found.estimate or 0.0, error, quantile(design))

    def _index(self, at: int) -> Linearised:
        """Importance from 0 to 1 times what is missing in the score, linearised."""
        score, importance = (
            self._linear(values[:, at], Statistic.MEAN)
            for values in (self.answers.scores, self.answers.importance)
        )
        missing = 100 - (score.estimate or 0.0)
        weight = ((importance.estimate or 1.0) - 1) / 4
        values = missing / 4 * importance.values - weight * score.values
        return Linearised(weight * missing, score.rows, values)

    def _priority(self, at: int, weighted: Triple) -> Figure:
        reasons = [one.hidden for one in (weighted.score, weighted.importance) if one.hidden]
        if reasons:
            return Figure(None, hidden=reasons[0])
        return rounding.points(self._estimate(self._index(at), rounding.interval))

    def _ranks(self, themes: Sequence[int]) -> Sequence[Rank]:
        if not themes:
            return ()
        design = self.weighed.raked.start
        indices = [self._index(at) for at in themes]
        freedom = max(design.degrees_of_freedom, 1)
        ranks = rank_intervals(
            [one.estimate or 0.0 for one in indices], covariance(design, indices).tolist(), freedom
        )
        return [Rank(one.rank, one.best, one.worst) for one in ranks]


def quantile(design: Design) -> float:
    """Of t for 95 %, with the degrees of freedom of the design."""
    return -float(stdtrit(max(design.degrees_of_freedom, 1), 0.025))


def change(theme: Theme, previous: Outcome) -> Change | None:
    """The score now minus that of the survey before, as both left.

    Both are taken as apart: who answered twice mostly makes the true error smaller, so this is on
    the safe side. The standard errors come from the intervals that left, a point of rounding added.
    """
    before = next((one for one in previous.themes if one.key == theme.key), None)
    if before is None:
        return None
    ends = [(one.value, one.low, one.high) for one in (theme.weighted.score, before.weighted.score)]
    errors = []
    for value, low, high in ends:
        if value is None or low is None or high is None:
            return None
        errors.append((high - low + 1) / 2 / Z)
    away = (ends[0][0] or 0) - (ends[1][0] or 0)
    half = Z * sqrt(sum(error**2 for error in errors))
    low, high = round(away - half), round(away + half)
    return Change(away, low, high, is_sure=low > 0 or high < 0)


def _unweighted(plain: Design, columns: tuple[Floats, Floats, Floats], weighted: Triple) -> Triple:
    """Hidden where the weighted figure is: the same people answered."""
    score, importance, wanted = columns
    mean, part = Statistic.MEAN, Statistic.PROPORTION
    return Triple(
        _unless(weighted.score, lambda: rounding.points(estimate(plain, score, mean))),
        _unless(
            weighted.importance, lambda: rounding.importance(estimate(plain, importance, mean))
        ),
        _unless(weighted.help_wanted, lambda: rounding.share(estimate(plain, wanted, part))),
    )


def _unless(weighted: Figure, make: Callable[[], Figure]) -> Figure:
    return Figure(None, hidden=weighted.hidden) if weighted.hidden else make()
