"""What is to be placed: sessions, participants, and an earlier result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Session:
    """A workshop in a round. It runs with 0 people, or with `minimum` up to `capacity`."""

    id: str
    workshop: str
    round: int
    capacity: int
    minimum: int = 0


@dataclass(frozen=True)
class Participant:
    """Somebody who is there in `rounds`. `wishes` are workshops, dearest first, without repeats.

    `fixed`: the session that she has in a round, whatever she wished. `excluded`: sessions that she
    can't attend. `only_wishes`: rather an empty round than a workshop that she did not wish.
    `organisation`: people of the same one are spread over sessions where that costs nobody a wish.
    """

    id: str
    wishes: tuple[str, ...] = ()
    rounds: tuple[int, ...] = ()
    organisation: str | None = None
    fixed: Mapping[int, str] = field(default_factory=dict)
    excluded: frozenset[str] = frozenset()
    only_wishes: bool = False


@dataclass(frozen=True, order=True)
class Placement:
    """A participant in a session, both by their ids."""

    participant: str
    session: str


@dataclass(frozen=True)
class Problem:
    """Ids are unique. `previous` may name people and sessions that are gone."""

    sessions: tuple[Session, ...]
    participants: tuple[Participant, ...]
    previous: tuple[Placement, ...] = ()
