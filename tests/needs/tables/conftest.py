"""A survey of two municipalities on an open wave, with organisations that wished and that did not
answer."""

from collections.abc import Iterator

import pytest

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.models import NeedsSurvey, RoundTable
from krachtlokaal.surveys.models import Wave
from tests.needs import factories
from tests.surveys import factories as surveys


@pytest.fixture(autouse=True)
def _in_the_room(room: Workspace) -> Iterator[None]:
    with guard.workspaces(room.pk):
        yield


@pytest.fixture
def wave(room: Workspace) -> Wave:
    return surveys.wave(room)


@pytest.fixture
def survey(room: Workspace, wave: Wave) -> NeedsSurvey:
    made = factories.survey(room)
    factories.with_wave(made, wave)
    return made


@pytest.fixture
def table(survey: NeedsSurvey) -> RoundTable:
    return factories.table(survey)
