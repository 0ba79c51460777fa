"""While a wave runs: reminders, bounces, a later last day, closing, calling off, and the clock."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import delivery, jobs, outbox
from krachtlokaal.office.enums import JobState, MailState
from krachtlokaal.office.models import Job, OutboxMail, PersonalLink
from krachtlokaal.register.models import Contact, OptOut
from krachtlokaal.surveys.enums import Channel, Progress, WaveState
from krachtlokaal.surveys.jobs import waves as clock
from krachtlokaal.surveys.models import Invitation, Measurement, Wave
from krachtlokaal.surveys.services import opening
from krachtlokaal.surveys.services import waves as services
from tests.accounts import factories as accounts
from tests.register import factories as register
from tests.surveys import factories

TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def _in_the_room(room: Workspace) -> Iterator[None]:
    with guard.workspaces(room.pk):
        yield


def an_invitation(wave: Wave, called: str, email: str, **values: object) -> Invitation:
    about = register.organisation(called)
    person = register.contact(wave.workspace, about, name="Sjoukje", email=email)
    return factories.invitation(wave, about, contact=person, **values)  # type: ignore[arg-type]  # values of the service


def a_wave(room: Workspace, **values: object) -> Wave:
    return factories.wave(room, remind_on=[TODAY], **values)


def remind(wave: Wave, day: date = TODAY) -> int:
    count = opening.remind_now(wave=wave.pk, today=day, tell=lambda *_: None)
    jobs.run_waiting()
    return count


def sent(made: Invitation) -> None:
    """As sending does it: the nonce of the link goes, the invitation stays as it was."""
    PersonalLink.objects.filter(pk=made.link_id).update(nonce=None)


def test_only_who_did_not_send_is_reminded_and_once_a_day(room: Workspace) -> None:
    wave = a_wave(room)
    an_invitation(wave, "Korfbal", "korfbal@club.example")
    sent(an_invitation(wave, "Hockey", "hockey@club.example"))
    an_invitation(wave, "Toneel", "toneel@club.example", channel=Channel.LETTER)
    back = an_invitation(wave, "Koor", "koor@club.example")
    Invitation.objects.filter(pk=back.pk).update(problem="Onbekend adres")
    an_invitation(wave, "Schaak", "schaak@club.example")
    OptOut.objects.create(workspace=room, email="schaak@club.example")
    remind(wave)
    again = remind(wave)
    assert again == 0
    [message] = mail.outbox
    assert message.to == ["Sjoukje <korfbal@club.example>"]
    assert message.subject == "Herinnering: vul de KrachtMeting in voor Korfbal"
    assert [one.reminded for one in Invitation.objects.order_by("pk")] == [1, 0, 0, 0, 0]


def test_a_reminder_on_its_way_does_not_leave_after_sending(room: Workspace) -> None:
    wave = a_wave(room)
    made = an_invitation(wave, "Korfbal", "korfbal@club.example")
    opening.remind_now(wave=wave.pk, today=TODAY, tell=lambda *_: None)
    sent(made)
    jobs.run_waiting()
    assert mail.outbox == []
    assert OutboxMail.objects.get().state == MailState.CANCELLED


def test_mail_that_comes_back_shows_at_the_invitation_and_the_contact(room: Workspace) -> None:
    wave = a_wave(room)
    made = an_invitation(wave, "Korfbal", "korfbal@club.example")
    remind(wave)
    assert clock.note_reached() == 1
    made.refresh_from_db()
    assert made.progress == Progress.REACHED
    message = OutboxMail.objects.get()
    delivery.bounce(message, "Onbekend adres")
    made.refresh_from_db()
    assert (made.problem, made.progress) == ("Onbekend adres", Progress.INVITED)
    assert Contact.objects.get().mail_problem == "Onbekend adres"
    assert clock.note_reached() == 0


def test_by_the_clock_it_opens_reminds_and_closes(room: Workspace) -> None:
    about = register.organisation("Korfbal")
    register.contact(room, about, name="Sjoukje", email="korfbal@club.example")
    wave = factories.wave(
        room,
        state=WaveState.PLANNED,
        organisation_ids=[about.pk],
        opens_on=TODAY,
        closes_on=TODAY + timedelta(days=20),
        remind_on=[TODAY],
    )
    assert (clock.open_due(), clock.open_due()) == (1, 0)
    jobs.run_waiting()
    wave.refresh_from_db()
    assert (wave.state, len(mail.outbox)) == (WaveState.OPEN, 1)
    assert (clock.remind_due(), clock.remind_due()) == (1, 0)
    jobs.run_waiting()
    assert (clock.remind_due(), len(mail.outbox)) == (0, 2)
    assert clock.close_due() == 0
    Wave.objects.filter(pk=wave.pk).update(closes_on=TODAY - timedelta(days=1))
    assert clock.close_due() == 1
    wave.refresh_from_db()
    assert wave.state == WaveState.CLOSED


def test_an_opening_that_is_killed_leaves_nothing_and_runs_again(room: Workspace) -> None:
    about = register.organisation("Korfbal")
    register.contact(room, about, name="Sjoukje", email="korfbal@club.example")
    wave = factories.wave(
        room, state=WaveState.PLANNED, organisation_ids=[about.pk], opens_on=TODAY
    )

    def stopped(_text: str, _done: int, _total: int) -> None:
        raise jobs.Stopped

    with pytest.raises(jobs.Stopped):
        opening.open_now(wave=wave.pk, tell=stopped)
    assert (Measurement.objects.count(), OutboxMail.objects.count()) == (0, 0)
    opening.open_now(wave=wave.pk, tell=lambda *_: None)
    jobs.run_waiting()
    assert (Invitation.objects.count(), len(mail.outbox)) == (1, 1)


def test_a_job_about_a_wave_that_is_gone_says_so(room: Workspace) -> None:
    wave = factories.wave(room, state=WaveState.PLANNED, opens_on=TODAY)
    clock.open_due()
    wave.delete()
    jobs.run_waiting()
    job = Job.objects.get()
    assert (job.state, job.message) == (JobState.FAILED, "Deze meting bestaat niet meer.")


def test_extending_moves_the_last_reminder_and_the_links(room: Workspace) -> None:
    closes = TODAY + timedelta(days=10)
    wave = factories.wave(
        room,
        closes_on=closes,
        remind_on=[TODAY - timedelta(days=5), closes - timedelta(days=3)],
        reminded_on=[TODAY - timedelta(days=5)],
    )
    made = an_invitation(wave, "Korfbal", "korfbal@club.example")
    later = closes + timedelta(days=14)
    services.extend(wave=wave, version=wave.version, closes_on=later)
    wave.refresh_from_db()
    made.link.refresh_from_db()
    assert wave.remind_on == [TODAY - timedelta(days=5), later - timedelta(days=3)]
    assert made.link.expires_at is not None
    assert timezone.localtime(made.link.expires_at).date() == later + timedelta(days=365)


def test_what_is_called_off_sends_nothing_any_more(room: Workspace) -> None:
    wave = a_wave(room)
    an_invitation(wave, "Korfbal", "korfbal@club.example")
    opening.remind_now(wave=wave.pk, today=TODAY, tell=lambda *_: None)
    services.call_off(wave=wave)
    jobs.run_waiting()
    assert mail.outbox == []
    with pytest.raises(services.NotNow):
        services.close(wave=wave)


@pytest.mark.parametrize("deed", ["wave_close", "wave_call_off"])
def test_closing_asks_first_and_twice_is_no_fault(
    coordinator: Client, room: Workspace, deed: str
) -> None:
    wave = factories.wave(room)
    address = reverse(f"surveys:{deed}", args=[wave.pk])
    assert coordinator.get(address).status_code == 200
    assert coordinator.post(address).status_code == 302
    assert coordinator.post(address).status_code == 302
    wave.refresh_from_db()
    assert wave.state in {WaveState.CLOSED, WaveState.CALLED_OFF}


def test_what_is_closed_sends_no_letters_and_lets_nobody_in(
    coordinator: Client, room: Workspace
) -> None:
    wave = factories.wave(room)
    made = register.organisation("Korfbal")
    factories.invitation(wave, made, channel=Channel.LETTER)
    address = reverse("surveys:wave", args=[wave.pk])
    offered = ("nog niet op de post", reverse("surveys:open_link", args=[wave.pk]))
    page = coordinator.get(address).content.decode()
    assert [words in page for words in offered] == [True, True]
    services.close(wave=wave)
    page = coordinator.get(address).content.decode()
    assert [words in page for words in offered] == [False, False]


def test_an_earlier_last_day_is_refused(coordinator: Client, room: Workspace) -> None:
    wave = factories.wave(room)
    address = reverse("surveys:wave_extend", args=[wave.pk])
    page = coordinator.post(address, {"version": wave.version, "closes_on": TODAY.isoformat()})
    assert "na de laatste dag van nu" in page.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_has_the_same_number_of_queries(
    coordinator: Client, room: Workspace, count: int, django_assert_num_queries: object
) -> None:
    for number in range(count):
        an_invitation(factories.wave(room), f"Club {number}", f"c{number}@club.example")
    with django_assert_num_queries(11):  # type: ignore[operator]  # pytest-django's fixture
        page = coordinator.get(reverse("surveys:waves"))
    assert [line.counts.invited for line in page.context["lines"]] == [1] * count


def test_an_empty_list_says_what_to_do_first(coordinator: Client) -> None:
    assert "Begin een meting" in coordinator.get(reverse("surveys:waves")).content.decode()


def test_a_mail_programme_opts_out_with_one_post(client: Client, room: Workspace) -> None:
    wave = a_wave(room)
    an_invitation(wave, "Korfbal", "korfbal@club.example")
    remind(wave)
    header = mail.outbox[0].message()["List-Unsubscribe"].strip("<>")
    address = "/" + header.split("/", 3)[3]
    strict = Client(enforce_csrf_checks=True)
    assert strict.get(address).status_code == 200
    assert OptOut.objects.count() == 0
    assert strict.post(address).status_code == 302
    assert OptOut.objects.get().email == "korfbal@club.example"


def test_nobody_hears_twice_of_problems(room: Workspace) -> None:
    """A mail about an invitation that is gone harms nothing."""
    gone = outbox.post(
        "survey_confirm", to="x@y.example", workspace=room.pk, about=(opening.ABOUT, 0)
    )
    delivery.bounce(gone, "Weg")
    assert OutboxMail.objects.get().state == MailState.BOUNCED


def test_a_reader_finds_totals_of_what_is_closed_and_no_participation(
    client: Client, room: Workspace
) -> None:
    client.force_login(accounts.member(room, Role.LEZER))
    closed = factories.wave(room, title="Vorig jaar", state=WaveState.CLOSED)
    factories.wave(room, title="Dit jaar")
    page = client.get(reverse("surveys:waves")).content.decode()
    assert reverse("surveys:totals", args=[closed.pk]) in page
    assert "Dit jaar" in page
    assert "Uitgenodigd" not in page
