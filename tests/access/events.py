"""The things of event days that addresses name; see objects.py."""

from collections.abc import Callable
from typing import Any

from krachtlokaal.accounts.models import User, Workspace
from tests.events import factories

Arguments = dict[str, Any]
Factory = Callable[[Workspace, User], Arguments]


def _day(place: Workspace, _owner: User) -> Arguments:
    return {"pk": factories.day(place).pk}


EVENT_OBJECTS: dict[str, Factory] = {"event_day": _day}
