"""The things of advice that addresses name; see objects.py."""

from collections.abc import Callable
from typing import Any

from krachtlokaal.accounts.models import User, Workspace
from tests.advice import factories

Arguments = dict[str, Any]
Factory = Callable[[Workspace, User], Arguments]


def _case(place: Workspace, owner: User) -> Arguments:
    return {"pk": factories.case(place, owner).pk}


ADVICE_OBJECTS: dict[str, Factory] = {"advice_case": _case}
