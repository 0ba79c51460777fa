"""Every placement of a small problem, and the best of them by the words of the interface: written
apart from the solver, so that both would have to be wrong in the same way."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from math import comb

from krachtlokaal.assignment import Participant, Problem, Session

Day = tuple[Session, ...]


def days(one: Participant, problem: Problem) -> Iterator[Day]:
    """Every day that somebody may have."""
    per_round: list[list[Session | None]] = []
    for number in one.rounds:
        here = [session for session in problem.sessions if session.round == number]
        if number in one.fixed:
            per_round.append([s for s in here if s.id == one.fixed[number]])
            continue
        free: list[Session | None] = [None]
        for session in here:
            if session.id in one.excluded:
                continue
            if one.only_wishes and session.workshop not in one.wishes:
                continue
            free.append(session)
        per_round.append(free)
    for chosen in product(*per_round):
        day = tuple(session for session in chosen if session is not None)
        if len({session.workshop for session in day}) == len(day):
            yield day


def regret(one: Participant, day: Day) -> int:
    length: int = len(one.wishes)
    places = {workshop: place for place, workshop in enumerate(one.wishes)}
    spent = sum(places.get(session.workshop, length) for session in day)
    prices: list[int] = [*range(length), *([length] * 10)]
    return spent - sum(sorted(prices)[: len(day)])


def rank(problem: Problem, chosen: tuple[Day, ...]) -> tuple[int, ...]:
    """Smaller is better: the five steps."""
    regrets = [regret(one, day) for one, day in zip(problem.participants, chosen, strict=True)]
    had = {(one.participant, one.session) for one in problem.previous}
    now = {
        (one.id, session.id)
        for one, day in zip(problem.participants, chosen, strict=True)
        for session in day
    }
    of = {one.id: one.organisation for one in problem.participants}
    met = Counter((of[person], session) for person, session in now if of[person])
    pairs = sum(comb(number, 2) for number in met.values())
    return (
        -sum(map(len, chosen)),
        max(regrets, default=0),
        sum(regrets),
        len(now - had) if had else 0,
        pairs,
    )


def allowed(problem: Problem, chosen: tuple[Day, ...]) -> bool:
    people = Counter(session.id for day in chosen for session in day)
    return all(
        people[s.id] == 0 or s.minimum <= people[s.id] <= s.capacity for s in problem.sessions
    )


def best(problem: Problem) -> tuple[int, ...] | None:
    """The five figures of the best placement; None where there is none."""
    every = product(*(list(days(one, problem)) for one in problem.participants))
    ranks = [rank(problem, chosen) for chosen in every if allowed(problem, chosen)]
    return min(ranks, default=None)
