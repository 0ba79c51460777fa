"""Inviting a colleague: from the form to her first page."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Invitation, Membership, User, Workspace
from krachtlokaal.accounts.services import invitations
from krachtlokaal.accounts.services.members import Refused
from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.office.letters import write
from krachtlokaal.office.models import AuditEntry, OutboxMail, PersonalLink
from tests.accounts import factories

pytestmark = pytest.mark.django_db

FORM = "/werkruimte/collegas/uitnodigen/"
NEW = {"name": "Nora", "email": "nora@oevermeer.example", "role": "consulent"}


def invite(by: User, **changes: str) -> str:
    answer = factories.signed_in(by).post(FORM, NEW | changes, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def fresh(row: Invitation) -> Invitation:
    with guard.system("a test looks"):
        return Invitation.objects.select_related("link").get(pk=row.pk)


def last() -> Invitation:
    with guard.system("a test looks"):
        return Invitation.objects.select_related("link").latest("id")


def address(row: Invitation) -> str:
    return f"/uitnodiging/{links.token(row.link)}/"


def test_the_invited_gets_a_mail_with_an_own_link(coordinator: User) -> None:
    assert "Nora krijgt een mail" in invite(coordinator)
    with guard.system("a test reads the outbox"):
        letter = write(OutboxMail.objects.select_related("link").latest("id"))
    assert letter.subject == "Uitnodiging voor Steunpunt Oevermeer in Kracht Lokaal"
    assert address(last()) in letter.text
    assert "Cora vraagt u om mee te werken" in letter.text


def test_the_link_shows_what_it_is_and_uses_nothing_up(coordinator: User) -> None:
    invite(coordinator)
    for _turn in range(3):
        answer = Client().get(address(last()))
        text = answer.content.decode()
        assert (answer.status_code, "Ja, ik doe mee" in text, "Consulent" in text) == (
            200,
            True,
            True,
        )
    assert not User.objects.filter(email=NEW["email"]).exists()


def test_saying_yes_makes_a_user_and_a_member_and_signs_in(
    client: Client, coordinator: User, place: Workspace
) -> None:
    invite(coordinator)
    answer = client.post(address(last()), follow=True)
    nora = User.objects.get(email=NEW["email"])
    assert client.session["_auth_user_id"] == str(nora.pk)
    assert answer.redirect_chain[0] == ("/start/", 302)
    with guard.workspaces(place.pk):
        assert Membership.objects.get(user=nora).role == Role.CONSULENT
        done = AuditEntry.objects.filter(verb="invitation.accepted").get()
    assert (done.actor_kind, done.actor_name) == ("link", "Nora")


def test_a_role_that_needs_a_key_asks_for_it_at_once(client: Client, coordinator: User) -> None:
    invite(coordinator, role="coordinator")
    assert "een tweede sleutel" in client.get(address(last())).content.decode()
    client.post(address(last()))
    assert client.get("/start/")["Location"] == "/profiel/beveiliging/tweede-sleutel/"


def test_who_has_an_account_joins_with_it(client: Client, coordinator: User) -> None:
    nora = factories.user(NEW["email"], "Nora van Elders")
    invite(coordinator)
    client.post(address(last()))
    assert User.objects.filter(email=NEW["email"]).get() == nora


def test_the_link_does_not_pass_by_her_second_key(client: Client, coordinator: User) -> None:
    factories.key(factories.user(NEW["email"]))
    invite(coordinator)
    answer = client.post(address(last()))
    assert answer["Location"] == "/inloggen/tweede-stap/"
    assert "_auth_user_id" not in client.session


def test_a_second_yes_changes_nothing(client: Client, coordinator: User) -> None:
    invite(coordinator)
    client.post(address(last()))
    again = Client().post(address(last()))
    assert "intussen aangenomen of ingetrokken" in again.content.decode()
    assert "al aangenomen" in Client().get(address(last())).content.decode()


def test_a_withdrawn_link_is_not_there(coordinator: User) -> None:
    invite(coordinator)
    row = last()
    factories.signed_in(coordinator).post(f"/werkruimte/uitnodigingen/{row.pk}/intrekken/")
    assert Client().get(address(row)).status_code == 404
    assert Client().post(address(row)).status_code == 404


def test_after_fourteen_days_the_link_is_not_there(coordinator: User) -> None:
    invite(coordinator)
    row = last()
    assert row.link.expires_at is not None
    assert abs(row.link.expires_at - timezone.now() - timedelta(days=14)) < timedelta(minutes=1)
    with guard.system("a test turns the clock"):
        PersonalLink.objects.filter(pk=row.link_id).update(expires_at=timezone.now())
    assert Client().get(address(row)).status_code == 404
    text = factories.signed_in(coordinator).get("/werkruimte/collegas/").content.decode()
    assert "De link is verlopen." in text


def test_sending_again_gives_a_new_link_and_stops_the_old(coordinator: User) -> None:
    invite(coordinator)
    row = last()
    factories.signed_in(coordinator).post(f"/werkruimte/uitnodigingen/{row.pk}/opnieuw/")
    assert Client().get(address(row)).status_code == 404
    assert Client().get(address(fresh(row))).status_code == 200


def test_one_address_is_invited_once(coordinator: User) -> None:
    invite(coordinator)
    text = invite(coordinator, email="NORA@oevermeer.example")
    assert "staat al een uitnodiging open" in text
    assert 'value="Nora"' in text


def test_a_colleague_is_not_invited_again(coordinator: User, adviser: User) -> None:
    assert "werkt al in deze werkruimte" in invite(coordinator, email=adviser.email)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("email", "nora@oevermeer", "Dit adres is niet compleet."),
        ("name", " ", "Vul de naam van uw collega in."),
        ("role", "landelijk", "Deze rol kunt u hier niet geven."),
        ("role", "baas", "Deze rol kunt u hier niet geven."),
    ],
)
def test_what_is_wrong_gets_a_sentence(
    coordinator: User, field: str, value: str, sentence: str
) -> None:
    assert sentence in invite(coordinator, **{field: value})
    with guard.system("a test looks"):
        assert not Invitation.objects.exists()


def test_invitations_of_elsewhere_are_not_there(coordinator: User, elsewhere: Workspace) -> None:
    stranger = factories.member(elsewhere, Role.COORDINATOR)
    row = factories.invitation(elsewhere, stranger)
    client = factories.signed_in(coordinator)
    assert client.post(f"/werkruimte/uitnodigingen/{row.pk}/opnieuw/").status_code == 404
    assert client.post(f"/werkruimte/uitnodigingen/{row.pk}/intrekken/").status_code == 404
    assert fresh(row).withdrawn_at is None


def test_advisers_do_not_invite(adviser: User) -> None:
    assert factories.signed_in(adviser).get(FORM).status_code == 403


def test_a_closed_account_is_told_so(coordinator: User, place: Workspace) -> None:
    closed = factories.user(NEW["email"])
    closed.is_active = False
    closed.save()
    invite(coordinator)
    assert "Uw account is gesloten." in Client().post(address(last())).content.decode()
    with guard.workspaces(place.pk):
        assert not Membership.objects.filter(user=closed).exists()


def test_who_is_signed_in_as_somebody_else_becomes_the_invited(
    coordinator: User, adviser: User
) -> None:
    invite(coordinator)
    client = factories.signed_in(adviser)
    client.post(address(last()))
    nora = User.objects.get(email=NEW["email"])
    assert client.session["_auth_user_id"] == str(nora.pk)


def test_withdrawing_what_is_accepted_is_refused(coordinator: User, place: Workspace) -> None:
    row = factories.invitation(place, coordinator)
    invitations.accept(invitation=row)
    with guard.workspaces(place.pk), pytest.raises(Refused):
        invitations.withdraw(invitation=row)


def test_a_guessed_link_is_not_there(client: Client, db: None) -> None:
    assert client.get("/uitnodiging/abcdefgh/").status_code == 404
    assert not Authenticator.objects.exists()
