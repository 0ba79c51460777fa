"""The things of measuring that addresses name; see objects.py."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.office import links, releases
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.links import OPEN
from krachtlokaal.surveys.queries.totals import KIND
from krachtlokaal.surveys.services import questionnaires
from tests.register.factories import organisation
from tests.surveys import factories

Arguments = dict[str, Any]
Factory = Callable[[Workspace, User], Arguments]


def _wave(place: Workspace, _owner: User) -> Arguments:
    return {"pk": factories.wave(place).pk}


def _totals_file(place: Workspace, _owner: User) -> Arguments:
    now = timezone.now()
    wave = factories.wave(place, state=WaveState.CLOSED, closed_at=now, settled_at=now)
    releases.record(KIND, str(wave.pk), {"organisations": 6}, workspace=place.pk)
    return {"pk": wave.pk, "kind": "xlsx"}


def _draft(place: Workspace, _owner: User) -> Arguments:
    return {"pk": factories.draft_version(place).pk}


def _published(place: Workspace, _owner: User) -> Arguments:
    return {"pk": questionnaires.publish(version=factories.draft_version(place)).pk}


def _two_versions(place: Workspace, _owner: User) -> Arguments:
    older = questionnaires.publish(version=factories.draft_version(place))
    newer = questionnaires.draft_from_version(version=older, number="1.1.0")
    return {"pk": newer.pk, "other": older.pk}


def _answer_link(place: Workspace, _owner: User) -> Arguments:
    made = factories.invitation(factories.wave(place), organisation())
    return {"secret": links.token(made.link)}


def _answer_page(place: Workspace, owner: User) -> Arguments:
    return _answer_link(place, owner) | {"key": "bestuur"}


def _open_link(place: Workspace, _owner: User) -> Arguments:
    asked = factories.wave(place)
    asked.open_link = links.create(OPEN, workspace=place.pk, object_id=asked.pk)
    asked.save(update_fields=["open_link"])
    return {"secret": links.token(asked.open_link)}


SURVEY_OBJECTS: dict[str, Factory] = {
    # Answering.
    "answer_link": _answer_link,
    "answer_page": _answer_page,
    "open_link": _open_link,
    # Questionnaires.
    "questionnaire_draft": _draft,
    "questionnaire_published": _published,
    "two_versions": _two_versions,
    # Totals.
    "totals_file": _totals_file,
    "wave": _wave,
}
