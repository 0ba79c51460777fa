"""Signing in at one's own organisation: only who has an account, only with a vouched address."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.providers import registry
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import User, Workspace
from tests.accounts import factories
from tests.accounts.provider import CLIENT, Provider, running
from tests.accounts.test_sign_in import is_signed_in

pytestmark = pytest.mark.django_db

DOOR = "/inloggen/via/organisatie/"
BACK = "/inloggen/via/organisatie/terug/"


@pytest.fixture(autouse=True)
def installed() -> Iterator[None]:
    """With KL_OIDC_SERVER the settings name the app that registers the provider."""
    registry.register(OpenIDConnectProvider)
    yield
    del registry.provider_map[OpenIDConnectProvider.id]


@pytest.fixture
def provider(settings: Settings) -> Iterator[Provider]:
    with running() as provider:
        settings.SOCIALACCOUNT_PROVIDERS = provider.settings()
        yield provider


@pytest.fixture
def reader(place: Workspace) -> User:
    owner = factories.user("ad@oevermeer.example")
    factories.membership(place, owner, Role.LEZER)
    return owner


def come_back(client: Client, provider: Provider, **claims: object) -> HttpResponse:
    """Go to the provider, be known there as the claims say, and come back."""
    provider.claims = {"sub": "42", **claims}
    sent = urlsplit(client.post(DOOR)["Location"])
    assert f"{sent.scheme}://{sent.netloc}{sent.path}" == f"{provider.url}/authorization"
    query = parse_qs(sent.query)
    assert query["client_id"] == [CLIENT]
    assert query["code_challenge_method"] == ["S256"]
    answer = client.get(BACK, {"code": "abc", "state": query["state"][0]})
    assert isinstance(answer, HttpResponse)
    return answer


def test_the_door_is_shown_when_it_is_there(client: Client, provider: Provider) -> None:
    assert "Log in via de gemeente" in client.get("/inloggen/").content.decode()


def test_there_is_no_door_without_settings(client: Client) -> None:
    assert "Log in via" not in client.get("/inloggen/").content.decode()
    assert client.post(DOOR).status_code == 404
    assert client.get(BACK).status_code == 404


def test_who_has_an_account_comes_in(client: Client, provider: Provider, reader: User) -> None:
    answer = come_back(client, provider, email=reader.email, email_verified=True)
    assert answer["Location"] == "/start/"
    assert client.session["_auth_user_id"] == str(reader.pk)


def test_the_second_time_the_organisation_knows_her_by_number(
    provider: Provider, reader: User
) -> None:
    come_back(Client(), provider, email=reader.email, email_verified=True)
    client = Client()
    come_back(client, provider, email="nieuw.adres@oevermeer.example", email_verified=True)
    assert client.session["_auth_user_id"] == str(reader.pk)


def test_an_address_that_nobody_vouches_for_opens_nothing(
    client: Client, provider: Provider, reader: User
) -> None:
    answer = come_back(client, provider, email=reader.email, email_verified=False)
    assert "U heeft nog geen account" in answer.content.decode()
    assert not is_signed_in(client)


def test_nobody_gets_an_account_this_way(client: Client, provider: Provider) -> None:
    answer = come_back(client, provider, email="vreemd@elders.example", email_verified=True)
    assert "U heeft nog geen account" in answer.content.decode()
    assert not User.objects.exists()


def test_her_second_key_is_asked_here_too(
    client: Client, provider: Provider, adviser: User
) -> None:
    answer = come_back(client, provider, email=adviser.email, email_verified=True)
    assert answer["Location"] == "/inloggen/tweede-stap/"
    assert not is_signed_in(client)


def test_a_closed_account_stays_closed(client: Client, provider: Provider, reader: User) -> None:
    reader.is_active = False
    reader.save()
    come_back(client, provider, email=reader.email, email_verified=True)
    assert not is_signed_in(client)


def test_a_token_for_another_product_is_refused(
    client: Client, provider: Provider, reader: User
) -> None:
    provider.audience = "iets-anders"
    answer = come_back(client, provider, email=reader.email, email_verified=True)
    assert "Inloggen is niet gelukt" in answer.content.decode()
    assert not is_signed_in(client)


def test_a_provider_that_says_no_gets_a_sentence(
    client: Client, provider: Provider, reader: User
) -> None:
    provider.refuses = True
    answer = come_back(client, provider, email=reader.email, email_verified=True)
    assert "Inloggen is niet gelukt" in answer.content.decode()


def test_a_made_up_return_opens_nothing(client: Client, provider: Provider) -> None:
    answer = client.get(BACK, {"code": "abc", "state": "verzonnen"})
    assert "Inloggen is niet gelukt" in answer.content.decode()


def test_a_provider_that_is_away_gets_a_sentence(client: Client, settings: Settings) -> None:
    with running() as gone:
        settings.SOCIALACCOUNT_PROVIDERS = gone.settings()
    answer = client.post(DOOR)
    assert answer.status_code == 502
    assert "Inloggen is niet gelukt" in answer.content.decode()


def test_who_stops_halfway_is_told_so(client: Client, provider: Provider) -> None:
    state = parse_qs(urlsplit(client.post(DOOR)["Location"]).query)["state"][0]
    answer = client.get(BACK, {"error": "access_denied", "state": state}, follow=True)
    assert "U stopte met inloggen." in answer.content.decode()


def test_a_link_does_not_send_anybody_off_by_itself(client: Client, provider: Provider) -> None:
    assert "U gaat naar de inlogpagina van de gemeente" in client.get(DOOR).content.decode()


def test_connecting_accounts_is_no_door(client: Client, provider: Provider) -> None:
    assert client.post(f"{DOOR}?process=connect").status_code == 404
