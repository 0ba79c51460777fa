"""What comes out: placements, what stays empty, figures, and bounds that prove them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from krachtlokaal.assignment.problem import Placement


class Status(StrEnum):
    """`OPTIMAL`: all three steps are proven. `FEASIBLE`: the time limit ended a proof."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"


class Step(IntEnum):
    """What is decided, in this order; a later step never changes an earlier one."""

    FILLED = 1
    LARGEST_REGRET = 2
    TOTAL_REGRET = 3
    CHANGES = 4
    COLLEAGUES = 5


class Reason(StrEnum):
    """Why a participant has nothing in a round."""

    NO_SESSION = "no_session"
    EXCLUDED = "excluded"
    ONLY_WISHES = "only_wishes"
    SAME_WORKSHOP = "same_workshop"
    TOO_FEW_PEOPLE = "too_few_people"
    FULL = "full"
    OUT_OF_TIME = "out_of_time"
    BETTER_ELSEWHERE = "better_elsewhere"


@dataclass(frozen=True)
class Empty:
    """A round in which a participant is there and has nothing."""

    participant: str
    round: int
    reason: Reason


@dataclass(frozen=True)
class Figures:
    """The three steps, and the share of participants with a wish and a round who got their first.

    `first_wish_granted` is None where nobody has a wish and a round.
    """

    filled: int
    largest_regret: int
    total_regret: int
    first_wish_granted: float | None


@dataclass(frozen=True)
class Bounds:
    """At most so many filled rounds; at least so much regret.

    The bound of a later step holds for the values found in the earlier ones. None: not reached.
    """

    filled: int | None
    largest_regret: int | None
    total_regret: int | None


@dataclass(frozen=True)
class Result:
    """`placements` are sorted by participant and round.

    `changes`: placements that the previous result did not have; None without a previous one.
    `colleague_pairs`: how often two people of one organisation are in one session.
    """

    status: Status
    placements: tuple[Placement, ...]
    empty: tuple[Empty, ...]
    figures: Figures
    bounds: Bounds
    changes: int | None
    colleague_pairs: int
    seed: int
    seconds: float
