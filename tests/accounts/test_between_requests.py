"""What is taken from somebody is gone at her next request, however quickly a page is found."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.access import SESSION_WORKSPACE
from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.gate import SECOND_FACTOR_URL
from krachtlokaal.accounts.models import Membership, User, Workspace
from krachtlokaal.core import guard
from tests.accounts import factories

pytestmark = pytest.mark.django_db
PAGES = ["/start/", "/organisaties/"]


@pytest.fixture
def room() -> Workspace:
    return factories.workspace()


@pytest.fixture
def owner(room: Workspace) -> User:
    return factories.member(room, Role.COORDINATOR)


def status(client: Client, page: str) -> int:
    return client.get(page).status_code


def end(place: Workspace) -> None:
    with guard.workspaces(place.pk):
        Membership.objects.update(ended_at=timezone.now())


@pytest.mark.parametrize("page", PAGES)
def test_a_membership_that_ended(room: Workspace, owner: User, page: str) -> None:
    client = factories.signed_in(owner)
    assert status(client, page) == 200
    end(room)
    assert status(client, page) == 403


@pytest.mark.parametrize("page", PAGES)
def test_a_workspace_that_was_archived(room: Workspace, owner: User, page: str) -> None:
    client = factories.signed_in(owner)
    assert status(client, page) == 200
    Workspace.objects.filter(pk=room.pk).update(archived_at=timezone.now())
    assert status(client, page) == 403


@pytest.mark.parametrize("page", PAGES)
def test_a_second_factor_that_was_removed(owner: User, page: str) -> None:
    client = factories.signed_in(owner)
    assert status(client, page) == 200
    owner.authenticator_set.all().delete()
    answer = client.get(page)
    assert (answer.status_code, answer["Location"]) == (302, reverse(SECOND_FACTOR_URL))


def test_another_role_counts_at_once(room: Workspace, owner: User) -> None:
    client = factories.signed_in(owner)
    link = f'href="{reverse("register:pairs")}"'
    assert link in client.get("/start/").content.decode()
    with guard.workspaces(room.pk):
        Membership.objects.update(role=Role.LEZER)
    assert link not in client.get("/start/").content.decode()


def test_the_name_in_the_frame_is_of_the_seat_that_is_left(room: Workspace, owner: User) -> None:
    other = factories.workspace("elders")
    factories.membership(other, owner, Role.CONSULENT)
    client = factories.signed_in(owner)
    session = client.session
    session[SESSION_WORKSPACE] = room.pk
    session.save()
    assert f"<small>{room.name}</small>" in client.get("/start/").content.decode()
    end(room)
    text = client.get("/start/").content.decode()
    assert f"<small>{other.name}</small>" in text
    assert room.name not in text


def test_two_people_in_turns_each_read_their_own_page(room: Workspace, owner: User) -> None:
    other = factories.member(factories.workspace("elders"), Role.LEZER)
    clients = [factories.signed_in(owner), factories.signed_in(other)]
    names = [(str(owner), str(other)), (str(other), str(owner))]
    for _ in range(2):
        for client, (own, foreign) in zip(clients, names, strict=True):
            text = client.get("/start/").content.decode()
            assert f"<strong>{own}</strong>" in text
            assert f"<strong>{foreign}</strong>" not in text
