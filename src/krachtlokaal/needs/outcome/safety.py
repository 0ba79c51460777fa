"""Which figures of groups may leave beside each other and beside that of the whole area.

A reader knows the figure of the area and of every group that is shown, and subtracts. So what
remains together must be safe too. Numbers per question never leave; the rules take a reader who
knows them all the same.
"""

from dataclasses import dataclass

import numpy as np

from krachtlokaal.needs.outcome.columns import Floats, Ints
from krachtlokaal.needs.outcome.participation import Bools

# One organisation holds at most half of the weight, two at most three quarters: the (n, k) rule of
# Hundepool and others, Statistical disclosure control (2012), chapter 4.
ONE, TWO = 0.5, 0.75


@dataclass(frozen=True)
class Weights:
    """Per group what those who answered a question weigh: together, the heaviest, the second."""

    total: Floats
    first: Floats
    second: Floats

    def dominated(self, groups: Bools) -> bool:
        """Whether one or two hold too much of these groups together."""
        total = float(self.total[groups].sum())
        heavy = np.sort(np.concatenate([self.first[groups], self.second[groups]]))[-2:]
        return bool(heavy[-1:].sum() > ONE * total or heavy.sum() > TWO * total)


def weights_of(weights: Floats, codes: Ints, there: Bools, size: int) -> Weights:
    """Of the rows that are there."""
    kept, at = weights[there], codes[there]
    order = np.lexsort((-kept, at))
    kept, at = kept[order], at[order]
    starts = np.searchsorted(at, np.arange(size))
    counts = np.bincount(at, minlength=size)
    first, second = np.zeros(size), np.zeros(size)
    first[counts > 0] = kept[starts[counts > 0]]
    second[counts > 1] = kept[starts[counts > 1] + 1]
    return Weights(np.bincount(at, kept, size).astype(np.float64), first, second)


def safe_means(told: Bools, n: Ints, weights: Weights, minimum: int) -> tuple[Bools, Bools]:
    """Groups whose mean may leave, and those that one or two organisations dominate.

    Each needs `minimum` answers and no dominance, and so do all the others taken together; as long
    as these do not, the smallest group that is shown joins them.
    """
    each = np.eye(len(n), dtype=bool)
    heavy = np.array(
        [told[at] and n[at] > 0 and weights.dominated(each[at]) for at in range(len(n))]
    )
    shown = told & (n >= minimum) & ~heavy
    while shown.any():
        rest = ~shown & (n > 0)
        if not rest.any() or (n[rest].sum() >= minimum and not weights.dominated(rest)):
            break
        shown[_smallest(shown, n)] = False
    return shown, heavy & (n >= minimum)


def safe_shares(told: Bools, yes: Ints, no: Ints, minimum: int) -> Bools:
    """Groups whose share may leave: `minimum` said yes and as many no, and for each of the others
    the yeses that are possible lie `minimum` apart.

    Of these a reader knows together how many said yes; each said so at least as often as the others
    can't account for, and at most as often as there were answers. Groups of which not even the
    number that answered is told are one group here. As long as an interval is too narrow, the
    smallest group that is shown joins them.
    """
    both = yes + no
    shown = told & (yes >= minimum) & (no >= minimum)
    while shown.any():
        if _is_wide(_hidden(both, told, shown), _hidden(yes, told, shown), minimum):
            break
        shown[_smallest(shown, both)] = False
    return shown


def _hidden(counts: Ints, told: Bools, shown: Bools) -> Ints:
    """The groups that are not shown; those that are not told as one."""
    return np.append(counts[told & ~shown], counts[~told].sum())


def _is_wide(both: Ints, yes: Ints, minimum: int) -> bool:
    """Groups with fewer answers than the minimum can't be wide: of them nothing may follow."""
    low = np.maximum(yes.sum() - (both.sum() - both), 0)
    high = np.minimum(both, yes.sum())
    return bool((high - low >= np.minimum(both, minimum)).all())


def _smallest(shown: Bools, counts: Ints) -> int:
    places = np.flatnonzero(shown)
    return int(places[counts[places].argmin()])
