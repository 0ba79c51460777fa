"""Asking, reminding once, and who waits."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import jobs
from krachtlokaal.register.enums import CheckState
from krachtlokaal.register.models import Contact, FactCheck, Mailing
from krachtlokaal.register.services import checks, mailings
from tests.register.checks.factories import Asked, ask, start
from tests.register.mailings.factories import (
    addresses,
    last_mail,
    mailing,
    opt_out,
    reachable,
)
from tests.register.people import member, workspace

pytestmark = pytest.mark.django_db
LIST = reverse("register:checks")
LATER = timedelta(days=15)


def remind() -> int:
    return checks.remind(now=timezone.now() + LATER)


def test_a_selection_is_asked_with_a_link_for_each(room: Workspace, access: Access) -> None:
    one, _first = reachable(room, "Harmonie")
    two, _second = reachable(room, "Zangkoor")
    subject, text = mailings.starting_texts(Mailing.Kind.KLOPT)
    made = mailing(room, one, two, kind=Mailing.Kind.KLOPT, subject=subject, text=text)
    with guard.workspaces(room.pk):
        mailings.send(access=access, mailing=made, version=1, expected=2)
    jobs.run_waiting()
    with guard.workspaces(room.pk):
        found = {row.organisation_id: row for row in FactCheck.objects.select_related("link")}
    assert set(found) == {one.pk, two.pk}
    assert {row.mailing_id for row in found.values()} == {made.pk}
    days = {
        (row.link.expires_at - row.asked_at).days for row in found.values() if row.link.expires_at
    }
    assert days <= {89, 90}
    letter = last_mail()
    assert letter.subject == "Kloppen de gegevens van Zangkoor nog?"
    assert "/klopt/" in letter.body
    assert "Telefoon: 0344 123456" in letter.body
    assert "/afmelden/" in letter.extra_headers["List-Unsubscribe"]


def test_by_hand_a_contact_is_asked_again_and_the_older_link_ends(
    adviser: Client, room: Workspace
) -> None:
    before = ask(room)
    answer = adviser.post(reverse("register:contact_ask", args=[before.contact.pk]))
    assert answer["Location"] == reverse("portal:organisation", args=[before.organisation.pk])
    with guard.workspaces(room.pk):
        assert FactCheck.objects.count() == 2
    assert Client().get(before.url()).status_code == 404


@pytest.mark.parametrize(
    "values",
    [{"email": ""}, {"ended_on": "2026-01-01"}, {"mail_problem": "Vol"}],
)
def test_who_can_not_be_reached_is_not_asked(
    adviser: Client, room: Workspace, values: dict[str, str]
) -> None:
    _about, contact = reachable(room, "Harmonie", **values)
    adviser.post(reverse("register:contact_ask", args=[contact.pk]))
    with guard.workspaces(room.pk):
        assert FactCheck.objects.count() == 0


def test_who_opted_out_is_not_asked_by_hand_either(adviser: Client, room: Workspace) -> None:
    _about, contact = reachable(room, "Harmonie")
    opt_out(room, contact.email)
    page = adviser.post(reverse("register:contact_ask", args=[contact.pk]), follow=True)
    assert "Dit contact wil geen berichten meer. Bel liever." in page.content.decode()


def test_who_does_not_answer_is_reminded_once(room: Workspace) -> None:
    asked = ask(room)
    assert checks.remind() == 0
    assert remind() == 1
    assert remind() == 0
    jobs.run_waiting()
    letter = last_mail()
    assert letter.subject == "Herinnering: kloppen de gegevens van Harmonie nog?"
    assert asked.url() in letter.body


def answers(asked: Asked) -> None:
    Client().post(asked.url(), {"deed": "klopt"})


def opts_out(asked: Asked) -> None:
    opt_out(asked.room, asked.contact.email.upper())


def names_a_successor(asked: Asked) -> None:
    start(asked.room, asked.contact)


def stops(asked: Asked) -> None:
    with guard.workspaces(asked.room.pk):
        Contact.objects.filter(pk=asked.contact.pk).update(ended_on=timezone.localdate())


def loses_her_address(asked: Asked) -> None:
    with guard.workspaces(asked.room.pk):
        Contact.objects.filter(pk=asked.contact.pk).update(mail_problem="Bestaat niet")


@pytest.mark.parametrize("deed", [answers, opts_out, names_a_successor, stops, loses_her_address])
def test_nobody_else_is_reminded(room: Workspace, deed: object) -> None:
    asked = ask(room)
    deed(asked)  # type: ignore[operator]  # one of the functions above
    assert remind() == 0


def test_reminders_go_out_for_every_workspace_under_its_own_name(room: Workspace) -> None:
    ask(room)
    other = workspace("ede")
    ask(other, "Zangkoor")
    assert remind() == 2
    jobs.run_waiting()
    senders = {letter.split(" via ")[0] for letter in _senders()}
    assert senders == {"Steunpunt tiel", "Steunpunt ede"}


def _senders() -> list[str]:
    from django.core import mail

    return [letter.from_email for letter in mail.outbox if letter.subject.startswith("Herin")]


def test_an_empty_list_says_what_to_do_first(adviser: Client) -> None:
    assert "Kies in de lijst van organisaties" in adviser.get(LIST).content.decode()


def test_the_list_can_be_narrowed_to_who_waits(adviser: Client, room: Workspace) -> None:
    waits, answered, leaving = ask(room, "Een"), ask(room, "Twee"), ask(room, "Drie")
    answers(answered)
    start(room, leaving.contact)
    names = {
        state: [line.check.organisation.name for line in adviser.get(LIST, query).context["page"]]
        for state, query in {
            "": {},
            "open": {"toestand": "open"},
            "klopt": {"toestand": "klopt"},
            "onzin": {"toestand": "onzin"},
        }.items()
    }
    assert names["open"] == [waits.organisation.name]
    assert names["klopt"] == ["Twee"]
    assert sorted(names[""]) == sorted(names["onzin"]) == ["Drie", "Een", "Twee"]
    running = adviser.get(LIST, {"toestand": "wissel"})
    assert [row.name for row in running.context["page"]] == ["Femke"]


@pytest.mark.parametrize("state", ["", "wissel"])
@pytest.mark.parametrize("count", [1, 3])
def test_the_list_has_the_same_number_of_queries(
    adviser: Client, room: Workspace, state: str, count: int, django_assert_num_queries: object
) -> None:
    for number in range(count):
        start(room, ask(room, f"Harmonie {number}").contact)
    with django_assert_num_queries(9):  # type: ignore[operator]  # pytest-django's fixture
        page = adviser.get(LIST, {"toestand": state})
    assert len(page.context["page"].object_list) == count


def test_the_list_tells_what_changed(adviser: Client, room: Workspace) -> None:
    asked = ask(room)
    with guard.workspaces(room.pk):
        FactCheck.objects.filter(pk=asked.pk).update(
            state=CheckState.CHANGED,
            answered_at=timezone.now(),
            changes={"contact": {"phone": ["", "0344-654321"]}},
        )
    page = adviser.get(LIST, {"toestand": "gewijzigd"}).content.decode()
    assert "Telefoon: was „leeg”, is nu „0344-654321”" in page


def test_a_reader_sees_no_checks(client: Client, room: Workspace) -> None:
    client.force_login(member(room, Role.LEZER))
    assert client.get(LIST).status_code == 403


def test_a_contact_of_another_workspace_can_not_be_asked(adviser: Client) -> None:
    _about, contact = reachable(workspace("ede"), "Zangkoor")
    assert adviser.post(reverse("register:contact_ask", args=[contact.pk])).status_code == 404
    assert addresses() == []
