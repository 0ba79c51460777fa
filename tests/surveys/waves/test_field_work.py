"""Field work: who took part and who is to be called, never what was answered."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import jobs, links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.enums import Answering, CallOutcome, Channel, Progress, WaveState
from krachtlokaal.surveys.links import ANSWER
from krachtlokaal.surveys.models import Call, Invitation, Wave
from krachtlokaal.surveys.queries.field_work import Counts, progress_of
from tests.register import factories as register
from tests.surveys import factories


@pytest.fixture(autouse=True)
def _in_the_room(room: Workspace) -> Iterator[None]:
    with guard.workspaces(room.pk):
        yield


@pytest.fixture
def wave(room: Workspace) -> Wave:
    return factories.wave(room)


def asked(wave: Wave, called: str, **facts: Any) -> Invitation:
    about = register.organisation(called, **facts)
    person = register.contact(
        wave.workspace, about, name="Sjoukje", email=f"{about.pk}@club.example", phone="0344 1234"
    )
    return factories.invitation(wave, about, contact=person)


def at(made: Invitation, progress: Progress) -> None:
    Invitation.objects.filter(pk=made.pk).update(progress=progress)


def send(made: Invitation) -> None:
    PersonalLink.objects.filter(pk=made.link_id).update(nonce=None)


def url(name: str, *args: int) -> str:
    return reverse(f"surveys:{name}", args=args)


def test_an_organisation_is_as_far_as_the_farthest_of_its_people(wave: Wave) -> None:
    at(asked(wave, "Korfbal", sector="sport", volunteers=12), Progress.REACHED)
    busy = asked(wave, "Hockey", sector="sport", volunteers=60)
    at(busy, Progress.STARTED)
    done = asked(wave, "Koor", sector="culture")
    send(done)
    factories.invitation(wave, done.organisation, channel=Channel.COLLEAGUE, email="c@c.example")
    asked(wave, "Toneel", sector="culture")
    factories.measurement(wave, register.organisation("Schaak", sector="hobby"))
    found = progress_of(wave)
    assert found.total == Counts(asked=5, invited=4, reached=3, started=2, sent=1)
    told = {group.key: group.counts for group in found.sectors}
    assert told["sport"] == Counts(2, 2, 2, 1, 0)
    assert told["culture"] == Counts(2, 2, 1, 1, 1)
    assert [group.key for group in found.sizes] == ["10-24", "50-99", "onbekend"]
    assert [(group.name, group.counts.asked) for group in found.towns] == [("Tiel", 5)]


def test_who_came_by_the_open_link_counts_when_confirmed(wave: Wave) -> None:
    about = register.organisation("Korfbal")
    send(factories.invitation(wave, about, channel=Channel.OPEN, is_verified=False))
    assert progress_of(wave).total == Counts(asked=1)
    Invitation.objects.update(is_verified=True)
    assert progress_of(wave).total == Counts(1, 1, 1, 1, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_the_cockpit_has_the_same_number_of_queries(
    coordinator: Client, wave: Wave, count: int, django_assert_num_queries: object
) -> None:
    for number in range(count):
        asked(wave, f"Club {number}")
    with django_assert_num_queries(11):  # type: ignore[operator]  # pytest-django's fixture
        page = coordinator.get(url("field_work", wave.pk))
    assert page.context["total"].invited == count


def test_it_renews_itself_and_stops_when_asked_or_closed(coordinator: Client, wave: Wave) -> None:
    live = coordinator.get(url("field_work", wave.pk)).content.decode()
    still = coordinator.get(url("field_work", wave.pk) + "?stil").content.decode()
    assert ("every 15s" in live, "every 15s" in still) == (True, False)
    Wave.objects.filter(pk=wave.pk).update(state=WaveState.CLOSED)
    assert "every 15s" not in coordinator.get(url("field_work", wave.pk)).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_call_list_has_the_same_number_of_queries(
    coordinator: Client, wave: Wave, count: int, django_assert_num_queries: object
) -> None:
    for number in range(count):
        asked(wave, f"Club {number}")
    with django_assert_num_queries(14):  # type: ignore[operator]  # pytest-django's fixture
        page = coordinator.get(url("calls", wave.pk))
    assert [line.numbers[0].phone for line in page.context["lines"]] == ["0344 1234"] * count


def test_who_was_never_called_comes_first_and_who_sent_not_at_all(
    coordinator: Client, wave: Wave
) -> None:
    called = asked(wave, "A club")
    asked(wave, "B club")
    send(asked(wave, "C club"))
    refused = asked(wave, "D club")
    for made, outcome in ((called, "no_answer"), (refused, "refuses")):
        address = url("call", wave.pk, made.measurement_id)
        assert coordinator.post(address, {"outcome": outcome, "note": "x"}).status_code == 302
    page = coordinator.get(url("calls", wave.pk))
    assert [line.name for line in page.context["lines"]] == ["B club", "A club"]
    assert page.context["lines"][1].outcome == CallOutcome.NO_ANSWER.label
    refusing = coordinator.get(url("calls", wave.pk) + "?toon=weigert")
    assert [line.name for line in refusing.context["lines"]] == ["D club"]
    assert Call.objects.filter(caller_name="Coordinator").count() == 2


def test_the_list_is_narrowed_to_a_group(coordinator: Client, wave: Wave) -> None:
    asked(wave, "Korfbal", sector="sport", volunteers=5)
    asked(wave, "Koor", sector="culture", volunteers=5)
    for query, names in {
        "soort=sport": ["Korfbal"],
        "grootte=1-9": ["Koor", "Korfbal"],
        f"gemeente={register.BUREN}": [],
        "soort=%00x&gemeente=%27&toon=zzz": [],
    }.items():
        page = coordinator.get(f"{url('calls', wave.pk)}?{query}")
        assert [line.name for line in page.context["lines"]] == names, query


def test_a_problem_and_a_start_are_told_in_words(coordinator: Client, wave: Wave) -> None:
    back = asked(wave, "Korfbal")
    Invitation.objects.filter(pk=back.pk).update(problem="Onbekend adres")
    at(asked(wave, "Koor"), Progress.STARTED)
    lines = coordinator.get(url("calls", wave.pk)).context["lines"]
    assert {line.name: line.state for line in lines} == {
        "Korfbal": "Mail kwam niet aan",
        "Koor": "Begonnen, nog niet verstuurd",
    }
    page = coordinator.get(url("field_work", wave.pk))
    assert [one.problem for one in page.context["problems"]] == ["Onbekend adres"]


def test_the_list_goes_along_as_a_file(coordinator: Client, wave: Wave) -> None:
    asked(wave, "=Korfbal", place="Tiel")
    answer = coordinator.post(url("call_list_file", wave.pk), {"vorm": "xlsx"})
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[2]][:6] == [
        "=Korfbal",
        "Tiel",
        "Overig",
        "Nog niet begonnen",
        "Sjoukje",
        "0344 1234",
    ]
    text = coordinator.post(url("call_list_file", wave.pk), {"vorm": "csv"}).content.decode(
        "utf-8-sig"
    )
    assert text.splitlines()[1].startswith("'=Korfbal;Tiel;")


def test_after_a_mended_address_an_invitation_goes_out_and_the_old_link_ends(
    coordinator: Client, wave: Wave
) -> None:
    made = asked(wave, "Korfbal")
    Invitation.objects.filter(pk=made.pk).update(problem="Onbekend adres")
    address = url("invite_again", wave.pk, made.measurement_id)
    coordinator.post(address, {"contact": made.contact_id})
    jobs.run_waiting()
    assert [message.to for message in mail.outbox] == [[f"Sjoukje <{made.email}>"]]
    assert links.find(ANSWER, links.token(made.link)) is None
    assert coordinator.post(address, {"contact": "x"}).status_code == 404


def test_a_paper_answer_is_typed_in_on_the_pages_of_who_answers(
    coordinator: Client, wave: Wave
) -> None:
    made = asked(wave, "Korfbal")
    answer = coordinator.post(url("paper", wave.pk, made.measurement_id))
    secret = answer["Location"].strip("/").split("/")[-1]
    link = links.find(ANSWER, secret)
    assert link is not None
    typed = Invitation.objects.get(pk=link.object_id)
    assert (typed.channel, typed.measurement_id) == (Channel.PAPER, made.measurement_id)


def test_one_answer_for_the_organisation_is_enough(coordinator: Client, room: Workspace) -> None:
    wave = factories.wave(room, answering=Answering.ORGANISATION)
    made = asked(wave, "Korfbal")
    send(made)
    page = coordinator.post(url("paper", wave.pk, made.measurement_id), follow=True)
    assert "heeft al geantwoord" in page.content.decode()
    assert Invitation.objects.count() == 1
