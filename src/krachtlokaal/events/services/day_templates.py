"""The parts that each kind of day starts with, at the times of an ordinary day."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from krachtlokaal.events.enums import EventKind, PartKind

WELCOME, OPENING, LUNCH = _("Ontvangst"), _("Opening"), _("Lunch")
MEASURING, CLOSING = _("Samen invullen"), _("Afsluiting")


@dataclass(frozen=True)
class Part:
    """A part as a template tells it; only rounds have a number, and they need no title."""

    kind: PartKind
    starts_at: time
    ends_at: time
    title: str | Promise = ""
    number: int | None = None

    def values(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "title": str(self.title),
            "number": self.number,
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
        }


def _round(number: int, starts_at: time) -> Part:
    """An hour."""
    ends_at = starts_at.replace(hour=starts_at.hour + 1)
    return Part(PartKind.ROUND, starts_at, ends_at, number=number)


# Advice and the market are at the same time: nobody waits for her turn with nothing to do.
DOE_DAG = (
    Part(PartKind.PLENARY, time(9, 30), time(10), WELCOME),
    Part(PartKind.PLENARY, time(10), time(10, 30), OPENING),
    _round(1, time(10, 30)),
    _round(2, time(11, 45)),
    Part(PartKind.BREAK, time(12, 45), time(13, 30), LUNCH),
    _round(3, time(13, 30)),
    Part(PartKind.CONSULTATION, time(14, 45), time(15, 45)),
    Part(PartKind.MARKET, time(14, 45), time(15, 45)),
    # Six times eight minutes.
    Part(PartKind.NETWORKING, time(15, 45), time(16, 33)),
    Part(PartKind.PLENARY, time(16, 35), time(17), CLOSING),
)
WORKSHOP_DAY = (
    Part(PartKind.PLENARY, time(9, 30), time(10), WELCOME),
    Part(PartKind.PLENARY, time(10), time(10, 15), OPENING),
    _round(1, time(10, 15)),
    _round(2, time(11, 30)),
    Part(PartKind.BREAK, time(12, 30), time(13, 15), LUNCH),
    Part(PartKind.PLENARY, time(13, 15), time(13, 45), CLOSING),
)
INSTRUMENT_SESSION = (
    Part(PartKind.PLENARY, time(19), time(19, 30), WELCOME),
    Part(PartKind.PLENARY, time(19, 30), time(20, 30), MEASURING),
    Part(PartKind.CONSULTATION, time(20, 30), time(21, 30)),
    Part(PartKind.PLENARY, time(21, 30), time(21, 45), CLOSING),
)
TEMPLATES: dict[str, tuple[Part, ...]] = {
    EventKind.DOE_DAG: DOE_DAG,
    EventKind.WORKSHOP_DAY: WORKSHOP_DAY,
    EventKind.INSTRUMENT_SESSION: INSTRUMENT_SESSION,
    EventKind.BLANK: (),
}


def parts_of(kind: str) -> tuple[Part, ...]:
    return TEMPLATES[kind]
