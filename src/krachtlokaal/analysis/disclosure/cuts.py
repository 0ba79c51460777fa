"""What every safe choice of hidden cells fulfils, and a given choice doesn't.

Let y[i] be 1 for a hidden cell. The losses of two pushes (`reader`) say: the range of k is not
wider than Σ (rise[i] + fall[i]) y[i]. So a hidden k needs
Σ min(rise[i] + fall[i], m) y[i] ≥ m y[k].
A count a < m can't fall further than a, so its rise alone has to bring m − a.
Fischetti and Salazar-González (2001) call these capacity constraints.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from krachtlokaal.analysis.disclosure.clock import Clock
from krachtlokaal.analysis.disclosure.pattern import Task
from krachtlokaal.analysis.disclosure.reader import DOWN, UP

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LONGEST = 400


@dataclass(frozen=True)
class Cut:
    """Σ shares[i] y[places[i]] ≥ y[cell], with shares above 0 and not above 1."""

    cell: int
    places: tuple[int, ...]
    shares: tuple[float, ...]

    def lacking(self, weights: Floats) -> float:
        """How much a choice of hidden cells falls short."""
        return float(weights[self.cell] - weights[list(self.places)] @ self.shares)


def along_lines(task: Task) -> Iterator[Cut]:
    """The cuts that one sum gives: a hidden cell in it needs others.

    Not for sums of very many cells, where they would be many too; `separate` finds those needed.
    """
    counts, minimum = task.table.counts, task.minimum
    for line in (line for line in task.table.lines if len(line.parts) <= LONGEST):
        for cell in (*line.parts, line.total):
            others = tuple(at for at in (*line.parts, line.total) if at != cell)
            yield Cut(cell, others, (1.0,) * len(others))
            lack = minimum - counts[cell]
            if lack > 0 and cell != line.total:
                room = [lack if at == line.total else min(counts[at], lack) for at in others]
                yield _cut(cell, dict(zip(others, room, strict=True)), lack)


def separate(task: Task, weights: Floats, least: float, clock: Clock) -> Iterator[Cut]:
    """The cuts that these weights break by at least `least`, at most two per cell."""
    for cell in (weights > least).nonzero()[0].tolist():
        if clock.over:
            return
        rise = task.reader.push(cell, UP, weights, task.minimum)
        if rise.amount >= task.minimum * (weights[cell] - least):
            continue
        fall = task.reader.push(cell, DOWN, weights, task.minimum)
        cuts = [_cut(cell, dict(enumerate((rise.losses + fall.losses).tolist())), task.minimum)]
        lack = task.minimum - task.table.counts[cell]
        if lack > 0:
            cuts.append(_cut(cell, dict(enumerate(rise.losses.tolist())), lack))
        yield from (cut for cut in cuts if cut.lacking(weights) >= least)


def _cut(cell: int, losses: dict[int, float], need: float) -> Cut:
    """The losses as shares of what is needed; more than all of it is as good as all."""
    shares = {at: min(loss / need, 1.0) for at, loss in losses.items() if loss > 0}
    return Cut(cell, tuple(shares), tuple(shares.values()))
