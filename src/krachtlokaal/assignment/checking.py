"""Whether what is fixed can be met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from krachtlokaal.assignment.faults import Fault, Flaw
from krachtlokaal.assignment.possible import possible
from krachtlokaal.assignment.problem import Participant, Problem, Session


def faults(problem: Problem) -> list[Fault]:
    """All that is wrong with what is fixed, one by one; people in sessions are counted too."""
    sessions = {session.id: session for session in problem.sessions}
    found = [fault for one in problem.participants for fault in _participant(one, sessions)]
    return found or list(_counted(problem))


def _participant(participant: Participant, sessions: dict[str, Session]) -> Iterator[Fault]:
    for name in sorted(participant.excluded - sessions.keys()):
        yield Fault(Flaw.UNKNOWN_EXCLUDED, participant.id, session=name)
    workshops: Counter[str] = Counter()
    for number, name in sorted(participant.fixed.items()):
        if flaw := _flaw(participant, number, sessions.get(name)):
            yield Fault(flaw, participant.id, number, name)
        elif workshops[sessions[name].workshop]:
            yield Fault(Flaw.SAME_WORKSHOP, participant.id, number, name)
        else:
            workshops[sessions[name].workshop] += 1


def _flaw(participant: Participant, number: int, session: Session | None) -> Flaw | None:
    if session is None:
        return Flaw.UNKNOWN_SESSION
    if session.round != number:
        return Flaw.OTHER_ROUND
    if number not in participant.rounds:
        return Flaw.ABSENT
    return Flaw.EXCLUDED if session.id in participant.excluded else None


def _counted(problem: Problem) -> Iterator[Fault]:
    fixed = Counter(name for one in problem.participants for name in one.fixed.values())
    held = [session for session in problem.sessions if fixed[session.id]]
    able = Counter(s.id for one in problem.participants for s in possible(one, held))
    for session in held:
        if fixed[session.id] > session.capacity:
            number = fixed[session.id]
            yield Fault(
                Flaw.OVER_CAPACITY, None, session.round, session.id, number, session.capacity
            )
        elif min(able[session.id], session.capacity) < session.minimum:
            number = min(able[session.id], session.capacity)
            yield Fault(
                Flaw.UNDER_MINIMUM, None, session.round, session.id, number, session.minimum
            )
