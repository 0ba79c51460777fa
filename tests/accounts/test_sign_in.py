"""Signing in by a mailed code, as a user does it."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Membership, User, Workspace
from krachtlokaal.accounts.services import codes
from krachtlokaal.core import guard
from krachtlokaal.office.letters import write
from krachtlokaal.office.models import OutboxMail
from tests.accounts import factories

pytestmark = pytest.mark.django_db

ADDRESS = "ad@oevermeer.example"


@pytest.fixture
def reader(place: Workspace) -> User:
    """Without a second factor."""
    owner = factories.user(ADDRESS)
    factories.membership(place, owner, Role.LEZER)
    return owner


def ask(client: Client, email: str = ADDRESS, **more: str) -> str:
    """Ask for a code; returns where the browser ends."""
    answer = client.post("/inloggen/", {"email": email, **more}, follow=True)
    return str(answer.redirect_chain[-1][0]) if answer.redirect_chain else ""


def last_mail() -> OutboxMail:
    with guard.system("a test reads the outbox"):
        return OutboxMail.objects.select_related("link").latest("id")


def mailed_code() -> str:
    found = re.search(r"\d{3} \d{3}", write(last_mail()).text)
    assert found
    return found.group()


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_the_code_from_the_mail_signs_in(client: Client, reader: User) -> None:
    assert ask(client) == "/inloggen/code/"
    answer = client.post("/inloggen/code/", {"code": mailed_code()})
    assert (answer.status_code, answer["Location"]) == (302, "/start/")
    assert client.session["_auth_user_id"] == str(reader.pk)


def test_she_comes_where_she_wanted_to_be(client: Client, reader: User) -> None:
    answer = client.get("/werkruimte/")
    assert answer["Location"] == "/inloggen/?next=/werkruimte/"
    page = client.get(answer["Location"])
    assert page.context["redirect_field_value"] == "/werkruimte/"
    place = ask(client, next="/werkruimte/")
    answer = client.post(place, {"code": mailed_code(), "next": "/werkruimte/"})
    assert answer["Location"] == "/werkruimte/"


def test_looking_at_the_pages_uses_nothing_up(client: Client, reader: User) -> None:
    ask(client)
    for _turn in range(5):
        assert client.get("/inloggen/code/").status_code == 200
    client.post("/inloggen/code/", {"code": mailed_code()})
    assert is_signed_in(client)


def test_a_wrong_code_gets_a_sentence(client: Client, reader: User) -> None:
    ask(client)
    answer = client.post("/inloggen/code/", {"code": "x"})
    assert "Deze code klopt niet." in answer.content.decode()
    assert not is_signed_in(client)


def test_after_three_wrong_codes_the_right_one_is_worth_nothing(
    client: Client, reader: User
) -> None:
    ask(client)
    right = mailed_code()
    for _turn in range(3):
        answer = client.post("/inloggen/code/", {"code": "x"}, follow=True)
    assert "U probeerde het te vaak." in answer.content.decode()
    client.post("/inloggen/code/", {"code": right})
    assert not is_signed_in(client)


def test_an_old_code_gets_a_sentence(client: Client, reader: User) -> None:
    ask(client)
    right = mailed_code()
    session = client.session
    session["account_login"]["state"]["stages"]["login_by_code"]["data"]["at"] -= 901
    session.save()
    answer = client.post("/inloggen/code/", {"code": right}, follow=True)
    assert "Deze code is te oud." in answer.content.decode()
    assert not is_signed_in(client)


def test_a_new_code_can_be_asked_and_the_old_one_stops(client: Client, reader: User) -> None:
    ask(client)
    old = mailed_code()
    client.post("/inloggen/code/", {"action": "resend"})
    new = mailed_code()
    client.post("/inloggen/code/", {"code": old})
    assert not is_signed_in(client)
    client.post("/inloggen/code/", {"code": new})
    assert is_signed_in(client)


def test_she_can_take_another_address(client: Client, reader: User) -> None:
    ask(client, "verkeerd@oevermeer.example")
    answer = client.post("/uitloggen/", {"next": "/inloggen/"})
    assert answer["Location"] == "/inloggen/"
    assert client.get("/inloggen/").status_code == 200


def test_an_unknown_address_gets_the_same_page(reader: User) -> None:
    known, unknown = Client(), Client()
    assert ask(known) == ask(unknown, "niemand@oevermeer.example")

    def page(client: Client, email: str) -> str:
        text = client.get("/inloggen/code/").content.decode()
        text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"', "", text)
        return text.replace(email, "ADRES")

    assert page(known, ADDRESS) == page(unknown, "niemand@oevermeer.example")


def test_an_unknown_address_costs_the_same_work(reader: User) -> None:
    Client().post("/inloggen/", {"email": "eerste@oevermeer.example"})
    counts = []
    for email in (ADDRESS, "niemand@oevermeer.example"):
        with CaptureQueriesContext(connection) as queries:
            Client().post("/inloggen/", {"email": email})
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_an_unknown_address_hears_that_there_is_no_account(client: Client) -> None:
    ask(client, "niemand@oevermeer.example")
    assert write(last_mail()).subject == "U heeft nog geen account bij Kracht Lokaal"
    assert not is_signed_in(client)


def test_a_closed_account_gets_no_code(client: Client, reader: User) -> None:
    reader.is_active = False
    reader.save()
    ask(client)
    assert last_mail().template == "geen-account"


def test_something_that_is_no_address_gets_a_sentence(client: Client) -> None:
    answer = client.post("/inloggen/", {"email": "ad@oevermeer"})
    assert "Dit adres is niet compleet." in answer.content.decode()
    assert 'value="ad@oevermeer"' in answer.content.decode()


def test_the_code_stands_in_no_table(client: Client, reader: User) -> None:
    ask(client)
    code = mailed_code().replace(" ", "")
    with guard.system("a test looks everywhere"):
        row = str(OutboxMail.objects.values().latest("id"))
    assert code not in row
    assert not any(code in str(s.get_decoded()) for s in Session.objects.all())


def test_codes_are_six_digits_and_differ() -> None:
    made = {codes.code(codes.new_nonce()) for _turn in range(200)}
    assert len(made) > 190
    assert {len(code) for code in made} == {6}


def test_too_many_codes_for_one_address_is_refused_with_a_sentence(
    client: Client, reader: User
) -> None:
    for _turn in range(3):
        ask(Client())
    answer = client.post("/inloggen/", {"email": ADDRESS})
    assert "U probeerde het te vaak." in answer.content.decode()


def test_the_counting_stands_in_the_database(client: Client, reader: User) -> None:
    ask(client)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_cache WHERE cache_key LIKE %s", ["%rl:%"])
        row = cursor.fetchone()
    assert row is not None
    assert row[0] > 0


def test_too_many_keys_from_one_place_get_a_page(client: Client, db: None) -> None:
    for _turn in range(31):
        answer = client.post("/inloggen/sleutel/", {"credential": "{}"})
    assert answer.status_code == 429
    assert "U probeerde het te vaak" in answer.content.decode()


def test_signing_in_is_remembered_at_the_membership(client: Client, reader: User) -> None:
    before = timezone.now() - timedelta(seconds=1)
    ask(client)
    client.post("/inloggen/code/", {"code": mailed_code()})
    with guard.system("a test looks"):
        used = Membership.objects.get(user=reader).last_used_at
    assert used is not None
    assert used > before


def test_her_language_comes_along(client: Client, reader: User) -> None:
    reader.language = "en"
    reader.save()
    ask(client)
    client.post("/inloggen/code/", {"code": mailed_code()})
    assert client.cookies["django_language"].value == "en"


def test_signing_out_asks_first_and_then_does_it(reader: User) -> None:
    client = factories.signed_in(reader)
    assert client.get("/uitloggen/").status_code == 200
    assert is_signed_in(client)
    client.post("/uitloggen/")
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "path",
    ["/accounts/signup/", "/inloggen/signup/", "/inloggen/password/reset/", "/inloggen/email/"],
)
def test_there_is_no_sign_up_and_no_password(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_nothing_is_mailed_outside_the_outbox(client: Client, reader: User) -> None:
    ask(client)
    assert mail.outbox == []
