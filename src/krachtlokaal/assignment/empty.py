"""Why a participant has nothing in a round."""

from __future__ import annotations

from collections import Counter

from krachtlokaal.assignment.problem import Participant, Placement, Problem, Session
from krachtlokaal.assignment.result import Empty, Reason


def empty_rounds(problem: Problem, placements: tuple[Placement, ...]) -> tuple[Empty, ...]:
    """Each (participant, round) without a session, by participant and round."""
    sessions = {session.id: session for session in problem.sessions}
    people = Counter(one.session for one in placements)
    had: dict[str, list[Session]] = {one.id: [] for one in problem.participants}
    for one in placements:
        had[one.participant].append(sessions[one.session])
    return tuple(
        Empty(one.id, number, _reason(one, had[one.id], _in_round(problem, number), people))
        for one in sorted(problem.participants, key=lambda one: one.id)
        for number in sorted(set(one.rounds) - {session.round for session in had[one.id]})
    )


def _in_round(problem: Problem, number: int) -> list[Session]:
    return [session for session in problem.sessions if session.round == number]


def _reason(
    participant: Participant, had: list[Session], sessions: list[Session], people: Counter[str]
) -> Reason:
    """The first thing that leaves none of the sessions of the round."""
    if not sessions:
        return Reason.NO_SESSION
    held = {session.workshop for session in had}
    sieves = (
        (Reason.EXCLUDED, lambda one: one.id not in participant.excluded),
        (
            Reason.ONLY_WISHES,
            lambda one: not participant.only_wishes or one.workshop in participant.wishes,
        ),
        (Reason.SAME_WORKSHOP, lambda one: one.workshop not in held),
        (Reason.FULL, lambda one: people[one.id] < one.capacity),
        (Reason.TOO_FEW_PEOPLE, lambda one: people[one.id] + 1 >= one.minimum),
    )
    for reason, passes in sieves:
        sessions = [session for session in sessions if passes(session)]
        if not sessions:
            return reason
    return Reason.BETTER_ELSEWHERE
