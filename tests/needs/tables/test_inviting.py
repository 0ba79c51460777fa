"""Guests are proposed, chosen, invited by mail or letter, reminded and ticked off."""

from collections import Counter
from datetime import timedelta
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.needs.enums import GuestSource, GuestState, TableState
from krachtlokaal.needs.jobs.tables import remind_guests
from krachtlokaal.needs.models import Guest, NeedsSurvey, RoundTable
from krachtlokaal.needs.queries.proposing import proposals
from krachtlokaal.office import outbox
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.register.models import Contact
from krachtlokaal.register.services import optouts
from krachtlokaal.surveys.models import Wave
from tests.needs import factories
from tests.needs.tables import people
from tests.publishing.standard import broken_rules

YES, SILENT = GuestSource.YES, GuestSource.SILENT


def url(name: str, *args: int) -> str:
    return reverse(f"needs:{name}", args=args)


@pytest.fixture
def crowd(survey: NeedsSurvey, wave: Wave) -> None:
    """Eight who wish, eight who did not answer, four who answered and wish nothing."""
    for number in range(20):
        kind = people.willing if number < 8 else people.silent if number < 16 else people.answered
        kind(survey, wave, number)


def test_both_kinds_are_proposed_and_nobody_twice(
    coordinator: Client, survey: NeedsSurvey, table: RoundTable, crowd: None
) -> None:
    page = coordinator.get(url("table_propose", table.pk))
    rows = page.context["proposals"].rows
    assert Counter(row.source for row in rows) == {YES: 6, SILENT: 6}
    assert Counter(row.municipality for row in rows) == {"GM0080": 6, "GM1900": 6}
    assert Counter(row.sector for row in rows) == {"sport": 6, "culture": 6}
    same = coordinator.get(url("table_propose", table.pk)).context["proposals"].rows
    assert same == rows
    coordinator.post(
        url("table_propose", table.pk), {"organisatie": [row.organisation for row in rows]}
    )
    assert Counter(Guest.objects.values_list("source", "state")) == {
        (YES, GuestState.PROPOSED): 6,
        (SILENT, GuestState.PROPOSED): 6,
    }
    other = factories.table(survey, title="Ronde tafel Sneek")
    left = proposals(other, seats=12).rows
    assert Counter(row.source for row in left) == {YES: 2, SILENT: 2}
    assert {row.organisation for row in left} & {row.organisation for row in rows} == set()


def test_who_answered_without_a_wish_or_sits_elsewhere_can_not_be_picked(
    coordinator: Client, table: RoundTable, crowd: None
) -> None:
    population = table.survey.population.order_by("pk")
    answered = population.values_list("organisation_id", flat=True)[16:]
    coordinator.post(
        url("table_propose", table.pk), {"organisatie": [*answered, "x", "9" * 30, "0"]}
    )
    assert not Guest.objects.exists()


def test_more_than_twelve_do_not_fit(coordinator: Client, table: RoundTable, crowd: None) -> None:
    for number in range(11):
        factories.guest(table, name=f"Gast {number}")
    rows = proposals(table, seats=2).rows
    sent = {"organisatie": [row.organisation for row in rows]}
    page = coordinator.post(url("table_propose", table.pk), sent, follow=True)
    assert "Er is nog 1 plaats vrij." in page.content.decode()
    assert Guest.objects.count() == 11


def test_mail_letter_or_call_and_whoever_wants_no_mail_gets_none(
    coordinator: Client, survey: NeedsSurvey, wave: Wave, table: RoundTable
) -> None:
    mailed = people.willing(survey, wave, 1)
    people.willing(survey, wave, 2, reach="058 1234567")
    people.willing(survey, wave, 3)
    quiet = people.silent(survey, wave, 4)
    Contact.objects.filter(organisation=quiet).update(email="")
    quiet.address, quiet.postcode, quiet.place = "Hoofdstraat 1", "9001 AA", "Grou"
    quiet.save()
    optouts.opt_out(workspace=survey.workspace_id, email="graag3@willing.example")
    keys = [row.organisation for row in proposals(table, seats=12).rows]
    coordinator.post(url("table_propose", table.pk), {"organisatie": keys})
    page = coordinator.get(url("table_invite", table.pk))
    assert Counter(line.way for line in page.context["lines"]) == {
        "mail": 1,
        "call": 2,
        "letter": 1,
    }
    assert "Praat u mee aan de ronde tafel?" in page.content.decode()
    coordinator.post(url("table_invite", table.pk), {"aantal": "3"})
    assert not OutboxMail.objects.exists()
    coordinator.post(url("table_invite", table.pk), {"aantal": "4"})
    mail = OutboxMail.objects.get()
    assert (mail.template, mail.to) == ("needs_invitation", "graag1@willing.example")
    assert mail.about_id == Guest.objects.get(organisation=mailed).pk
    assert set(Guest.objects.values_list("state", flat=True)) == {GuestState.INVITED}
    letter = coordinator.post(url("table_letters", table.pk))
    assert broken_rules(letter.content) == []
    with pikepdf.open(BytesIO(letter.content)) as document:
        assert len(document.pages) == 1


