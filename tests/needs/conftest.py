"""A support organisation in Leeuwarden and Súdwest-Fryslân with a coordinator who is signed in."""

import pytest
from django.test import Client

from krachtlokaal.accounts.access import Access, Seat
from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.register.queries.places import towns
from tests.accounts import factories as accounts
from tests.register.people import workspace
from tests.surveys import factories as surveys

LEEUWARDEN, SUDWEST = "GM0080", "GM1900"


@pytest.fixture
def room(db: None) -> Workspace:
    made = workspace("partoer", municipalities=[LEEUWARDEN, SUDWEST])
    Workspace.objects.filter(pk=made.pk).update(phone="058 1234567", email="post@partoer.example")
    made.refresh_from_db()
    surveys.published_version(made)
    towns()  # read once a process: the first page would count one query more
    return made


@pytest.fixture
def user(room: Workspace) -> User:
    return accounts.member(room, Role.COORDINATOR)


@pytest.fixture
def coordinator(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


@pytest.fixture
def access(room: Workspace, user: User) -> Access:
    seat = Seat(room, Role.COORDINATOR)
    return Access(user, seat, (seat,), has_second_factor=True)
