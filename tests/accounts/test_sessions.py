"""The cheap look-ups of session and user let in nobody whom Django's own would keep out."""

import pytest
from allauth.core.context import request_context
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client, RequestFactory
from django.utils import timezone

from krachtlokaal.accounts.adapters import AccountAdapter
from krachtlokaal.accounts.backends import Backend
from krachtlokaal.accounts.models import User
from tests.accounts import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> User:
    return factories.user()


def is_in(client: Client) -> bool:
    return client.get("/profiel/").status_code == 200


def test_the_user_is_the_one_that_django_finds(owner: User) -> None:
    found = Backend().get_user(owner.pk)
    assert found == owner
    assert found is not None
    names = [field.attname for field in User._meta.concrete_fields]
    assert [getattr(found, name) for name in names] == [
        getattr(User.objects.get(pk=owner.pk), name) for name in names
    ]
    assert not found._state.adding


def test_a_closed_or_removed_account_is_out_at_once(owner: User) -> None:
    client = factories.signed_in(owner)
    assert is_in(client)
    User.objects.filter(pk=owner.pk).update(is_active=False)
    assert not is_in(client)
    User.objects.filter(pk=owner.pk).update(is_active=True)
    assert is_in(client)
    User.objects.filter(pk=owner.pk).delete()
    assert not is_in(client)


def test_another_secret_of_the_account_ends_its_sessions(owner: User) -> None:
    client = factories.signed_in(owner)
    owner.set_unusable_password()
    owner.save()
    assert not is_in(client)


def test_a_session_that_was_removed_or_ran_out_is_out(owner: User) -> None:
    first, second = factories.signed_in(owner), factories.signed_in(owner)
    Session.objects.filter(pk=first.cookies["kl_session"].value).delete()
    assert (is_in(first), is_in(second)) == (False, True)
    Session.objects.update(expire_date=timezone.now())
    assert not is_in(second)


def test_who_signed_out_can_not_come_back_with_the_old_cookie(owner: User) -> None:
    client = factories.signed_in(owner)
    old = client.cookies["kl_session"].value
    client.post("/uitloggen/")
    client.cookies["kl_session"] = old
    assert not is_in(client)


def test_a_session_whose_text_was_tampered_with_is_empty(owner: User) -> None:
    client = factories.signed_in(owner)
    row = Session.objects.get(pk=client.cookies["kl_session"].value)
    Session.objects.filter(pk=row.pk).update(session_data=f"{row.session_data[:-2]}xx")
    assert not is_in(client)


@pytest.mark.parametrize("key", ["", "x", r'"a\000b"', "' OR 1=1 --", "é" * 8, "9" * 4000])
def test_a_cookie_that_is_no_session_is_a_visitor(owner: User, key: str) -> None:
    # As it comes over the line: some a library would not write.
    known = factories.signed_in(owner).cookies["kl_session"].value
    assert is_in(Client(headers={"cookie": f"kl_session={known}"}))
    client = Client(headers={"cookie": f"kl_session={key}"})
    assert not is_in(client)
    assert client.get("/").status_code == 200


def test_signing_in_gives_another_session_than_the_visitor_had(owner: User) -> None:
    client = Client()
    session = client.session
    session["account_login"] = {}
    session.save()
    before = client.session.session_key
    client.cookies["kl_session"] = before
    client.force_login(owner)
    assert client.cookies["kl_session"].value != before
    assert not Session.objects.filter(pk=before).exists()


def test_a_connection_that_was_closed_is_not_usable() -> None:
    connection.ensure_connection()
    assert connection.is_usable()
    kept, connection.connection = (
        connection.connection,
        connection.get_new_connection(connection.get_connection_params()),
    )
    try:
        connection.connection.close()
        assert not connection.is_usable()
    finally:
        connection.connection = kept


@pytest.mark.parametrize("page", ["https://[::1", "//evil.example/", "https://evil.example/"])
def test_a_page_to_return_to_that_is_not_ours_is_left_out(page: str) -> None:
    with request_context(RequestFactory().get("/")):
        assert not AccountAdapter().is_safe_url(page)
