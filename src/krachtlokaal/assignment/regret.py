"""What a session costs a participant, and what regret and the three figures are."""

from __future__ import annotations

from collections.abc import Iterable

from krachtlokaal.assignment.problem import Participant, Placement, Problem
from krachtlokaal.assignment.result import Figures


def cost(participant: Participant, workshop: str) -> int:
    """The place of a workshop among the wishes, counted from 0; their number if not wished.

    >>> cost(Participant("p", wishes=("a", "b")), "b"), cost(Participant("p", wishes=("a",)), "c")
    (1, 1)
    """
    wishes = participant.wishes
    return wishes.index(workshop) if workshop in wishes else len(wishes)


def ideal(wishes: int, filled: int) -> int:
    """The smallest sum of costs of so many different workshops: wishes 0, 1, … then L, L, …

    >>> ideal(2, 4)
    5
    """
    return sum(min(place, wishes) for place in range(filled))


def figures(problem: Problem, placements: Iterable[Placement]) -> Figures:
    """The three steps of a placement: filled rounds, largest regret, sum of regrets."""
    workshops = {session.id: session.workshop for session in problem.sessions}
    had: dict[str, list[str]] = {one.id: [] for one in problem.participants}
    for placed in placements:
        had[placed.participant].append(workshops[placed.session])
    regrets = [_regret(one, had[one.id]) for one in problem.participants]
    asked = [one for one in problem.participants if one.wishes and one.rounds]
    granted = sum(one.wishes[0] in had[one.id] for one in asked)
    return Figures(
        filled=sum(len(workshops) for workshops in had.values()),
        largest_regret=max(regrets, default=0),
        total_regret=sum(regrets),
        first_wish_granted=granted / len(asked) if asked else None,
    )


def _regret(participant: Participant, workshops: list[str]) -> int:
    costs = sum(cost(participant, workshop) for workshop in workshops)
    return costs - ideal(len(participant.wishes), len(workshops))
