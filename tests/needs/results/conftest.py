"""A survey whose outcome was released, and the page of a reader."""

from collections.abc import Callable

import pytest
from django.test import Client

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.outcome.model import Outcome, to_cells
from krachtlokaal.needs.queries.outcome import KIND
from krachtlokaal.office import releases
from tests.accounts import factories as accounts
from tests.needs import factories
from tests.needs.outcomes import example

Release = Callable[[Outcome], None]


@pytest.fixture
def reader(client: Client, room: Workspace) -> Client:
    client.force_login(accounts.member(room, Role.LEZER))
    return client


@pytest.fixture
def survey(room: Workspace) -> NeedsSurvey:
    with guard.workspaces(room.pk):
        return factories.survey(room, municipalities=["GM0080", "GM1900", "GM1970"])


@pytest.fixture
def release(room: Workspace, survey: NeedsSurvey) -> Release:
    def record(outcome: Outcome) -> None:
        with guard.workspaces(room.pk):
            releases.record(KIND, str(survey.pk), to_cells(outcome), workspace=room.pk)

    return record


@pytest.fixture
def shown(release: Release) -> Outcome:
    """The example of all tests, released."""
    outcome = example()
    release(outcome)
    return outcome
