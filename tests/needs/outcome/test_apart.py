"""A wave's own totals and the outcome of a survey never both leave: who has both subtracts."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey, NeedsWave
from krachtlokaal.needs.queries.outcome import KIND
from krachtlokaal.needs.queries.surveys import attachable
from krachtlokaal.office import releases
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.jobs.totals import start_totals
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.services.totals import publish_totals
from tests.needs import factories
from tests.surveys import factories as surveys


@pytest.fixture(autouse=True)
def _in_the_room(room: Workspace) -> Iterator[None]:
    with guard.workspaces(room.pk):
        yield


def closed(room: Workspace) -> Wave:
    now = timezone.now()
    return surveys.wave(room, state=WaveState.CLOSED, closed_at=now, settled_at=now)


def preparing(room: Workspace) -> NeedsSurvey:
    return factories.survey(room, state=SurveyState.PREPARING, frozen_at=None)


def told(client: Client, name: str, survey: NeedsSurvey, wave: Wave) -> list[str]:
    url = reverse(f"needs:{name}", args=[survey.pk])
    page = client.post(url, {"wave": wave.pk}, follow=True)
    return [str(one) for one in page.context["messages"]]


def test_a_wave_whose_totals_left_already_can_not_count(
    coordinator: Client, room: Workspace
) -> None:
    survey, wave = preparing(room), closed(room)
    assert publish_totals(wave=wave) is not None
    assert list(attachable()) == []
    assert told(coordinator, "survey_wave_attach", survey, wave) == [
        (
            f"De totalen van „{wave.title}” zijn al getoond. Samen met de uitkomst van een peiling"
            " is een kleine groep dan uit te rekenen. Begin een nieuwe meting."
        )
    ]
    assert NeedsWave.objects.count() == 0


def test_a_wave_has_no_totals_from_the_day_on_that_it_counts(room: Workspace) -> None:
    """Also while the survey is in preparation: its outcome comes later."""
    survey, wave = preparing(room), closed(room)
    factories.with_wave(survey, wave)
    assert (start_totals(), publish_totals(wave=wave)) == (0, None)
    survey.delete()
    assert publish_totals(wave=wave) is not None


def test_a_wave_stays_when_the_outcome_left(coordinator: Client, room: Workspace) -> None:
    survey = factories.survey(room)
    first, second = closed(room), closed(room)
    factories.with_wave(survey, first)
    factories.with_wave(survey, second)
    releases.record(KIND, str(survey.pk), {"count/all": 12}, workspace=room.pk)
    assert told(coordinator, "survey_wave_detach", survey, second) == [
        (
            "De uitkomst van deze peiling is al gemaakt, met deze meting erbij. Loskoppelen kan"
            " niet meer."
        )
    ]
    assert NeedsWave.objects.count() == 2


def test_a_wave_stays_when_its_words_became_cards(coordinator: Client, room: Workspace) -> None:
    """In another survey they would become cards once more."""
    survey = factories.survey(room, words_read_at=timezone.now())
    wave = closed(room)
    factories.with_wave(survey, closed(room))
    factories.with_wave(survey, wave)
    assert told(coordinator, "survey_wave_detach", survey, wave) == [
        "De open antwoorden van deze meting zijn al kaartjes geworden. Loskoppelen kan niet meer."
    ]
