"""A guest answers by her link, in her own language, and may change her mind until it begins."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.needs.enums import GuestState, SurveyState, TableState
from krachtlokaal.needs.models import Guest, NeedsSurvey, RoundTable
from krachtlokaal.office import links
from krachtlokaal.office.models import AuditEntry, OutboxMail
from krachtlokaal.publishing import calendars
from tests.needs import factories


@pytest.fixture
def guest(table: RoundTable) -> Guest:
    return factories.invited_guest(table)


def page_of(guest: Guest, name: str = "rsvp") -> str:
    assert guest.link is not None
    return reverse(f"needs:{name}", args=[links.token(guest.link)])


def test_she_comes_says_what_she_needs_and_gets_a_confirmation(
    client: Client, guest: Guest
) -> None:
    client.post(
        page_of(guest),
        {"deed": "ja", "name": "Anna B.", "ring": "on", "wheelchair": "on", "other": "Geen noten"},
    )
    guest.refresh_from_db()
    assert (guest.state, guest.name, guest.needs) == (
        GuestState.COMES,
        "Anna B.",
        "ringleiding; plek voor een rolstoel; Geen noten",
    )
    assert OutboxMail.objects.get().template == "needs_answer"
    page = client.get(page_of(guest) + "?doe=ja")
    assert page.context["form"].initial == {
        "name": "Anna B.",
        "ring": True,
        "wheelchair": True,
        "other": "Geen noten",
    }
    assert [entry.actor_name for entry in AuditEntry.objects.filter(verb="guest.comes")] == [""]


def test_she_changes_her_mind_until_the_conversation_begins(client: Client, guest: Guest) -> None:
    client.post(page_of(guest), {"deed": "nee"})
    guest.refresh_from_db()
    assert guest.state == GuestState.DECLINED
    client.post(page_of(guest), {"deed": "ja", "name": "Anna"})
    guest.refresh_from_db()
    assert guest.state == GuestState.COMES
    RoundTable.objects.update(held_on=timezone.localdate(), starts_at=time(0, 0))
    page = client.post(page_of(guest), {"deed": "nee"})
    assert page.status_code == 409
    assert "De ronde tafel is geweest" in page.content.decode()
    guest.refresh_from_db()
    assert guest.state == GuestState.COMES


def test_the_same_answer_again_is_no_second_mail(client: Client, guest: Guest) -> None:
    for sent in ({"deed": "ja", "name": "Anna"}, {"deed": "nee"}):
        for _time in range(3):
            assert client.post(page_of(guest), sent).status_code == 302
    assert OutboxMail.objects.filter(template="needs_answer").count() == 2
    assert AuditEntry.objects.filter(verb__in=["guest.comes", "guest.declined"]).count() == 2


def test_her_answer_stands_once_the_report_is_fixed(client: Client, guest: Guest) -> None:
    NeedsSurvey.objects.update(state=SurveyState.FINISHED)
    page = client.post(page_of(guest), {"deed": "ja", "name": "Anna"})
    assert page.status_code == 409
    assert "De ronde tafel is geweest" in page.content.decode()
    guest.refresh_from_db()
    assert guest.state == GuestState.INVITED


def test_an_empty_name_is_asked_for_and_nothing_is_lost(client: Client, guest: Guest) -> None:
    page = client.post(page_of(guest), {"deed": "ja", "name": " ", "other": "Geen noten"})
    assert page.context["form"].errors == {"name": ["Vul uw naam in. Die staat op de gastenlijst."]}
    assert 'value="Geen noten"' in page.content.decode()
    guest.refresh_from_db()
    assert guest.state == GuestState.INVITED


def test_somebody_else_comes_with_a_link_of_her_own(client: Client, guest: Guest) -> None:
    before = page_of(guest)
    Guest.objects.update(needs="ringleiding")
    sent = {"deed": "ander", "name": "Bouke", "email": "bouke@club.example"}
    page = client.post(before, sent)
    assert "Bouke krijgt een mail op bouke@club.example" in page.content.decode()
    assert client.get(before).status_code == 404
    guest.refresh_from_db()
    assert (guest.name, guest.email, guest.needs, guest.state) == (
        "Bouke",
        "bouke@club.example",
        "",
        GuestState.COMES,
    )
    assert OutboxMail.objects.get().template == "needs_in_your_place"
    assert client.get(page_of(guest)).status_code == 200


def test_who_said_no_finds_the_table_full(client: Client, table: RoundTable, guest: Guest) -> None:
    client.post(page_of(guest), {"deed": "nee"})
    for number in range(12):
        factories.guest(table, name=f"Gast {number}")
    page = client.post(page_of(guest), {"deed": "ja", "name": "Anna"})
    assert page.status_code == 409
    assert "De tafel is intussen vol." in page.content.decode()
    guest.refresh_from_db()
    assert guest.state == GuestState.DECLINED


def test_looking_changes_nothing_and_shows_no_other_guest(
    client: Client, survey: NeedsSurvey, table: RoundTable, guest: Guest
) -> None:
    factories.invited_guest(table, name="Geheim Een")
    factories.invited_guest(factories.table(survey, title="Andere tafel"), name="Geheim Twee")
    before = Guest.objects.order_by("pk").values()[:]
    for query in ("", "?doe=ja", "?doe=ander", "?doe=nee"):
        page = client.get(page_of(guest) + query).content.decode()
        assert "Geheim" not in page
        assert "Andere tafel" not in page
    client.head(page_of(guest))
    assert list(Guest.objects.order_by("pk").values()) == list(before)


def test_called_off_says_so(client: Client, table: RoundTable, guest: Guest) -> None:
    RoundTable.objects.update(state=TableState.CALLED_OFF)
    page = client.get(page_of(guest)).content.decode()
    assert "De ronde tafel gaat niet door" in page
    assert "STATUS:CANCELLED" in client.get(page_of(guest, "rsvp_calendar")).content.decode()


def test_the_way_in_of_a_letter_is_a_code(client: Client, guest: Guest) -> None:
    assert guest.link is not None
    code = links.in_groups(links.token(guest.link)).lower()
    answer = client.post(reverse("needs:guest_code"), {"code": code})
    assert answer.status_code == 302
    assert client.get(answer["Location"]).status_code == 200
    wrong = client.post(reverse("needs:guest_code"), {"code": "aaaa-bbbb-cccc-dddd"})
    assert wrong.context["form"].errors == {
        "code": ["Deze code kennen wij niet. Kijk of u alle tekens goed overtypte."]
    }


def test_the_calendar_file_holds_the_conversation_and_no_name(client: Client, guest: Guest) -> None:
    RoundTable.objects.update(practical="Ingang achter;\nlift, koffie " + "é" * 60)
    answer = client.get(page_of(guest, "rsvp_calendar"))
    assert answer["Content-Type"] == calendars.CONTENT_TYPE
    lines = answer.content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    whole = answer.content.decode().replace("\r\n ", "")
    assert "SUMMARY:Ronde tafel Grou\r\n" in whole
    assert "DESCRIPTION:Ingang achter\\;\\nlift\\, koffie " + "é" * 60 in whole
    assert "Anna" not in whole


def test_times_are_written_in_utc_over_the_change_of_the_clock() -> None:
    winter = datetime(2026, 11, 25, 19, 30, tzinfo=timezone.get_default_timezone())
    one = calendars.Appointment("u@x", winter, winter + timedelta(hours=2), "T")
    told = calendars.write(one, now=datetime(2026, 1, 1, tzinfo=UTC)).decode()
    assert "DTSTART:20261125T183000Z\r\nDTEND:20261125T203000Z" in told
    assert "DTSTAMP:20260101T000000Z" in told
