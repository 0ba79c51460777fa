"""Letters hold secrets: they are made when they are fetched and kept nowhere."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.office.models import AuditEntry, JobFile, PersonalLink
from krachtlokaal.surveys.enums import Channel, Progress, Variant
from krachtlokaal.surveys.models import Invitation, Wave
from tests.publishing.reading import read
from tests.publishing.standard import broken_rules
from tests.register import factories as register
from tests.surveys import factories


@pytest.fixture(autouse=True)
def _in_the_room(room: Workspace) -> Iterator[None]:
    with guard.workspaces(room.pk):
        yield


@pytest.fixture
def wave(room: Workspace) -> Wave:
    return factories.wave(room)


def a_letter(wave: Wave, called: str = "Biljart De Kei", name: str = "") -> Invitation:
    about = register.organisation(called, address="Dam 1", postcode="4001 AA", place="Tiel")
    return factories.invitation(wave, about, channel=Channel.LETTER, name=name)


def url(name: str, wave: Wave) -> str:
    return reverse(f"surveys:{name}", args=[wave.pk])


def test_a_letter_is_one_page_with_the_way_in(coordinator: Client, wave: Wave) -> None:
    made = [a_letter(wave), a_letter(wave, "Koor", name="J. Bos")]
    answer = coordinator.post(url("letters", wave), {"bestand": "1"})
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "no-store")
    found = read(answer.content)
    assert broken_rules(answer.content) == []
    assert len(found.pages) == 2
    for one, page, who in zip(made, found.pages, ("het bestuur", "J. Bos"), strict=True):
        assert links.in_groups(links.token(one.link)) in page
        assert f"T.a.v. {who}" in page
        assert "0344 123456" in page
    assert found.tree.texts("H1") == [
        "Vul de KrachtMeting in voor Biljart De Kei",
        "Vul de KrachtMeting in voor Koor",
    ]
    assert JobFile.objects.count() == 0
    assert AuditEntry.objects.filter(verb="letters.made").count() == 1


def test_an_address_that_does_not_fit_its_window_is_named(coordinator: Client, wave: Wave) -> None:
    about = register.organisation(
        "Wijkvereniging Wommelwyk " * 6,
        address="Wijdewormerweg " * 6,
        postcode="4001 AA",
        place="Tiel",
    )
    factories.invitation(wave, about, channel=Channel.LETTER, name="Wubbechien " * 10)
    answer = coordinator.post(url("letters", wave), {"bestand": "1"}, follow=True)
    [told] = [str(one) for one in answer.context["messages"]]
    assert told.startswith("Dit adres past niet in het venster van een envelop: „Wijkvereniging")
    assert AuditEntry.objects.filter(verb="letters.made").count() == 0


def test_what_is_posted_counts_as_reached_and_is_not_printed_as_new(
    coordinator: Client, wave: Wave
) -> None:
    made = a_letter(wave)
    coordinator.post(url("letters", wave), {"bestand": "1", "deed": "post"})
    made.refresh_from_db()
    assert made.progress == Progress.REACHED
    page = coordinator.get(url("letters", wave))
    assert [batch.to_post for batch in page.context["batches"]] == [0]


def test_who_sent_already_gets_no_letter(coordinator: Client, wave: Wave) -> None:
    made = a_letter(wave)
    PersonalLink.objects.filter(pk=made.link_id).update(nonce=None)
    answer = coordinator.post(url("letters", wave), {"bestand": "1"}, follow=True)
    assert "Er zijn geen brieven om te maken" in answer.content.decode()


@pytest.mark.parametrize("number", ["0", "2", "x", "999999999999", ""])
def test_a_file_that_is_not_there_is_told(coordinator: Client, wave: Wave, number: str) -> None:
    a_letter(wave)
    answer = coordinator.post(url("letters", wave), {"bestand": number}, follow=True)
    assert "Er zijn geen brieven om te maken" in answer.content.decode()


@pytest.mark.parametrize("language", ["nl", "en", "fy"])
@pytest.mark.parametrize("variant", [Variant.FULL, Variant.SHORT])
def test_the_questionnaire_is_printed_in_each_language_and_form(
    coordinator: Client, room: Workspace, language: str, variant: Variant
) -> None:
    wave = factories.wave(room, variant=variant)
    answer = coordinator.get(f"{url('blank', wave)}?taal={language}")
    found = read(answer.content)
    assert found.language == f"{language}-NL"
    assert len(found.tree.texts("H2")) >= 10
    assert broken_rules(answer.content) == []


def test_on_paper_a_question_says_after_which_answers_it_is_asked(
    coordinator: Client, wave: Wave
) -> None:
    found = read(coordinator.get(f"{url('blank', wave)}?taal=nl").content)
    told = "Alleen als u bij vraag 7 koos: „Misschien later”, „Ja, dit jaar”"
    assert told in " ".join(found.tree.text.split())


def test_the_start_page_says_what_waits_for_the_coordinator(
    coordinator: Client, wave: Wave
) -> None:
    a_letter(wave)
    back = a_letter(wave, "Koor")
    Invitation.objects.filter(pk=back.pk).update(problem="Onbekend adres", channel=Channel.MAIL)
    came = a_letter(wave, "Toneel")
    Invitation.objects.filter(pk=came.pk).update(is_verified=False, channel=Channel.OPEN)
    page = coordinator.get(reverse("portal:start")).content.decode()
    for sentence in (
        "1 brief voor een meting moet nog op de post",
        "1 uitnodiging voor een meting kwam niet aan",
        "1 persoon via de open link is nog niet bevestigd",
    ):
        assert sentence in page
