"""A steunpunt with an adviser who is signed in."""

import pytest
from django.test import Client

from krachtlokaal.accounts.access import Access, Seat
from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import User, Workspace
from tests.register import factories
from tests.register.people import member, workspace


@pytest.fixture
def room(db: None) -> Workspace:
    made = workspace("tiel", municipalities=[factories.TIEL])
    Workspace.objects.filter(pk=made.pk).update(phone="0344 123456", email="post@tiel.example")
    return made


@pytest.fixture
def user(room: Workspace) -> User:
    return member(room)


@pytest.fixture
def adviser(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


@pytest.fixture
def access(room: Workspace, user: User) -> Access:
    seat = Seat(room, Role.CONSULENT)
    return Access(user, seat, (seat,), has_second_factor=True)
