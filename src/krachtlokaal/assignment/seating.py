"""Who sits where among the sessions that nobody wished: patterns say only in which round."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from krachtlokaal.assignment.clock import Clock
from krachtlokaal.assignment.filling import seats
from krachtlokaal.assignment.possible import possible
from krachtlokaal.assignment.problem import Problem, Session
from krachtlokaal.assignment.programme import Programme

# Per participant (by number): the sessions that she has, and the rounds that are still open.
Held = Mapping[int, tuple[str, ...]]
Open = Mapping[int, tuple[int, ...]]


def seat(
    problem: Problem, held: Held, to_fill: Open, clock: Clock, seed: int
) -> tuple[dict[tuple[int, int], str], set[int]]:
    """A session for each open (participant, round), and the participants for whom there is none."""
    import numpy as np

    by_id = {session.id: session for session in problem.sessions}
    people = Counter(name for names in held.values() for name in names)
    programme = Programme()
    inside: dict[str, list[tuple[int, float]]] = defaultdict(list)
    columns: dict[tuple[int, int, str], int] = {}
    for number, rounds in to_fill.items():
        participant = problem.participants[number]
        groups: dict[tuple[str, object], list[int]] = defaultdict(list)
        for session in possible(participant, list(problem.sessions)):
            if session.round in rounds and session.workshop not in participant.wishes:
                column = programme.column()
                columns[number, session.round, session.id] = column
                inside[session.id].append((column, 1.0))
                groups["round", session.round].append(column)
                groups["workshop", session.workshop].append(column)
        for group in groups.values():
            programme.row([(column, 1) for column in group], 1)
    for name, session in by_id.items():
        _session(programme, session, inside[name], people[name])
    costs = np.zeros(len(programme.lower))
    costs[list(columns.values())] = -1
    solved = programme.smallest(costs, clock, seed)
    wanted = {(number, place) for number, rounds in to_fill.items() for place in rounds}
    if solved.values is None:
        return {}, {number for number, _ in wanted}
    found = {
        (number, place): name
        for (number, place, name), column in columns.items()
        if solved.values[column] > 0.5
    }
    return found, {number for number, _ in wanted - found.keys()}


def _session(
    programme: Programme, session: Session, people: list[tuple[int, float]], already: int
) -> None:
    """Its rows, beside the people who have it already."""
    if already:
        lower = float(session.minimum - already) if session.minimum > already else -float("inf")
        if people or lower > 0:
            programme.row(people, float(session.capacity - already), lower)
    elif people:
        seats(programme, people, session.capacity, session.minimum)
