"""Rows of measuring for tests: one function per model, no surprises. Ask for a scope around them,
such as `guard.workspaces(room.pk)`."""

import secrets
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.register.models import Contact, Organisation
from krachtlokaal.surveys import data as surveys_data
from krachtlokaal.surveys.enums import Answering, Channel, WaveState
from krachtlokaal.surveys.models import (
    Invitation,
    Measurement,
    QuestionnaireVersion,
    Wave,
)
from krachtlokaal.surveys.queries.versions import newest_published
from krachtlokaal.surveys.services import invitations, measurements, questionnaires

DATA = Path(str(surveys_data.__file__)).parent


@cache
def yaml_of(name: str = "krachtmeting_v1") -> str:
    """The text of a questionnaire that comes with the product."""
    return (DATA / f"{name}.yaml").read_text(encoding="utf-8")


def published_version(place: Workspace, name: str = "krachtmeting_v1") -> QuestionnaireVersion:
    """A questionnaire of the product, published; the same version when asked again."""
    found = newest_published(name.removesuffix("_v1"))
    return found or questionnaires.publish_from_yaml(workspace=place, text=yaml_of(name))


def draft_version(place: Workspace) -> QuestionnaireVersion:
    """A draft of a questionnaire that nobody else has."""
    text = yaml_of("evaluatie_doe_dag_v1")
    text = text.replace("key: evaluatie_doe_dag", f"key: lijst_{secrets.token_hex(6)}")
    return questionnaires.draft_from_yaml(workspace=place, text=text)


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
