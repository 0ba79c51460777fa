"""A workspace in Tiel with people, and figures that are counted anew in each test."""

import pytest
from django.test import Client

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.portal import figures
from tests.accounts.factories import member, signed_in, workspace
from tests.register.factories import TIEL


@pytest.fixture(autouse=True)
def _count_anew() -> None:
    figures.forget()


@pytest.fixture
def room(db: None) -> Workspace:
    return workspace("tiel", municipalities=[TIEL])


@pytest.fixture
def coordinator(room: Workspace) -> Client:
    return signed_in(member(room, Role.COORDINATOR))


@pytest.fixture
def adviser(room: Workspace) -> Client:
    return signed_in(member(room, Role.CONSULENT))
