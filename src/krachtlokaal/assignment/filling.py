"""The first step: how many rounds can be filled at most, whatever people wished.

People who may sit in the same sessions are one kind, and a kind is counted, not told apart. For a
kind of n people the counts per session can be dealt out to its people without anybody twice in a
round or a workshop if no round and no workshop counts more than n: a bipartite graph of degree n is
a union of n matchings (König 1916). So the counts give the exact maximum.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from krachtlokaal.assignment.clock import Clock
from krachtlokaal.assignment.possible import possible
from krachtlokaal.assignment.problem import Problem
from krachtlokaal.assignment.programme import Programme


@dataclass(frozen=True)
class Filled:
    """`most`: the most filled rounds found, None where what is fixed can't be met; `bound`: there
    are not more; `all_rounds`: as many as would be filled if seats never ran out."""

    most: int | None
    bound: int
    all_rounds: int


def most_filled(problem: Problem, clock: Clock, seed: int) -> Filled:
    """The most filled rounds."""
    import numpy as np

    kinds: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter()
    sessions = list(problem.sessions)
    by_id = {session.id: session for session in sessions}
    rounds_each: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
    for participant in problem.participants:
        names = tuple(session.id for session in possible(participant, sessions))
        kind = (names, tuple(sorted(participant.fixed.values())))
        kinds[kind] += 1
        rounds_each[kind] = len({by_id[name].round for name in names})
    programme = Programme()
    inside: dict[str, list[int]] = defaultdict(list)
    counted: list[int] = []
    for (names, fixed), number in kinds.items():
        groups: dict[tuple[str, object], list[int]] = defaultdict(list)
        for name in names:
            column = programme.column(number, number if name in fixed else 0)
            counted.append(column)
            inside[name].append(column)
            groups["round", by_id[name].round].append(column)
            groups["workshop", by_id[name].workshop].append(column)
        for columns in groups.values():
            programme.row([(column, 1) for column in columns], number)
    for session in sessions:
        people = [(column, 1.0) for column in inside[session.id]]
        seats(programme, people, session.capacity, session.minimum)
    costs = np.zeros(len(programme.lower))
    costs[counted] = -1
    solved = programme.smallest(costs, clock, seed)
    wanted = sum(rounds_each[kind] * number for kind, number in kinds.items())
    found = None if solved.values is None else round(-float(costs @ solved.values))
    bound = wanted if solved.bound is None else min(wanted, -solved.bound)
    return Filled(found, bound, wanted)


def seats(
    programme: Programme, people: list[tuple[int, float]], capacity: int, minimum: int
) -> None:
    """The rows of a session: at most its capacity; none, or at least its minimum."""
    if minimum < 2:
        programme.row(people, capacity)
        return
    runs = programme.column(upper=float(minimum <= capacity))
    programme.row([*people, (runs, -float(capacity))], 0)
    programme.row([*people, (runs, -float(minimum))], float("inf"), 0)
