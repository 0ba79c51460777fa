"""Which waves run now, for somebody who asks whether her mail is real. Public facts alone."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.core.text import words
from krachtlokaal.surveys.enums import Audience, WaveState
from krachtlokaal.surveys.models import Wave

# Words that many supporters have in their name: they say nothing about which one is meant.
COMMON = frozenset({"steunpunt", "vrijwilligerswerk", "vrijwilligers", "kracht", "lokaal", "via"})
COMMON |= frozenset({"van", "der", "den", "het", "een", "voor", "stichting", "vereniging"})


@dataclass(frozen=True)
class Running:
    """One wave that asks people now, by whom, and whom to call."""

    workspace: str
    title: str
    sender: str
    phone: str
    closes_on: date | None


def running(typed: str) -> list[Running]:
    """The waves of supporters that this can mean: by name, by who signed, or by their address."""
    wanted = [word for word in words(typed) if word not in COMMON]
    return [one for one, known in _all() if wanted and all(word in known for word in wanted)]


def _all() -> list[tuple[Running, frozenset[str]]]:
    today = timezone.localdate()
    with guard.system("whether a mail is real is told to everybody who names its sender"):
        rows = Wave.objects.filter(state=WaveState.OPEN, closes_on__gte=today)
        rows = rows.exclude(audience=Audience.SELF)
        found = list(rows.select_related("workspace", "questionnaire_version__questionnaire"))
    return [(_told(row), _words_of(row)) for row in found]


def _told(row: Wave) -> Running:
    return Running(
        row.workspace.name,
        row.questionnaire_version.questionnaire.title,
        row.sender_name,
        row.sender_phone or row.workspace.phone,
        row.closes_on,
    )


def _words_of(row: Wave) -> frozenset[str]:
    place = row.workspace
    known = " ".join([place.name, row.sender_name, row.sender_email, place.email, place.website])
    return frozenset(words(known))
