"""The things of needs surveys that addresses name; see objects.py."""

from collections.abc import Callable
from typing import Any

from krachtlokaal.accounts.models import User, Workspace
from tests.needs import factories

Arguments = dict[str, Any]
Factory = Callable[[Workspace, User], Arguments]


def _survey(place: Workspace, _owner: User) -> Arguments:
    return {"pk": factories.survey(place).pk}


def _table(place: Workspace, _owner: User) -> Arguments:
    return {"pk": factories.table(factories.survey(place)).pk}


NEEDS_OBJECTS: dict[str, Factory] = {
    "needs_survey": _survey,
    "needs_table": _table,
}
