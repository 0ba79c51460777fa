"""What the builders hand to each other while the demo world is made."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from django.db import models
from django.utils import timezone

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.register.models import Contact, Organisation
from krachtlokaal.surveys.models import QuestionnaireVersion


@dataclass
class World:
    """The world so far. `now` is the moment of loading: everything happened before it."""

    seed: int
    now: datetime
    workspaces: dict[str, Workspace] = field(default_factory=dict)
    # By mail address: "consulent@partoer.example".
    users: dict[str, User] = field(default_factory=dict)
    organisations: list[Organisation] = field(default_factory=list)
    # Workspace slug → its contacts.
    contacts: dict[str, list[Contact]] = field(default_factory=dict)
    # A short name → the published version that the waves ask.
    questionnaires: dict[str, QuestionnaireVersion] = field(default_factory=dict)

    def dice(self, subject: str) -> Random:
        """Chance of its own for each subject, so that one more note moves no organisation."""
        return Random(f"{self.seed}:{subject}")  # noqa: S311 nothing here is secret

    def ago(self, *, days: float = 0, hours: float = 0) -> datetime:
        return self.now - timedelta(days=days, hours=hours)

    def day_ago(self, days: int) -> date:
        return timezone.localdate(self.now) - timedelta(days=days)

    def in_municipalities(self, *codes: str) -> list[Organisation]:
        """Organisations that were not merged away, by where they are."""
        return [
            row
            for row in self.organisations
            if row.municipality_id in codes and not row.merged_into_id
        ]


def save_as_is(rows: Sequence[models.Model]) -> None:
    """Insert rows with the moments that they carry: `raw` leaves `auto_now_add` alone."""
    for row in rows:
        row.save_base(raw=True, force_insert=True)
