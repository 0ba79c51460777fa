"""Colleagues apart where there are too many columns for a programme: swaps that cost nobody.

Somebody who sits beside a colleague changes places with somebody else in that round, if the sum of
their costs stays, neither has more regret than the largest, as many placements of the earlier
result are kept, and fewer colleagues sit together. In a fixed order, until a pass helps nobody.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from krachtlokaal.assignment.possible import possible
from krachtlokaal.assignment.problem import Participant, Placement, Problem, Session
from krachtlokaal.assignment.regret import cost, ideal

PASSES = 3


def apart(
    problem: Problem, placements: tuple[Placement, ...], largest: int
) -> tuple[Placement, ...]:
    """The same three figures and as few changes, with fewer pairs of colleagues if swaps can."""
    table = _Table(problem, placements, largest)
    for _ in range(PASSES):
        helped = [table.help(one, session) for one, session in table.beside_colleagues()]
        if not any(helped):
            break
    return table.placements()


class _Table:
    def __init__(self, problem: Problem, placements: tuple[Placement, ...], largest: int) -> None:
        self.largest = largest
        self.people = {one.id: one for one in problem.participants}
        self.sessions = {session.id: session for session in problem.sessions}
        self.had = {(one.participant, one.session) for one in problem.previous}
        self.all_sessions = list(problem.sessions)
        self.able: dict[str, set[str]] = {}
        self.seat: dict[tuple[str, int], str] = {}
        self.inside: dict[str, list[str]] = defaultdict(list)
        self.met: Counter[tuple[str, str]] = Counter()
        for placed in placements:
            self._sit(self.people[placed.participant], self.sessions[placed.session])

    def placements(self) -> tuple[Placement, ...]:
        return tuple(Placement(person, name) for (person, _), name in self.seat.items())

    def beside_colleagues(self) -> list[tuple[Participant, Session]]:
        """Who sits in a session with a colleague, in the order of the placements."""
        return [
            (self.people[person], self.sessions[name])
            for (person, _), name in self.seat.items()
            if self._colleagues(self.people[person], name) > 1
        ]

    def help(self, one: Participant, session: Session) -> bool:
        """Swap her with the first that can."""
        if self.seat[one.id, session.round] != session.id:
            return False
        if self._colleagues(one, session.id) < 2:
            return False
        for name in sorted(self._able(one)):
            other = self.sessions[name]
            if other.round != session.round or other == session:
                continue
            for person in list(self.inside[name]):
                if self._swap(one, session, self.people[person], other):
                    return True
        return False

    def _swap(self, one: Participant, here: Session, two: Participant, there: Session) -> bool:
        before = cost(one, here.workshop) + cost(two, there.workshop)
        if cost(one, there.workshop) + cost(two, here.workshop) != before:
            return False
        if here.id not in self._able(two) or self._colleagues(one, there.id):
            return False
        gained = self._colleagues(one, here.id) - 1 + self._colleagues(two, there.id) - 1
        if one.organisation == two.organisation or self._colleagues(two, here.id) >= gained:
            return False
        if self._kept(one, there, two, here) < self._kept(one, here, two, there):
            return False
        self._rise(one, here)
        self._rise(two, there)
        if self._fits(one, there) and self._fits(two, here):
            self._sit(one, there)
            self._sit(two, here)
            return True
        self._sit(one, here)
        self._sit(two, there)
        return False

    def _kept(self, one: Participant, a: Session, two: Participant, b: Session) -> int:
        return ((one.id, a.id) in self.had) + ((two.id, b.id) in self.had)

    def _fits(self, one: Participant, session: Session) -> bool:
        """No workshop twice, and no more regret than the largest."""
        mine = [
            self.sessions[self.seat[one.id, number]].workshop
            for number in set(one.rounds)
            if (one.id, number) in self.seat
        ]
        if session.workshop in mine:
            return False
        spent = sum(cost(one, workshop) for workshop in [*mine, session.workshop])
        return spent - ideal(len(one.wishes), len(mine) + 1) <= self.largest

    def _colleagues(self, one: Participant, name: str) -> int:
        """How many of her organisation are in a session, herself included."""
        return self.met[one.organisation, name] if one.organisation else 0

    def _able(self, one: Participant) -> set[str]:
        if one.id not in self.able:
            names = {session.id for session in possible(one, self.all_sessions)}
            self.able[one.id] = names - set(one.fixed.values())
        return self.able[one.id]

    def _sit(self, one: Participant, session: Session) -> None:
        self.seat[one.id, session.round] = session.id
        self.inside[session.id].append(one.id)
        if one.organisation:
            self.met[one.organisation, session.id] += 1

    def _rise(self, one: Participant, session: Session) -> None:
        del self.seat[one.id, session.round]
        self.inside[session.id].remove(one.id)
        if one.organisation:
            self.met[one.organisation, session.id] -= 1
