"""Standard errors of estimates whose weights were raked, or calibrated on totals of groups.

Raking makes the weights add up to what is known of the population. What is known no longer varies,
so the variance is that of what the groups leave unexplained: the residuals.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from krachtlokaal.analysis.estimation.design import Design, Floats, Ints
from krachtlokaal.analysis.estimation.linear import Linearised

RANK = 1e-10  # below it a direction of the groups counts as one that the others hold already


@dataclass(frozen=True)
class Calibration:
    """A design before raking, the weights after it, and the groups that it was raked on: per
    variable a number from 0 for each row. `sizes` are the groups per variable."""

    start: Design
    weights: Floats
    groups: tuple[Ints, ...]
    sizes: tuple[int, ...]

    @property
    def design(self) -> Design:
        """The design with the raked weights."""
        return replace(self.start, weights=self.weights)

    @cached_property
    def inverse(self) -> Floats:
        """Of the groups' cross products under the weights before raking, groups × groups; the
        variables overlap (each adds up to all), so the pseudo-inverse."""
        gram = np.concatenate(
            [
                self.crossed(self.start.weights, codes, size)
                for codes, size in zip(self.groups, self.sizes, strict=True)
            ],
            axis=1,
        )
        return np.asarray(np.linalg.pinv(gram, rcond=RANK, hermitian=True), dtype=np.float64)

    def sums(self, values: Floats) -> Floats:
        """Of a value per row, by group of each variable: one after another."""
        return self.crossed(values, np.zeros(len(values), dtype=np.intp), 1)[:, 0]

    def crossed(self, values: Floats, codes: Ints, size: int) -> Floats:
        """Sums of a value per row, by group and by another classification of the rows, from 0 to
        `size` − 1; a row of −1 counts nowhere. Groups × size."""
        inside = codes >= 0
        at, kept = codes[inside], values[inside]
        tables = [
            np.bincount(one[inside] * size + at, kept, groups * size).reshape(groups, size)
            for one, groups in zip(self.groups, self.sizes, strict=True)
        ]
        return np.concatenate(tables)

    def fitted(self, coefficients: Floats) -> Floats:
        """What the groups say of each row."""
        starts = np.cumsum([0, *self.sizes])
        found = np.zeros(self.start.rows)
        for one, start in zip(self.groups, starts, strict=False):
            found += coefficients[start + one]
        return found


def calibration(start: Design, weights: ArrayLike, groups: Sequence[ArrayLike]) -> Calibration:
    """What `calibrated` needs. `weights` are those after raking, per row; `groups` per variable the
    category of each row as a whole number from 0. Raises ValueError for sequences of another
    length, or without groups.

    >>> from krachtlokaal.analysis.estimation.design import survey_design
    >>> raked = calibration(survey_design(4), [3, 3, 1, 1], [[0, 0, 1, 1]])
    >>> raked.design.weights.tolist()
    [3.0, 3.0, 1.0, 1.0]
    """
    after = np.asarray(weights, dtype=np.float64)
    codes = tuple(np.asarray(one, dtype=np.intp) for one in groups)
    if not codes or {len(one) for one in (after, *codes)} != {start.rows}:
        raise ValueError(f"weights and groups need {start.rows} rows each")
    return Calibration(start, after, codes, tuple(int(one.max()) + 1 for one in codes))


def calibrated(raked: Calibration, found: Linearised) -> Linearised:
    """The same estimate with the linearised values that count after raking: w e for every row.

    `found` comes from `linearise` with the raked design. e is the residual of u = value / w in the
    regression on the groups under the weights before raking (wᵒ): e = u − x'β with
    β = (Σ wᵒ x x')⁻ Σ wᵒ x u. Then `standard_error`, `covariance` and `difference` do the rest.
    With one variable this is post-stratification. It is what R's survey package does for
    `calibrate(…, calfun = "raking")` and `postStratify`; for `rake` too where the weights before
    raking are equal.

    Deville, J.-C., Särndal, C.-E. and Sautory, O. (1993), Generalized raking procedures in survey
    sampling, Journal of the American Statistical Association 88: the variance by residuals.

    >>> from krachtlokaal.analysis.estimation import Statistic, linearise
    >>> from krachtlokaal.analysis.estimation.design import survey_design
    >>> raked = calibration(survey_design(4), [3, 3, 1, 1], [[0, 0, 1, 1]])
    >>> mean = linearise(raked.design, [1, 3, 9, 9], Statistic.MEAN)
    >>> after = calibrated(raked, mean)
    >>> after.values.round(3).tolist()  # how far the groups lie apart adds nothing
    [-0.375, 0.375, 0.0, 0.0]
    """
    spread = np.zeros(raked.start.rows)
    np.add.at(spread, found.rows, found.values)
    spread /= raked.weights
    rest = spread - raked.fitted(raked.inverse @ raked.sums(raked.start.weights * spread))
    return Linearised(found.estimate, np.arange(raked.start.rows), raked.weights * rest)
