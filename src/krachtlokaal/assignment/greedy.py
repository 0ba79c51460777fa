"""A placement without proof, for where the clock ends the search: in turn, in the order given.

What is fixed first; then everybody's first wish, everybody's second, and so on (so nobody has two
wishes before somebody who comes later has one), then what is left. A session below its minimum is
closed and all is done again.
"""

from __future__ import annotations

from collections import Counter

from krachtlokaal.assignment.possible import possible
from krachtlokaal.assignment.problem import Participant, Placement, Problem, Session


def in_turn(problem: Problem) -> tuple[Placement, ...]:
    """A placement that meets every rule, as long as what is fixed reaches its minimum."""
    closed: set[str] = set()
    while True:
        placements = _once(problem, closed)
        people = Counter(one.session for one in placements)
        fixed = {name for one in problem.participants for name in one.fixed.values()}
        small = {
            one.id
            for one in problem.sessions
            if 0 < people[one.id] < one.minimum and one.id not in fixed
        }
        if not small:
            return placements
        closed.add(min(small, key=lambda name: (people[name], name)))


def _once(problem: Problem, closed: set[str]) -> tuple[Placement, ...]:
    open_sessions = [one for one in problem.sessions if one.id not in closed]
    table = _Table(Counter({one.id: one.capacity for one in open_sessions}))
    able = {one.id: possible(one, open_sessions) for one in problem.participants}
    _fixed(problem, table, able)
    most = max((len(one.wishes) for one in problem.participants), default=0)
    for rank in range(most + 1):
        for one in problem.participants:
            for session in able[one.id]:
                if _rank(one, session, most) == rank:
                    table.take(one, session)
    return tuple(table.placed)


def _fixed(problem: Problem, table: _Table, able: dict[str, list[Session]]) -> None:
    """Who must sit somewhere, and company for sessions that must run because of them."""
    fixed: dict[str, list[Session]] = {
        one.id: [session for session in able[one.id] if session.id in one.fixed.values()]
        for one in problem.participants
    }
    people = Counter(session.id for sessions in fixed.values() for session in sessions)
    for one in problem.participants:
        for session in fixed[one.id]:
            table.take(one, session)
    for session in problem.sessions:
        if people[session.id]:
            _top_up(problem, table, able, session, session.minimum - people[session.id])


def _rank(one: Participant, session: Session, most: int) -> int:
    """Its place in her wishes; after all wishes of everybody if it is not in them."""
    return one.wishes.index(session.workshop) if session.workshop in one.wishes else most


def _top_up(
    problem: Problem,
    table: _Table,
    able: dict[str, list[Session]],
    session: Session,
    missing: int,
) -> None:
    """People for a session that must run, those who wished it first."""
    order = sorted(problem.participants, key=lambda one: session.workshop not in one.wishes)
    for one in order:
        if missing > 0 and session in able[one.id] and table.take(one, session):
            missing -= 1


class _Table:
    """Free seats, and who has what."""

    def __init__(self, free: Counter[str]) -> None:
        self.free = free
        self.placed: list[Placement] = []
        self.busy: set[tuple[str, object]] = set()

    def take(self, one: Participant, session: Session) -> bool:
        """Seat her, if there is a seat and she is free."""
        keys = {(one.id, session.round), (one.id, f"workshop {session.workshop}")}
        if self.free[session.id] < 1 or keys & self.busy:
            return False
        self.free[session.id] -= 1
        self.busy |= keys
        self.placed.append(Placement(one.id, session.id))
        return True
