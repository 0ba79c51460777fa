"""Two workspaces with people in them."""

import pytest

from krachtlokaal.accounts.enums import Role, WorkspaceKind
from krachtlokaal.accounts.models import User, Workspace
from tests.accounts import factories


@pytest.fixture
def place(db: None) -> Workspace:
    return factories.workspace("oevermeer", municipalities=["GM0001"])


@pytest.fixture
def elsewhere(db: None) -> Workspace:
    return factories.workspace("wilgenveld", municipalities=["GM0002"])


@pytest.fixture
def national(db: None) -> Workspace:
    return factories.workspace("landelijk", kind=WorkspaceKind.LANDELIJK)


@pytest.fixture
def coordinator(place: Workspace) -> User:
    return factories.member(place, Role.COORDINATOR, "cora@oevermeer.example")


@pytest.fixture
def adviser(place: Workspace) -> User:
    return factories.member(place, Role.CONSULENT, "ad@oevermeer.example")
