"""Every day that a participant could have: a session, something not wished, or nothing, per round.

A pattern names the wished sessions themselves; what was not wished is one choice per round, since
all of it costs the same. Who sits where among those is decided later (`seating`); a participant for
whom that failed gets patterns that name them too (`in_full`).
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

from krachtlokaal.assignment.possible import possible
from krachtlokaal.assignment.problem import Participant, Session
from krachtlokaal.assignment.regret import cost, ideal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

NOTHING = -1
Day = tuple[int, ...]
# A choice in a round: its place in a day, what it costs, and its workshop ("" if not wished).
Choice = tuple[int, int, str]


@dataclass(frozen=True)
class Pool:
    """Patterns as columns. `days` has a row per pattern and a column per round: the number of a
    session; the number of sessions plus the number of the round for what was not wished; or
    NOTHING."""

    person: Whole
    regret: Whole
    filled: Whole
    days: Whole


def pool(
    participants: tuple[Participant, ...],
    sessions: tuple[Session, ...],
    *,
    largest: int,
    empty: bool,
    in_full: AbstractSet[int] = frozenset(),
) -> Pool:
    """The patterns whose regret is at most `largest`; with empty rounds if `empty`."""
    import numpy as np

    rounds = sorted({session.round for session in sessions})
    people, regrets, filled, days = [], [], [], []
    for number, participant in enumerate(participants):
        choices = _choices(participant, sessions, rounds, empty=empty, named=number in in_full)
        for regret, count, day in _days(len(participant.wishes), choices, largest):
            people.append(number)
            regrets.append(regret)
            filled.append(count)
            days.append(day)
    shape = (len(days), len(rounds))
    return Pool(
        np.array(people, dtype=np.int64),
        np.array(regrets, dtype=np.int64),
        np.array(filled, dtype=np.int64),
        np.array(days, dtype=np.int64).reshape(shape),
    )


def _choices(
    participant: Participant,
    sessions: tuple[Session, ...],
    rounds: list[int],
    *,
    empty: bool,
    named: bool,
) -> list[list[Choice]]:
    """What she may choose in each round, cheapest first."""
    numbers = {session.id: number for number, session in enumerate(sessions)}
    per_round: dict[int, list[Choice]] = {number: [] for number in rounds}
    unwished: set[int] = set()
    fixed = set(participant.fixed.values())
    for session in possible(participant, list(sessions)):
        wished = session.workshop in participant.wishes
        if wished or named or session.id in fixed:
            price = cost(participant, session.workshop)
            choice = (numbers[session.id], price, session.workshop)
            per_round[session.round].append(choice)
        else:
            unwished.add(session.round)
    for place, number in enumerate(rounds):
        if number in unwished:
            per_round[number].append((len(sessions) + place, len(participant.wishes), ""))
        if not per_round[number] or (empty and number not in participant.fixed):
            per_round[number].append((NOTHING, 0, ""))
    return [sorted(per_round[number], key=lambda one: (one[1], one[0])) for number in rounds]


def _days(wishes: int, choices: list[list[Choice]], largest: int) -> Iterator[tuple[int, int, Day]]:
    """Regret, filled rounds and day of each pattern, without the same workshop twice."""
    at_most = [
        sum(any(c[0] != NOTHING for c in later) for later in choices[place:])
        for place in range(len(choices) + 1)
    ]

    def further(
        place: int, spent: int, count: int, day: Day, had: frozenset[str]
    ) -> Iterator[tuple[int, int, Day]]:
        if place == len(choices):
            regret = spent - ideal(wishes, count)
            if regret <= largest:
                yield regret, count, day
            return
        for number, price, workshop in choices[place]:
            if workshop in had:
                continue
            now = count + (number != NOTHING)
            most = now + at_most[place + 1]
            if spent + price - ideal(wishes, most) > largest:
                continue
            more = had | {workshop} if workshop else had
            yield from further(place + 1, spent + price, now, (*day, number), more)

    return further(0, 0, 0, (), frozenset())
