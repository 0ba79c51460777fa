"""The sessions that somebody could have."""

from __future__ import annotations

from krachtlokaal.assignment.problem import Participant, Session


def possible(participant: Participant, sessions: list[Session]) -> list[Session]:
    """The sessions that a participant could have, what is fixed respected."""
    fixed = set(participant.fixed.values())
    held = {session.workshop for session in sessions if session.id in fixed}
    return [
        session
        for session in sessions
        if session.id in fixed
        or (
            session.round in participant.rounds
            and session.round not in participant.fixed
            and session.id not in participant.excluded
            and session.workshop not in held
            and (not participant.only_wishes or session.workshop in participant.wishes)
        )
    ]
