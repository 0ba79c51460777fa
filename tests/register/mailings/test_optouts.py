"""Who wants no mailings any more: one click, for good, and undone on the same page."""

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import jobs, links
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.register.models import Contact, OptOut
from krachtlokaal.register.services import checks
from tests.register.mailings.factories import mailing, reachable

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(adviser: Client, room: Workspace) -> Contact:
    """A secretary who got a mailing."""
    about, secretary = reachable(room, "Harmonie", email="Secr@Club.example")
    made = mailing(room, about)
    adviser.post(reverse("register:mailing_send", args=[made.pk]), {"version": 1, "expected": 1})
    jobs.run_waiting()
    return secretary


def address(room: Workspace) -> str:
    with guard.workspaces(room.pk):
        mail = OutboxMail.objects.select_related("link").get(template="mailing")
        assert mail.link is not None
        return reverse("register:opt_out", args=[links.token(mail.link)])


def opted_out(room: Workspace) -> list[str]:
    with guard.workspaces(room.pk):
        return list(OptOut.objects.values_list("email", flat=True))


def test_fetching_the_address_changes_nothing(contact: Contact, room: Workspace) -> None:
    page = Client().get(address(room))
    assert "Secr@Club.example" in page.content.decode()
    assert opted_out(room) == []


def test_one_click_stops_the_mailings_and_undoes_it(contact: Contact, room: Workspace) -> None:
    visitor = Client()
    assert visitor.post(address(room), {"deed": "uit"}).status_code == 302
    visitor.post(address(room), {"deed": "uit"})
    assert opted_out(room) == ["secr@club.example"]
    assert "U bent afgemeld" in visitor.get(address(room)).content.decode()
    visitor.post(address(room), {"deed": "in"})
    assert opted_out(room) == []


def test_a_mail_programme_stops_them_without_a_token(contact: Contact, room: Workspace) -> None:
    programme = Client(enforce_csrf_checks=True)
    answer = programme.post(
        address(room),
        "List-Unsubscribe=One-Click",
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code < 400
    assert opted_out(room) == ["secr@club.example"]


def test_it_outlives_the_contact_and_counts_for_a_new_one(
    adviser: Client, contact: Contact, room: Workspace
) -> None:
    Client().post(address(room))
    with guard.workspaces(room.pk):
        about = contact.organisation
        contact.delete()
    assert Client().get(address(room)).status_code == 200
    adviser.post(
        reverse("register:contact_new", args=[about.pk]),
        {"name": "Weer", "role": "secretary", "email": "secr@club.example"},
    )
    page = adviser.get(reverse("register:mailing_who", args=[mailing(room, about).pk]))
    assert "Wil geen berichten meer: 1" in page.content.decode()
    record = adviser.get(reverse("portal:organisation", args=[about.pk]))
    assert "Wil geen berichten meer" in record.content.decode()


def test_the_question_whether_data_are_right_has_its_own_way_out(room: Workspace) -> None:
    _about, secretary = reachable(room, "Harmonie")
    with guard.workspaces(room.pk):
        check = checks.ask(workspace=room, contact=secretary)
        secret = links.token(check.link)
    path = reverse("register:check_opt_out", args=[secret])
    assert secretary.email in Client().get(path).content.decode()
    Client(enforce_csrf_checks=True).post(path)
    assert opted_out(room) == [secretary.email]


def test_an_unknown_address_gets_a_friendly_page() -> None:
    page = Client().get(reverse("register:opt_out", args=["bestaatniet"]))
    assert page.status_code == 404
    assert "Deze link werkt niet" in page.content.decode()
