"""The list of needs surveys, and one of them with what to do now."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey, PopulationMember
from krachtlokaal.office import retention
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Wave
from tests.accounts import factories as accounts
from tests.needs import factories
from tests.register import factories as register
from tests.surveys import factories as surveys


@pytest.fixture(autouse=True)
def _in_the_room(room: Workspace) -> Iterator[None]:
    with guard.workspaces(room.pk):
        yield


def url(name: str, *args: int) -> str:
    return reverse(f"needs:{name}", args=args)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_has_the_same_number_of_queries(
    coordinator: Client, room: Workspace, count: int, django_assert_num_queries: object
) -> None:
    for number in range(count):
        factories.survey(room, title=f"Peiling {number}")
    with django_assert_num_queries(10):  # type: ignore[operator]  # pytest-django's fixture
        page = coordinator.get(url("surveys"))
    titles = [line.survey.title for line in page.context["lines"]]
    assert titles == [f"Peiling {number}" for number in reversed(range(count))]


def test_an_empty_list_says_what_to_do_first(coordinator: Client) -> None:
    page = coordinator.get(url("surveys")).content.decode()
    assert "U heeft nog geen behoeftepeiling" in page
    assert "Kies eerst het gebied en de vraag." in page


def test_the_start_page_says_what_a_survey_waits_for(coordinator: Client, room: Workspace) -> None:
    factories.with_wave(factories.survey(room, title="Loopt"), surveys.wave(room))
    closed = surveys.wave(room, state=WaveState.CLOSED)
    factories.with_wave(factories.survey(room, title="Kan dicht"), closed)
    found = {item.title: item.meta for item in coordinator.get("/start/").context["today"].items}
    assert found["Sluit het veldwerk van 1 behoeftepeiling"] == "Kan dicht"
    assert found["Bel voor 1 behoeftepeiling wie nog niet antwoordde"] == "Loopt"


def test_a_population_is_kept_for_five_years_after_the_report(room: Workspace) -> None:
    now, year = timezone.now(), timedelta(days=365)
    for about, values in {
        "Oud": {"finished_at": now - 6 * year, "frozen_at": now - 7 * year},
        "Nooit af": {"frozen_at": now - 6 * year},
        "Nieuw": {"finished_at": now - 4 * year, "frozen_at": now - 6 * year},
    }.items():
        factories.member(factories.survey(room, **values), register.organisation(about))
    retention.clean_up()
    kept = PopulationMember.objects.values_list("organisation__name", flat=True)
    assert list(kept) == ["Nieuw"]


def test_each_state_has_its_next_step(coordinator: Client, room: Workspace) -> None:
    survey, wave = factories.survey(room), surveys.wave(room, state=WaveState.PREPARING)
    factories.with_wave(survey, wave)

    def step() -> tuple[int, str]:
        found = coordinator.get(url("survey", survey.pk)).context["overview"]
        return found.step, found.next.title

    told = [step()]
    for state in (WaveState.OPEN, WaveState.CLOSED):
        Wave.objects.update(state=state)
        told.append(step())
    for after in (SurveyState.WRITING, SurveyState.FINISHED):
        NeedsSurvey.objects.update(state=after)
        told.append(step())
    assert told == [
        (2, "Nodig de organisaties uit"),
        (3, "Volg het veldwerk"),
        (4, "Sluit het veldwerk"),
        (5, "Schrijf het rapport"),
        (6, "Volg de acties"),
    ]


def test_a_reader_sees_where_it_stands_and_no_field_work(client: Client, room: Workspace) -> None:
    client.force_login(accounts.member(room, Role.LEZER))
    survey = factories.survey(room)
    factories.with_wave(survey, surveys.wave(room))
    page = client.get(url("survey", survey.pk))
    assert page.context["overview"].next.title == "De organisaties antwoorden nu"
    assert url("field_work", survey.pk) not in page.content.decode()
    assert client.get(url("field_work", survey.pk)).status_code == 403