def test_a_mail_that_comes_back_stands_at_the_guest_and_at_her_contact(
    coordinator: Client, survey: NeedsSurvey, wave: Wave, table: RoundTable
) -> None:
    about = people.silent(survey, wave, 1)
    [row] = proposals(table, seats=12).rows
    coordinator.post(url("table_propose", table.pk), {"organisatie": [row.organisation]})
    coordinator.post(url("table_invite", table.pk), {"aantal": "1"})
    mail = OutboxMail.objects.get()
    mail.state, mail.error = MailState.BOUNCED, ""
    outbox.tell_problem(mail)
    assert Guest.objects.get().problem == "Een mail aan dit adres kwam terug."
    contact = Contact.objects.get(organisation=about)
    assert contact.mail_problem == "Een mail aan dit adres kwam terug."


def test_guests_are_reminded_once_two_days_before(survey: NeedsSurvey) -> None:
    soon = factories.table(survey, held_on=timezone.localdate() + timedelta(days=2))
    factories.invited_guest(soon, state=GuestState.COMES)
    factories.invited_guest(soon, email="misschien@club.example")
    factories.invited_guest(soon, email="nee@club.example", state=GuestState.DECLINED)
    later = factories.table(survey, held_on=timezone.localdate() + timedelta(days=3))
    factories.invited_guest(later, state=GuestState.COMES)
    off = factories.table(survey, held_on=soon.held_on, state=TableState.CALLED_OFF)
    factories.invited_guest(off, state=GuestState.COMES)
    with guard.public():
        assert [remind_guests(), remind_guests()] == [2, 0]
    assert set(OutboxMail.objects.values_list("template", "to")) == {
        ("needs_reminder", "anna@tsjerkepaad.example"),
        ("needs_reminder", "misschien@club.example"),
    }


def test_who_is_there_is_ticked_off_and_back(coordinator: Client, table: RoundTable) -> None:
    here = factories.invited_guest(table, state=GuestState.COMES)
    away = factories.invited_guest(table, name="Weg", state=GuestState.COMES)
    no = factories.invited_guest(table, name="Nee", state=GuestState.DECLINED)
    sent: dict[str, Any] = {"gast": [here.pk, no.pk, "x"]}
    coordinator.post(url("table_attendance", table.pk), sent)
    assert dict(Guest.objects.values_list("pk", "state")) == {
        here.pk: GuestState.CAME,
        away.pk: GuestState.COMES,
        no.pk: GuestState.DECLINED,
    }
    coordinator.post(url("table_attendance", table.pk), {"gast": [away.pk]})
    assert set(Guest.objects.filter(state=GuestState.CAME)) == {away}


def test_somebody_is_added_changed_and_removed_by_hand(
    coordinator: Client, survey: NeedsSurvey, wave: Wave, table: RoundTable
) -> None:
    about = people.silent(survey, wave, 1)
    found = coordinator.get(url("guest_add", table.pk), {"zoek": "vereniging"}).context["found"]
    assert found == [about]
    where = f"{url('guest_add', table.pk)}?organisatie={about.pk}"
    assert coordinator.get(where).context["form"].initial["name"] == "Stil 1"
    coordinator.post(where, {"name": "Riemke", "email": "", "language": "fy"})
    made = Guest.objects.get()
    assert (made.name, made.source, made.municipality, made.sector, made.language) == (
        "Riemke",
        GuestSource.ADDED,
        "GM1900",
        "sport",
        "fy",
    )
    page = coordinator.post(url("guest", table.pk, made.pk), {"name": "", "language": "fy"})
    assert page.context["form"].errors == {"name": ["Vul de naam van de gast in."]}
    made.state = GuestState.INVITED
    made.save()
    told = {"name": "Riemke", "language": "fy", "state": GuestState.COMES, "needs": "ringleiding"}
    coordinator.post(url("guest", table.pk, made.pk), told)
    made.refresh_from_db()
    assert (made.state, made.needs) == (GuestState.COMES, "ringleiding")
    coordinator.post(url("guest_remove", table.pk, made.pk))
    assert not Guest.objects.exists()


def test_each_letter_speaks_the_language_of_its_guest(
    coordinator: Client, survey: NeedsSurvey, table: RoundTable
) -> None:
    for number, language in enumerate(("fy", "nl", "en")):
        about = people.organisation(survey, number)
        factories.invited_guest(table, email="", organisation=about, language=language)
    made = coordinator.post(url("table_letters", table.pk))
    assert broken_rules(made.content) == []
    with pikepdf.open(BytesIO(made.content)) as document:
        spoken = [
            str(one["/Lang"])
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and "/Lang" in one and "/S" in one
        ]
    assert set(spoken) == {"fy-NL", "en-NL"}  # Dutch is the language of the whole


def test_an_address_that_does_not_fit_its_window_is_named(
    coordinator: Client, survey: NeedsSurvey, table: RoundTable
) -> None:
    about = people.organisation(survey, 1, address="Wijdewormerweg " * 6)
    about.name = "Wijkvereniging Wommelwyk " * 6
    about.save()
    factories.invited_guest(table, name="Wubbechien " * 10, email="", organisation=about)
    answer = coordinator.post(url("table_letters", table.pk), follow=True)
    [told] = [str(one) for one in answer.context["messages"]]
    assert told.startswith("Dit adres past niet in het venster van een envelop: „Wijkvereniging")


@pytest.mark.parametrize("name", ["table_guide_pdf", "table_attendance_pdf"])
def test_the_sheets_are_tagged_documents(coordinator: Client, table: RoundTable, name: str) -> None:
    factories.invited_guest(table, needs="plek voor een rolstoel")
    made = coordinator.get(url(name, table.pk))
    assert broken_rules(made.content) == []
    with pikepdf.open(BytesIO(made.content)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.docinfo.Title) == table.title
