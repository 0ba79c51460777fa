"""One click signs in as somebody of the demo world, and only in the demo."""

import pytest
from django.test import Client
from django.urls import get_resolver
from pytest_django import Settings

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.demo_world.roles import BY_KEY, OTHERS, ROLES
from krachtlokaal.office import links
from krachtlokaal.surveys.enums import Progress
from krachtlokaal.surveys.models import Invitation
from tests.accounts.factories import membership, user, workspace
from tests.portal import demo_addresses
from tests.register import factories as register
from tests.surveys import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings: Settings) -> None:
    settings.DEMO = True
    settings.ROOT_URLCONF = demo_addresses.__name__


@pytest.fixture
def partoer(db: None) -> Workspace:
    room = workspace("partoer")
    membership(room, user(BY_KEY["coordinator"].email), Role.COORDINATOR)
    return room


@pytest.mark.usefixtures("demo")
def test_each_role_has_a_card_with_a_button(client: Client) -> None:
    text = client.get("/demo/").content.decode()
    for role in (*ROLES, *OTHERS):
        assert f'action="/demo/inloggen/{role.key}/"' in text
    assert 'href="/postvak/"' in text


@pytest.mark.usefixtures("demo")
def test_one_click_is_enough_also_where_a_second_factor_is_asked(
    client: Client, partoer: Workspace
) -> None:
    answer = client.post("/demo/inloggen/coordinator/", follow=True)
    assert answer.redirect_chain == [("/start/", 302)]
    assert answer.status_code == 200
    assert answer.wsgi_request.access.workspace == partoer  # type: ignore[attr-defined]  # set by the gate


@pytest.mark.usefixtures("demo")
def test_who_has_no_account_finds_a_link_that_opens(client: Client, partoer: Workspace) -> None:
    with guard.workspaces(partoer.pk):
        asked = factories.wave(partoer)
        invitation = factories.invitation(asked, register.organisation("Fanfare De Waalrand"))
        Invitation.objects.filter(pk=invitation.pk).update(progress=Progress.REACHED)
        address = f"/meting/{links.token(invitation.link)}/"
    text = client.get("/demo/").content.decode()
    assert f'href="{address}"' in text
    assert "Als bestuurslid van Fanfare De Waalrand" in text
    assert client.get(address).status_code == 200


@pytest.mark.usefixtures("demo", "partoer")
def test_looking_changes_nothing(client: Client) -> None:
    assert client.get("/demo/inloggen/coordinator/").status_code == 405
    assert client.get("/start/").status_code == 302


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("key", ["niemand", "consulent"])
def test_who_is_not_there_is_not_found(client: Client, key: str) -> None:
    assert client.post(f"/demo/inloggen/{key}/").status_code == 404


def test_outside_the_demo_there_is_no_such_address(client: Client) -> None:
    assert client.get("/demo/").status_code == 404
    assert "demo" not in get_resolver().namespace_dict


@pytest.mark.usefixtures("partoer")
def test_outside_the_demo_the_view_itself_refuses(client: Client, settings: Settings) -> None:
    settings.ROOT_URLCONF = demo_addresses.__name__
    assert client.post("/demo/inloggen/coordinator/").status_code == 404
