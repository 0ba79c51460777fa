"""Rows of measuring for tests: one function per model, no surprises. Ask for a scope around them,
such as `guard.workspaces(room.pk)`."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.register.models import Contact, Organisation
from krachtlokaal.surveys.enums import Answering, Channel, VersionState, WaveState
from krachtlokaal.surveys.models import (
    Invitation,
    Measurement,
    Questionnaire,
    QuestionnaireVersion,
    Wave,
)
from krachtlokaal.surveys.services import invitations, measurements


def published_version(place: Workspace) -> QuestionnaireVersion:
    """A version that waves can ask."""
    asked, _is_new = Questionnaire.objects.get_or_create(
        key="krachtmeting", defaults={"title": "KrachtMeting", "workspace": place}
    )
    version, _is_new = QuestionnaireVersion.objects.get_or_create(
        questionnaire=asked,
        number="1.0.0",
        defaults={"state": VersionState.PUBLISHED, "definition": {}},
    )
    return version


def wave(place: Workspace, **values: Any) -> Wave:
    """A wave that is open today, and for two more weeks."""
    today = timezone.localdate()
    told = {
        "title": "KrachtMeting 2026",
        "state": WaveState.OPEN,
        "answering": Answering.EACH,
        "languages": ["nl", "en", "fy"],
        "opens_on": today - timedelta(days=14),
        "closes_on": today + timedelta(days=14),
        "sender_name": "Sanne de Vries",
        "sender_phone": "0344 123456",
        "sender_email": "sanne@tiel.example",
        "controller": place.name,
    }
    if "questionnaire_version" not in values:
        told["questionnaire_version"] = published_version(place)
    return Wave.objects.create(workspace=place, **{**told, **values})


def measurement(asked: Wave, about: Organisation) -> Measurement:
    return measurements.measurement_for(wave=asked, organisation=about)


def invitation(
    asked: Wave,
    about: Organisation,
    *,
    contact: Contact | None = None,
    channel: Channel = Channel.MAIL,
    **values: Any,
) -> Invitation:
    """Somebody's invitation about an organisation; `values` as in the service, such as a name."""
    return invitations.invite(
        wave=asked,
        measurement=measurement(asked, about),
        contact=contact,
        channel=channel,
        **values,
    )
