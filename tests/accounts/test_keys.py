"""A second factor: asked of strong roles, set up with an app, used, lost."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.accounts.services import keys
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry, OutboxMail
from tests.accounts import factories
from tests.accounts.test_sign_in import ask, is_signed_in, mailed_code

pytestmark = pytest.mark.django_db

KEYS = "/profiel/beveiliging/"
ASKED = "/profiel/beveiliging/tweede-sleutel/"
APP = "/profiel/beveiliging/app/"


@pytest.fixture
def bare(place: Workspace) -> User:
    """A coordinator who has no key yet."""
    owner = factories.user("cora@oevermeer.example")
    factories.membership(place, owner, Role.COORDINATOR)
    return owner


def app_code(secret: str) -> str:
    """What an app would show now."""
    counter = int(time.time()) // 30
    return str(format_hotp_value(hotp_value(secret, counter)))


def set_up(client: Client) -> str:
    """Set up an app; returns where the browser ends."""
    secret = client.get(APP).context["form"].secret
    answer = client.post(APP, {"code": app_code(secret)})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_strong_roles_are_asked_for_a_key_on_every_page(bare: User) -> None:
    client = factories.signed_in(bare)
    for path in ("/start/", "/werkruimte/", "/werkruimte/collegas/", "/werkruimte/logboek/"):
        assert client.get(path)["Location"] == ASKED
    assert "Stel een tweede sleutel in" in client.get(ASKED).content.decode()


def test_others_are_not_asked(place: Workspace) -> None:
    owner = factories.user("ad@oevermeer.example")
    factories.membership(place, owner, Role.CONSULENT)
    assert factories.signed_in(owner).get("/werkruimte/").status_code == 200


def test_an_operator_is_asked_too(db: None) -> None:
    operator = factories.user("beheer@krachtlokaal.example", is_operator=True)
    assert factories.signed_in(operator).get("/beheer/sleutel-kwijt/")["Location"] == ASKED


def test_after_setting_up_she_comes_where_she_wanted_to_be(bare: User) -> None:
    client = factories.signed_in(bare)
    client.get("/werkruimte/collegas/?page=1")
    client.get(ASKED)
    assert set_up(client) == "/profiel/beveiliging/noodcodes/"
    codes = client.get("/profiel/beveiliging/noodcodes/").content.decode()
    assert codes.count("<code>") == 10
    assert 'href="/werkruimte/collegas/?page=1"' in codes
    assert client.get("/werkruimte/collegas/?page=1").status_code == 200


def test_the_page_that_asks_lets_go_of_who_has_a_key(coordinator: User) -> None:
    assert factories.signed_in(coordinator).get(ASKED)["Location"] == KEYS


def test_a_wrong_code_gets_a_sentence_and_sets_nothing_up(bare: User) -> None:
    client = factories.signed_in(bare)
    client.get(APP)
    answer = client.post(APP, {"code": "000 000 000"})
    assert "Dit lukte niet met deze sleutel of code." in answer.content.decode()
    assert not Authenticator.objects.exists()


def test_signing_in_asks_for_the_code_of_the_app(coordinator: User) -> None:
    client = Client()
    ask(client, coordinator.email)
    answer = client.post("/inloggen/code/", {"code": mailed_code()})
    assert answer["Location"] == "/inloggen/tweede-stap/"
    assert not is_signed_in(client)
    wrong = client.post("/inloggen/tweede-stap/", {"code": "123"})
    assert "Dit lukte niet met deze sleutel of code." in wrong.content.decode()
    answer = client.post("/inloggen/tweede-stap/", {"code": app_code(factories.SECRET)})
    assert (answer["Location"], is_signed_in(client)) == ("/start/", True)


def test_a_recovery_code_opens_the_door_once(bare: User) -> None:
    hers = factories.signed_in(bare)
    set_up(hers)
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    for expected in (True, False):
        client = Client()
        ask(client, bare.email)
        client.post("/inloggen/code/", {"code": mailed_code()})
        client.post("/inloggen/tweede-stap/", {"code": code})
        assert is_signed_in(client) is expected


def test_the_secret_of_an_app_is_not_readable_in_the_table(bare: User) -> None:
    client = factories.signed_in(bare)
    secret = client.get(APP).context["form"].secret
    client.post(APP, {"code": app_code(secret)})
    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in stored
    assert keys.decrypt(stored) == secret


def test_a_new_key_is_written_down_and_told_by_mail(
    bare: User,
    place: Workspace,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        set_up(factories.signed_in(bare))
    with guard.workspaces(place.pk):
        verbs = set(AuditEntry.objects.values_list("verb", flat=True))
    assert "user.key_added" in verbs
    with guard.system("a test reads the outbox"):
        assert OutboxMail.objects.filter(template="sleutel-gewijzigd", to=bare.email).exists()


def test_changing_keys_asks_again_who_she_is(coordinator: User) -> None:
    client = factories.signed_in(coordinator)
    path = "/profiel/beveiliging/app/weg/"
    answer = client.get(path)
    assert answer["Location"] == f"/inloggen/nog-een-keer/?next={path.replace('/', '%2F')}"
    assert client.get(answer["Location"]).status_code == 200
    client.post("/inloggen/nog-een-keer/", {"code": app_code(factories.SECRET), "next": path})
    assert client.get(path).status_code == 200
    assert client.post(path)["Location"] == KEYS
    assert client.get("/start/")["Location"] == ASKED


def test_the_page_with_keys_of_who_has_none(bare: User) -> None:
    text = factories.signed_in(bare).get(KEYS).content.decode()
    assert "Maak een toegangssleutel" in text
    assert "Stel een app in" in text


def test_recovery_codes_can_be_kept_and_renewed(bare: User) -> None:
    client = factories.signed_in(bare)
    set_up(client)
    kept = client.get("/profiel/beveiliging/noodcodes/bestand/")
    assert kept["Content-Type"].startswith("text/plain")
    old = client.get("/profiel/beveiliging/noodcodes/").context["unused_codes"]
    assert client.get("/profiel/beveiliging/noodcodes/nieuw/").status_code == 200
    client.post("/profiel/beveiliging/noodcodes/nieuw/")
    assert client.get("/profiel/beveiliging/noodcodes/").context["unused_codes"] != old


def test_keys_of_somebody_else_are_not_there(coordinator: User, adviser: User) -> None:
    theirs = Authenticator.objects.create(user=adviser, type="webauthn", data={"name": "x"})
    client = factories.signed_in(coordinator)
    client.post("/inloggen/nog-een-keer/", {"code": app_code(factories.SECRET)})
    for what in ("weg", "naam"):
        path = f"/profiel/beveiliging/sleutels/{theirs.pk}/{what}/"
        assert client.get(path).status_code == 404


def test_the_pages_about_keys_are_for_who_is_signed_in(client: Client, db: None) -> None:
    for path in (KEYS, APP, ASKED, "/profiel/beveiliging/noodcodes/", "/inloggen/nog-een-keer/"):
        assert client.get(path)["Location"] == f"/inloggen/?next={path}"
