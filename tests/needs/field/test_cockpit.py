"""The cockpit and its call list: who takes part, how sure it is, whom to call; never an answer."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.office.models import AuditEntry, PersonalLink
from krachtlokaal.register.models import Municipality, Organisation
from krachtlokaal.surveys.enums import CallOutcome, WaveState
from krachtlokaal.surveys.models import Call, Invitation, Measurement, Wave
from krachtlokaal.surveys.queries.field_work import Counts
from tests.needs import factories
from tests.needs.conftest import LEEUWARDEN, SUDWEST
from tests.register import factories as register
from tests.surveys import factories as surveys


@pytest.fixture(autouse=True)
def _in_the_room(room: Workspace) -> Iterator[None]:
    with guard.workspaces(room.pk):
        yield


@pytest.fixture
def wave(room: Workspace) -> Wave:
    return surveys.wave(room)


@pytest.fixture
def survey(room: Workspace, wave: Wave) -> NeedsSurvey:
    made = factories.survey(room)
    factories.with_wave(made, wave)
    return made


def club(
    survey: NeedsSurvey, name: str, sector: str = "sport", town: str = LEEUWARDEN
) -> Organisation:
    where = Municipality.objects.get(pk=town)
    about = register.organisation(name, municipality=where, sector=sector, volunteers=12)
    factories.member(survey, about)
    return about


def invited(wave: Wave, about: Organisation, *, sent: bool = False) -> Invitation:
    person = register.contact(wave.workspace, about, email=f"{about.pk}@a.example", phone="058 1")
    made = surveys.invitation(wave, about, contact=person)
    if sent:
        PersonalLink.objects.filter(pk=made.link_id).update(nonce=None)
    return made


def called(about: Organisation, outcome: CallOutcome = CallOutcome.NO_ANSWER) -> Call:
    return Call.objects.create(
        workspace=Measurement.objects.get(organisation=about).workspace,
        measurement=Measurement.objects.get(organisation=about),
        outcome=outcome,
        caller_name="Anna",
    )


def filled(survey: NeedsSurvey, wave: Wave) -> None:
    """Leeuwarden: 5 of 10 sports clubs answered, 1 of 5 choirs. Súdwest: 5 clubs, never asked."""
    for number in range(10):
        invited(wave, club(survey, f"Sport {number}"), sent=number < 5)
    for number in range(5):
        invited(wave, club(survey, f"Koor {number}", "culture"), sent=number < 1)
    for number in range(5):
        club(survey, f"Zuid {number}", town=SUDWEST)


def url(name: str, *args: int) -> str:
    return reverse(f"needs:{name}", args=args)


def names(page: Any) -> list[str]:
    return [row.line.name for row in page.context["rows"]]


def told(page: Any) -> list[str]:
    return [str(one) for one in page.context["messages"]]


def test_the_cockpit_counts_the_population_and_who_took_part(
    coordinator: Client, survey: NeedsSurvey, wave: Wave
) -> None:
    filled(survey, wave)
    outside = register.organisation("Elders")
    invited(wave, outside, sent=True)
    cockpit = coordinator.get(url("field_work", survey.pk)).context["cockpit"]
    assert cockpit.total == Counts(asked=20, invited=15, reached=6, started=6, sent=6)
    towns, sectors, sizes = cockpit.tables
    assert [(one.name, one.counts.asked, one.counts.sent) for one in towns.groups] == [
        ("Leeuwarden", 15, 6),
        ("Súdwest-Fryslân", 5, 0),
    ]
    assert {one.key: one.counts.sent for one in sectors.groups} == {"sport": 5, "culture": 1}
    assert [one.key for one in sizes.groups] == ["10-24"]
    assert (sizes.likeness, sizes.verdict) == (None, "Daar is nog niets over te zeggen.")
    assert towns.verdict == "De antwoorden lijken nog niet op het gebied."
    assert towns.behind is not None
    assert towns.behind.name == "Súdwest-Fryslân"
    # Never asked, so never expected: at closing Súdwest still has no margin.
    assert [one.sureness.closing is None for one in towns.groups] == [False, True]
    assert 6 < cockpit.sureness.sent_at_closing < 15
    assert cockpit.sureness.closing < cockpit.sureness.now


def test_where_a_call_helps_most_comes_first(
    coordinator: Client, survey: NeedsSurvey, wave: Wave
) -> None:
    filled(survey, wave)
    page = coordinator.get(url("field_work", survey.pk))
    assert [(one.key.name, one.silent) for one in page.context["helps"]] == [
        ("Súdwest-Fryslân, Sport, 10 tot en met 24 vrijwilligers", 5),
        ("Leeuwarden, Cultuur, 10 tot en met 24 vrijwilligers", 4),
        ("Leeuwarden, Sport, 10 tot en met 24 vrijwilligers", 5),
    ]
    listed = names(coordinator.get(url("calls", survey.pk)))
    assert (listed[0][:4], len(listed)) == ("Zuid", 14)
    # After one answer from Súdwest a choir helps more than a second one from there.
    assert {name.split()[0] for name in listed[1:3]} == {"Koor", "Zuid"}


def test_the_balance_is_another_goal(coordinator: Client, survey: NeedsSurvey, wave: Wave) -> None:
    for number in range(9):
        invited(wave, club(survey, f"Sport {number}"), sent=number < 2)
    for number in range(5):
        invited(wave, club(survey, f"Koor {number}", "culture"), sent=number < 1)
    best = {
        query: names(coordinator.get(url("calls", survey.pk) + query))[0].split()[0]
        for query in ("", "?doel=balans")
    }
    assert best == {"": "Koor", "?doel=balans": "Sport"}


def test_who_was_never_called_comes_first_and_who_refuses_or_stopped_not_at_all(
    coordinator: Client, survey: NeedsSurvey, wave: Wave
) -> None:
    clubs = [club(survey, f"Club {number}") for number in range(5)]
    for one in clubs:
        invited(wave, one)
    called(clubs[0])
    called(clubs[1], CallOutcome.REFUSES)
    Organisation.objects.filter(pk=clubs[2].pk).update(ended_on=timezone.localdate())
    assert names(coordinator.get(url("calls", survey.pk))) == ["Club 3", "Club 4", "Club 0"]
    found = {
        which: names(coordinator.get(f"{url('calls', survey.pk)}?toon={which}"))
        for which in ("nooit", "weigert", "niet-gevraagd")
    }
    assert found == {"nooit": ["Club 3", "Club 4"], "weigert": ["Club 1"], "niet-gevraagd": []}


def test_the_list_is_narrowed_and_keeps_its_order(
    coordinator: Client, survey: NeedsSurvey, wave: Wave
) -> None:
    filled(survey, wave)
    page = coordinator.get(f"{url('calls', survey.pk)}?soort=culture&gemeente={LEEUWARDEN}")
    assert {name.split()[0] for name in names(page)} == {"Koor"}
    assert "Leeuwarden, Cultuur." in page.content.decode()


def test_a_call_is_noted_and_comes_back_to_this_list(
    coordinator: Client, survey: NeedsSurvey, wave: Wave
) -> None:
    about = club(survey, "Koor")
    invited(wave, about)
    page = coordinator.get(f"{url('calls', survey.pk)}?doel=balans")
    row = page.context["rows"][0]
    address = reverse("surveys:call", args=[row.wave, row.line.measurement])
    note = {"outcome": CallOutcome.WILL_ANSWER, "note": "Morgen"}
    answer = coordinator.post(f"{address}?{page.context['back']}", note)
    assert answer.headers["Location"] == f"{url('calls', survey.pk)}?doel=balans"
    line = coordinator.get(answer.headers["Location"]).context["rows"][0].line
    assert (line.outcome, line.note) == ("Gaat het doen", "Morgen")


@pytest.mark.parametrize("elsewhere", ["https://kwaad.example/", "//kwaad.example", "javascript:x"])
def test_a_call_leads_to_no_other_host(
    coordinator: Client, survey: NeedsSurvey, wave: Wave, elsewhere: str
) -> None:
    made = invited(wave, club(survey, "Koor"))
    address = reverse("surveys:call", args=[wave.pk, made.measurement_id])
    answer = coordinator.post(f"{address}?terug={elsewhere}", {"outcome": CallOutcome.NO_ANSWER})
    assert answer.headers["Location"].startswith(reverse("surveys:calls", args=[wave.pk]))


def test_one_that_was_never_asked_is_taken_into_the_wave(
    coordinator: Client, survey: NeedsSurvey, wave: Wave
) -> None:
    about, other = club(survey, "Koor"), register.organisation("Elders")
    row = coordinator.get(f"{url('calls', survey.pk)}?toon=niet-gevraagd").context["rows"][0]
    assert (row.line.name, row.line.measurement, row.line.state) == ("Koor", 0, "Niet uitgenodigd")
    coordinator.post(url("ask_along", survey.pk, about.pk))
    page = coordinator.post(url("ask_along", survey.pk, other.pk), follow=True)
    assert "Deze organisatie hoort niet bij deze peiling." in told(page)
    assert list(Measurement.objects.values_list("organisation", flat=True)) == [about.pk]
    Wave.objects.update(state=WaveState.CLOSED)
    page = coordinator.post(url("ask_along", survey.pk, about.pk), follow=True)
    assert told(page) == ["Er is nu geen meting open. Opnemen kan niet meer."]


def test_places_of_merged_organisations_stay(
    coordinator: Client, survey: NeedsSurvey, wave: Wave
) -> None:
    kept, gone = club(survey, "Blijft"), club(survey, "Opgegaan")
    invited(wave, kept, sent=True)
    Organisation.objects.filter(pk=gone.pk).update(merged_into=kept)
    total = coordinator.get(url("field_work", survey.pk)).context["cockpit"].total
    assert (total.asked, total.sent) == (2, 2)


def test_the_list_goes_along_as_a_file(
    coordinator: Client, survey: NeedsSurvey, wave: Wave
) -> None:
    invited(wave, club(survey, "Koor"))
    answer = coordinator.post(url("calls_file", survey.pk))
    assert answer["Cache-Control"] == "no-store"  # names and telephone numbers
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] for row in rows if row[5] == "058 1"] == ["Koor"]
    entry = AuditEntry.objects.get(verb="needs_calls.exported")
    assert entry.changes == {"organisaties": [0, 1]}


def test_it_renews_itself_and_stops_when_asked_or_closed(
    coordinator: Client, survey: NeedsSurvey, wave: Wave
) -> None:
    club(survey, "Koor")
    live = coordinator.get(url("field_work", survey.pk)).content.decode()
    still = coordinator.get(url("field_work", survey.pk) + "?stil").content.decode()
    assert ("every 15s" in live, "every 15s" in still) == (True, False)
    Wave.objects.update(state=WaveState.CLOSED)
    closed = coordinator.get(url("field_work", survey.pk))
    assert "every 15s" not in closed.content.decode()
    assert (closed.context["helps"], closed.context["rows"]) == ([], [])


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_have_the_same_number_of_queries(
    coordinator: Client,
    survey: NeedsSurvey,
    wave: Wave,
    count: int,
    django_assert_num_queries: Any,
) -> None:
    for number in range(count):
        about = club(survey, f"Club {number}")
        invited(wave, about)
        called(about)
        club(survey, f"Nooit {number}")
    with django_assert_num_queries(17):
        coordinator.get(url("field_work", survey.pk))
    with django_assert_num_queries(17):
        coordinator.get(url("calls", survey.pk))
