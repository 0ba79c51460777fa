"""What makes a problem impossible, as data; `sentences` says it in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Flaw(StrEnum):
    """What is wrong with a fixed placement."""

    UNKNOWN_SESSION = "unknown_session"
    UNKNOWN_EXCLUDED = "unknown_excluded"
    ABSENT = "absent"
    OTHER_ROUND = "other_round"
    EXCLUDED = "excluded"
    SAME_WORKSHOP = "same_workshop"
    OVER_CAPACITY = "over_capacity"
    UNDER_MINIMUM = "under_minimum"
    UNDER_MINIMUM_TOGETHER = "under_minimum_together"


@dataclass(frozen=True)
class Fault:
    """Where a problem can't be met. `number` of `needed` people: how many there are or could be."""

    flaw: Flaw
    participant: str | None = None
    round: int | None = None
    session: str | None = None
    number: int = 0
    needed: int = 0


class Impossible(Exception):  # noqa: N818 it is an answer, not a fault
    """No placement meets what is fixed."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(", ".join(fault.flaw for fault in self.faults))
