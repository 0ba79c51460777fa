"""The things of needs surveys that addresses name; see objects.py."""

from collections.abc import Callable
from typing import Any

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.needs.enums import SurveyState
from tests.needs import factories

Arguments = dict[str, Any]
Factory = Callable[[Workspace, User], Arguments]


def _survey(place: Workspace, _owner: User) -> Arguments:
    return {"pk": factories.survey(place).pk}


def _preparing(place: Workspace, _owner: User) -> Arguments:
    made = factories.survey(place, state=SurveyState.PREPARING, frozen_at=None)
    return {"pk": made.pk}


def _table(place: Workspace, _owner: User) -> Arguments:
    return {"pk": factories.table(factories.survey(place)).pk}


NEEDS_OBJECTS: dict[str, Factory] = {
    "needs_survey": _survey,
    "needs_preparing": _preparing,
    "needs_table": _table,
}
