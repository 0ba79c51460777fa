"""From the pattern of each participant to the sessions that she has."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from krachtlokaal.assignment.clock import Clock
from krachtlokaal.assignment.patterns import NOTHING, Pool
from krachtlokaal.assignment.problem import Placement, Problem
from krachtlokaal.assignment.seating import seat

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ENOUGH = 60.0  # seconds for a small programme: what was proven must be seated


def unfold(
    problem: Problem, pool: Pool, chosen: NDArray[np.int64], seed: int
) -> tuple[tuple[Placement, ...], set[int]]:
    """The placements, and the participants whose unwished rounds could not be seated."""
    rounds = sorted({session.round for session in problem.sessions})
    held: dict[int, list[str]] = defaultdict(list)
    to_fill: dict[int, list[int]] = defaultdict(list)
    for pattern in chosen:
        person = int(pool.person[pattern])
        for number in pool.days[pattern]:
            if number >= len(problem.sessions):
                to_fill[person].append(rounds[int(number) - len(problem.sessions)])
            elif number != NOTHING:
                held[person].append(problem.sessions[int(number)].id)
    found: dict[tuple[int, int], str] = {}
    without: set[int] = set()
    if to_fill or any(session.minimum > 1 for session in problem.sessions):
        names = {person: tuple(ids) for person, ids in held.items()}
        opened = {person: tuple(places) for person, places in to_fill.items()}
        found, without = seat(problem, names, opened, Clock(ENOUGH), seed)
    placed = [(person, name) for person, names in held.items() for name in names]
    placed += [(person, name) for (person, _), name in found.items()]
    ids = [participant.id for participant in problem.participants]
    return tuple(Placement(ids[person], name) for person, name in placed), without
