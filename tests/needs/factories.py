"""Rows of needs surveys for tests: one function per model, no surprises. Ask for a scope around
them, such as `guard.workspaces(room.pk)`."""

from datetime import time, timedelta
from typing import Any

from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.needs.enums import GuestState, SurveyState
from krachtlokaal.needs.links import GUEST
from krachtlokaal.needs.models import (
    Card,
    Guest,
    NeedsSurvey,
    NeedsWave,
    PopulationMember,
    RoundTable,
)
from krachtlokaal.office import links
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries.strata import stratum_of

GUIDE = [
    "Waar bent u het meest trots op?",
    "Wat kost uw organisatie nu de meeste moeite?",
    "Wie kan daarbij helpen, en hoe?",
    "Wat moet er over een jaar anders zijn?",
]


def survey(place: Workspace, **values: Any) -> NeedsSurvey:
    """A survey of two municipalities, in the field."""
    today = timezone.localdate()
    told = {
        "title": "Behoeftepeiling 2026",
        "state": SurveyState.FIELD,
        "municipalities": ["GM0080", "GM1900"],
        "question": "Waar hebben verenigingen in onze gemeenten hulp bij nodig?",
        "starts_on": today - timedelta(days=30),
        "ends_on": today + timedelta(days=60),
        "decided_by": "De drie wethouders samen",
        "frozen_at": timezone.now(),
    }
    return NeedsSurvey.objects.create(workspace=place, **told | values)


def with_wave(asked: NeedsSurvey, wave: Wave) -> NeedsWave:
    return NeedsWave.objects.create(workspace=asked.workspace, survey=asked, wave=wave)


def member(asked: NeedsSurvey, about: Organisation) -> PopulationMember:
    """An organisation in the population, as it is now."""
    return PopulationMember.objects.create(
        workspace=asked.workspace, survey=asked, organisation=about, **stratum_of(about)
    )


def table(asked: NeedsSurvey, **values: Any) -> RoundTable:
    """A table next week with a guide of four questions."""
    told = {
        "title": "Ronde tafel Grou",
        "held_on": timezone.localdate() + timedelta(days=7),
        "starts_at": time(19, 30),
        "ends_at": time(21, 30),
        "place": "Dorpshuis De Treffer",
        "guide": list(GUIDE),
    }
    return RoundTable.objects.create(workspace=asked.workspace, survey=asked, **told | values)


def guest(at: RoundTable, **values: Any) -> Guest:
    told = {"name": "Anna de Boer", "email": "anna@tsjerkepaad.example"}
    return Guest.objects.create(workspace=at.workspace, table=at, **told | values)


def invited_guest(at: RoundTable, **values: Any) -> Guest:
    """A guest with her link."""
    made = guest(at, **{"state": GuestState.INVITED, **values})
    made.link = links.create(GUEST, workspace=at.workspace_id, object_id=made.pk)
    made.save(update_fields=["link"])
    return made


def card(at: RoundTable, text: str = "Wij vinden geen penningmeester.", **values: Any) -> Card:
    return Card.objects.create(
        workspace=at.workspace, survey=at.survey, table=at, text=text, **values
    )
