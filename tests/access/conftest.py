"""One world for the whole matrix: made once, in a transaction that each test leaves as it was."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.core import guard
from krachtlokaal.register.models import Municipality
from tests.access.objects import OBJECTS, Arguments
from tests.access.table import Line
from tests.accounts import factories

OPERATES = "operator"
ASKERS = [*Role, OPERATES]
Asker = Role | str


@dataclass(frozen=True)
class World:
    """Two workspaces; a member per role in the first, and an operator who is in none."""

    mine: Workspace
    other: Workspace
    askers: dict[Asker, User]
    stranger: User
    sessions: dict[int, str]

    def browser(self, user: User) -> Client:
        """A browser in which this user is signed in."""
        client = Client()
        client.cookies["kl_session"] = self.sessions[user.pk]
        return client

    def thing(self, line: Line, *, foreign: bool, asker: User) -> Arguments:
        if not line.thing:
            return {}
        place, owner = (self.other, self.stranger) if foreign else (self.mine, asker)
        with guard.system("a test makes things in both workspaces"):
            return OBJECTS[line.thing](place, owner)


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield _build()
        transaction.set_rollback(True)


@pytest.fixture
def world(built: World, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield built
        transaction.set_rollback(True)


def _build() -> World:
    town = Municipality.objects.order_by("code").values_list("code", flat=True)[0]
    mine = factories.workspace("mijn", municipalities=[town])
    other = factories.workspace("ander", municipalities=[town])
    askers: dict[Asker, User] = {role: factories.member(mine, role) for role in Role}
    operator = factories.user("beheer@krachtlokaal.example", is_operator=True)
    factories.key(operator)
    askers[OPERATES] = operator
    stranger = factories.member(other, Role.COORDINATOR)
    sessions = {
        user.pk: factories.signed_in(user).cookies["kl_session"].value
        for user in [*askers.values(), stranger]
    }
    return World(mine, other, askers, stranger, sessions)
