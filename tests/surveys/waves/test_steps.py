"""A coordinator makes a wave in five steps and opens it; each organisation is invited once."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import jobs
from krachtlokaal.register.models import OptOut, Organisation
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Invitation, Measurement, Wave
from tests.accounts import factories as accounts
from tests.register import factories as register
from tests.surveys import factories

pytestmark = pytest.mark.django_db
NEW = reverse("surveys:wave_new")


def url(name: str, wave: Wave) -> str:
    return reverse(f"surveys:{name}", args=[wave.pk])


def the_wave(room: Workspace) -> Wave:
    with guard.workspaces(room.pk):
        return Wave.objects.select_related("workspace").get()


def an_organisation(room: Workspace, called: str, email: str = "", **facts: Any) -> Organisation:
    about = register.organisation(called, **facts)
    with guard.workspaces(room.pk):
        if email:
            register.contact(room, about, name="Sjoukje", role="secretary", email=email)
    return about


def begin(coordinator: Client, room: Workspace, query: str = "soort=sport") -> Wave:
    form = coordinator.get(f"{NEW}?{query}").context["form"]
    data = {
        "title": form.initial["title"],
        "questionnaire": form.fields["questionnaire"].queryset[0].pk,
        "audience": "selection",
        "version": 0,
    }
    answer = coordinator.post(f"{NEW}?{query}", data)
    made = the_wave(room)
    assert answer["Location"] == url("wave_who", made)
    return made


def how(wave: Wave, **changes: Any) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "version": wave.version,
        "answering": "each",
        "variant": "full",
        "languages": ["nl", "fy"],
        "main_language": "nl",
        "opens_on": today.isoformat(),
        "closes_on": (today + timedelta(days=28)).isoformat(),
        "first_reminder": (today + timedelta(days=14)).isoformat(),
        "second_reminder": (today + timedelta(days=25)).isoformat(),
    } | changes


def agree(coordinator: Client, room: Workspace) -> Wave:
    page = coordinator.get(url("wave_open", the_wave(room)))
    people = page.context["people"]
    data = {
        "version": the_wave(room).version,
        "mails": len(people.mails),
        "letters": len(people.letters),
    }
    coordinator.post(url("wave_open", the_wave(room)), data)
    return the_wave(room)


def test_from_a_choice_in_the_register_to_mails_that_left(
    coordinator: Client, room: Workspace
) -> None:
    an_organisation(room, "Harmonie", "harmonie@club.example", sector="culture")
    sport = an_organisation(room, "Korfbal", "korfbal@club.example", sector="sport", volunteers=12)
    paper = an_organisation(
        room, "Biljart", sector="sport", address="Dam 1", postcode="4001 AA", place="Tiel"
    )
    silent = an_organisation(room, "Vissers", sector="sport")
    elsewhere = an_organisation(
        room, "Schaats", "s@club.example", sector="sport", municipality_id=register.BUREN
    )
    wave = begin(coordinator, room)
    coordinator.post(
        url("wave_who", wave),
        {"title": "Sport 2026", "audience": "selection", "version": wave.version},
    )
    answer = coordinator.post(url("wave_how", wave), how(the_wave(room)))
    assert answer["Location"] == url("wave_words", wave)
    coordinator.post(
        url("wave_words", wave),
        {
            "version": the_wave(room).version,
            "invitation_subject": "Vul de KrachtMeting in voor {organisatie}",
            "invitation_text": "Beste {naam},\n\nDoet u mee?",
            "reminder_subject": "Herinnering",
            "reminder_text": "Doet u nog mee?",
        },
    )
    coordinator.post(
        url("wave_sender", wave),
        {
            "version": the_wave(room).version,
            "sender_name": "Sanne de Vries",
            "sender_phone": "0344 987654",
            "sender_email": "sanne@tiel.example",
            "controller": "Stichting Tiel Actief",
        },
    )
    planned = agree(coordinator, room)
    assert (planned.title, planned.state) == ("Sport 2026", WaveState.PLANNED)
    jobs.run_waiting()
    assert the_wave(room).state == WaveState.OPEN
    with guard.workspaces(room.pk):
        asked = set(Measurement.objects.values_list("organisation_id", flat=True))
        invited = dict(Invitation.objects.values_list("organisation_id", "channel"))
    assert asked == {sport.pk, paper.pk, silent.pk}
    assert invited == {sport.pk: "mail", paper.pk: "letter"}
    assert elsewhere.pk not in asked
    [message] = mail.outbox
    assert (message.to, message.subject) == (
        ["Sjoukje <korfbal@club.example>"],
        "Vul de KrachtMeting in voor Korfbal",
    )
    assert message.reply_to == ["sanne@tiel.example"]
    for told in ("Beste Sjoukje,", "0344-987654", "Stichting Tiel Actief", "minuten", "/meting/"):
        assert told in message.body


def test_a_second_run_of_the_job_invites_nobody_twice(coordinator: Client, room: Workspace) -> None:
    an_organisation(room, "Korfbal", "korfbal@club.example", sector="sport")
    begin(coordinator, room)
    agree(coordinator, room)
    jobs.run_waiting()
    with guard.workspaces(room.pk):
        from krachtlokaal.surveys.services import opening

        again = opening.open_now(wave=the_wave(room).pk, tell=lambda *_: None)
    jobs.run_waiting()
    assert (again, len(mail.outbox)) == ({}, 1)


def test_who_opted_out_gets_nothing_and_stands_on_the_call_list(
    coordinator: Client, room: Workspace
) -> None:
    about = an_organisation(room, "Korfbal", "Korfbal@club.example", sector="sport")
    with guard.workspaces(room.pk):
        OptOut.objects.create(workspace=room, email="korfbal@club.example")
    begin(coordinator, room)
    people = coordinator.get(url("wave_who", the_wave(room))).context["people"]
    assert [(one.organisation, one.reason) for one in people.left_out] == [(about.pk, "opted_out")]
    agree(coordinator, room)
    jobs.run_waiting()
    assert mail.outbox == []
    page = coordinator.get(url("calls", the_wave(room)))
    assert [line.name for line in page.context["lines"]] == ["Korfbal"]


def test_the_numbers_that_were_agreed_to_must_still_hold(
    coordinator: Client, room: Workspace
) -> None:
    an_organisation(room, "Korfbal", "korfbal@club.example", sector="sport")
    wave = begin(coordinator, room)
    data = {"version": wave.version, "mails": 1, "letters": 0}
    an_organisation(room, "Hockey", "hockey@club.example", sector="sport")
    page = coordinator.post(url("wave_open", wave), data)
    assert "intussen gewijzigd" in page.content.decode()
    assert the_wave(room).state == WaveState.PREPARING


def test_it_waits_for_its_first_day_and_can_be_taken_back(
    coordinator: Client, room: Workspace
) -> None:
    an_organisation(room, "Korfbal", "korfbal@club.example", sector="sport")
    wave = begin(coordinator, room)
    today = timezone.localdate()
    later = {"opens_on": (today + timedelta(days=3)).isoformat()}
    coordinator.post(url("wave_how", wave), how(wave, **later))
    agree(coordinator, room)
    jobs.run_waiting()
    assert (the_wave(room).state, mail.outbox) == (WaveState.PLANNED, [])
    coordinator.post(url("wave_take_back", wave))
    assert the_wave(room).state == WaveState.PREPARING


def test_from_the_page_of_one_organisation_it_is_measured_alone(
    coordinator: Client, room: Workspace
) -> None:
    about = an_organisation(room, "Harmonie", "h@club.example", sector="culture")
    address = reverse("portal:organisation", args=[about.pk])
    query = f"gebied=alles&ids={about.pk}"
    button = f"{NEW}?{query}".replace("&", "&amp;")
    assert button in coordinator.get(address).content.decode()
    wave = begin(coordinator, room, query)
    assert (wave.audience, wave.organisation_ids) == ("one", [about.pk])
    adviser = accounts.signed_in(accounts.member(room, Role.CONSULENT, "sanne@tiel.example"))
    assert button not in adviser.get(address).content.decode()


def test_an_address_with_other_filters_offers_another_choice(
    coordinator: Client, room: Workspace
) -> None:
    about = an_organisation(room, "Harmonie", "h@club.example", sector="culture")
    wave = begin(coordinator, room)
    page = coordinator.get(f"{url('wave_who', wave)}?ids={about.pk}")
    assert "andere keuze" in page.content.decode()
    data = {"title": "X", "audience": "selection", "version": wave.version}
    coordinator.post(f"{url('wave_who', wave)}?ids={about.pk}", data)
    changed = the_wave(room)
    assert (changed.audience, changed.organisation_ids) == ("one", [about.pk])
    assert changed.is_needs_survey is False


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"opens_on": "2020-01-01"}, "Deze dag is voorbij"),
        ({"closes_on": "2020-01-01"}, "Kies een dag na de dag waarop de meting opengaat"),
        ({"closes_on": "2999-01-01"}, "hoogstens een jaar"),
        ({"first_reminder": "2999-01-01"}, "Kies een dag waarop de meting open is"),
        ({"main_language": "en"}, "Kies een van de talen"),
        ({"languages": []}, "ten minste één taal"),
        ({"answering": "x"}, "x"),
    ],
)
def test_days_and_languages_that_do_not_fit_get_a_sentence(
    coordinator: Client, room: Workspace, changes: dict[str, Any], sentence: str
) -> None:
    wave = begin(coordinator, room)
    page = coordinator.post(url("wave_how", wave), how(wave, **changes))
    assert page.status_code == 200
    assert sentence in page.content.decode()


def test_a_colleague_who_saved_first_is_not_overwritten(
    coordinator: Client, room: Workspace
) -> None:
    wave = begin(coordinator, room)
    coordinator.post(url("wave_how", wave), how(wave, variant="short"))
    page = coordinator.post(url("wave_how", wave), how(wave))
    assert "intussen gewijzigd" in page.content.decode()
    assert the_wave(room).variant == "short"


@pytest.mark.parametrize("language", ["nl", "en", "fy"])
@pytest.mark.parametrize("kind", ["", "&soort=herinnering"])
def test_the_mail_is_seen_and_tried_in_each_language(
    coordinator: Client, room: Workspace, language: str, kind: str
) -> None:
    an_organisation(room, "Korfbal", "korfbal@club.example", sector="sport")
    wave = begin(coordinator, room)
    page = coordinator.get(f"{url('wave_preview', wave)}?taal={language}{kind}")
    assert "Korfbal" in page.context["letter"].subject
    coordinator.post(f"{url('wave_try', wave)}?taal={language}{kind}")
    jobs.run_waiting()
    [message] = mail.outbox
    assert message.to == ["Coordinator <coordinator@tiel.example>"]
    assert "Korfbal" in message.subject


def test_unknown_words_in_brackets_are_refused(coordinator: Client, room: Workspace) -> None:
    wave = begin(coordinator, room)
    data = {
        "version": wave.version,
        "invitation_subject": "Voor {club}",
        "invitation_text": "x",
        "reminder_subject": "x",
        "reminder_text": "x",
    }
    page = coordinator.post(url("wave_words", wave), data)
    assert "Wij kennen {club} niet" in page.content.decode()


def test_a_choice_that_is_not_understood_goes_back_to_the_list(
    coordinator: Client, room: Workspace
) -> None:
    answer = coordinator.get(f"{NEW}?gemeente=GM9999")
    assert answer["Location"].startswith(reverse("register:list"))


def test_what_the_questionnaire_can_not_do_is_not_offered(
    coordinator: Client, room: Workspace
) -> None:
    with guard.workspaces(room.pk):
        other = factories.published_version(room, "evaluatie_doe_dag_v1")
    form = coordinator.get(NEW).context["form"]
    assert form.fields["questionnaire"].initial != other.pk
    data = {"title": "X", "questionnaire": other.pk, "audience": "open", "version": 0}
    coordinator.post(NEW, data)
    form = coordinator.get(url("wave_how", the_wave(room))).context["form"]
    assert [code for code, _label in form.fields["variant"].choices] == ["full"]
    page = coordinator.post(url("wave_how", the_wave(room)), how(the_wave(room), variant="short"))
    assert page.status_code == 200
