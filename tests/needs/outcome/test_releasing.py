"""The outcome leaves by itself, once; a later version changes what may change."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.jobs.outcome import start_outcomes
from krachtlokaal.needs.models import NeedsSurvey, OutcomeMarks, PopulationMember
from krachtlokaal.needs.outcome.model import Outcome
from krachtlokaal.needs.queries.outcome import outcome_of, released
from krachtlokaal.needs.queries.outcome_columns import columns_of
from krachtlokaal.needs.services.outcome import release
from krachtlokaal.needs.services.words import _counting
from krachtlokaal.office.jobs import run_waiting
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.enums import Answering, WaveState
from krachtlokaal.surveys.models import Answer, Measurement, Wave
from krachtlokaal.surveys.services.totals import publish_totals
from tests.needs import factories
from tests.register import factories as register
from tests.surveys import factories as surveys

TOWN = "GM0281"
HELP = {"bestuur.help_wanted": "soon", "bestuur.help_form": ["info", "peers"]}


@pytest.fixture
def survey(room: object) -> Iterator[NeedsSurvey]:
    """Twenty organisations, a wave that is over, and nobody answered yet."""
    with guard.system("a needs survey with answers that nobody may read"):
        made = factories.survey(room, municipalities=[TOWN])  # type: ignore[arg-type]
        factories.with_wave(made, _wave(made))
        for number in range(20):
            about = register.organisation(name=f"Vereniging {number}")
            PopulationMember.objects.create(
                workspace=made.workspace,
                survey=made,
                organisation=about,
                municipality=TOWN,
                sector="sport" if number % 2 else "culture",
                size="10-24",
            )
        yield made


def _wave(survey: NeedsSurvey, **values: object) -> Wave:
    now = timezone.now()
    told = {"state": WaveState.CLOSED, "closed_at": now, "settled_at": now}
    return surveys.wave(survey.workspace, answering=Answering.ORGANISATION, **told | values)


def members(survey: NeedsSurvey) -> list[Organisation]:
    return [row.organisation for row in survey.population.select_related("organisation")]


def answer(wave: Wave, about: Organisation, points: int, **more: object) -> None:
    surveys.measurement(wave, about)
    content = {f"bestuur_{number}": points for number in (1, 2, 3)}
    Answer.objects.create(
        workspace_id=wave.workspace_id,
        wave=wave,
        organisation=about,
        owner=sealing.seal_owner(b"x" * 32),
        content=content | {"bestuur_4": 6 - points, "bestuur.importance": 4} | more,
    )


def answered(survey: NeedsSurvey, number: int, points: int = 3, **more: object) -> None:
    wave = survey.waves.get().wave
    for about in members(survey)[:number]:
        answer(wave, about, points, **more)


def left(survey: NeedsSurvey) -> Outcome:
    found = outcome_of(survey)
    assert found is not None
    return found


def test_the_clock_makes_the_outcome_once(survey: NeedsSurvey) -> None:
    answered(survey, 12)
    assert [start_outcomes(), start_outcomes()] == [1, 0]
    run_waiting()
    assert start_outcomes() == 0
    found = left(survey)
    assert (found.count.population, found.count.answered, found.version) == (20, 12, 1)
    assert found.theme("bestuur").weighted.score.value == 50
    assert found.theme("bestuur").weighted.importance.value == 4.0
    assert found.theme("koers").weighted.score.value is None
    row = released(survey)
    assert row is not None
    assert row.hidden == len(found.hidden())


@pytest.mark.parametrize("state", [WaveState.OPEN, WaveState.PLANNED])
def test_nothing_leaves_while_a_wave_is_not_over(survey: NeedsSurvey, state: WaveState) -> None:
    answered(survey, 12)
    factories.with_wave(survey, _wave(survey, state=state, closed_at=None, settled_at=None))
    assert start_outcomes() == 0
    assert release(survey=survey.pk) is None


def test_a_wave_that_is_not_settled_is_waited_for(survey: NeedsSurvey) -> None:
    answered(survey, 12)
    Wave.objects.update(settled_at=None)
    assert release(survey=survey.pk) is None


def test_an_organisation_counts_once_with_its_latest_wave(survey: NeedsSurvey) -> None:
    answered(survey, 10, points=1)
    later = _wave(survey, title="Tweede ronde", opens_on=timezone.localdate())
    factories.with_wave(survey, later)
    for about in members(survey)[:10]:
        answer(later, about, 5)
    release(survey=survey.pk)
    assert left(survey).count.answered == 10
    assert left(survey).theme("bestuur").weighted.score.value == 100


def test_who_is_not_in_the_population_or_is_to_be_deleted_does_not_count(
    survey: NeedsSurvey,
) -> None:
    answered(survey, 12)
    wave = survey.waves.get().wave
    answer(wave, register.organisation(name="Van buiten"), 3)
    first = members(survey)[0]
    Measurement.objects.filter(organisation=first).update(deletion_asked_on=timezone.localdate())
    assert columns_of(survey).answers.rows == 11


def test_who_was_merged_keeps_its_place_and_the_other_answers_for_it(survey: NeedsSurvey) -> None:
    """As the field work has it: else somebody answered there and is lost here."""
    answered(survey, 10)
    first, *_others, last = members(survey)
    new = register.organisation(name="De nieuwe naam")
    Organisation.objects.filter(pk__in=[first.pk, last.pk]).update(merged_into=new.pk)
    answer(survey.waves.get().wave, new, 5)
    columns = columns_of(survey)
    # Of the two who went into the new one the first stands for it; that one said something before.
    assert columns.answers.rows == 10
    assert sorted(columns.answers.scores[:, 0].tolist()) == [50.0] * 9 + [75.0]
    with guard.system("a test reads who counts"):
        assert {first.pk, new.pk} <= _counting(survey, survey.waves.get().wave)


def test_all_people_of_an_organisation_count_as_one(survey: NeedsSurvey) -> None:
    answered(survey, 10, points=3, **HELP)
    answered(survey, 10, points=5, **{"bestuur.help_wanted": "no_help"})
    columns = columns_of(survey)
    at = columns.asked.themes.index("bestuur")
    assert columns.answers.rows == 10
    assert columns.answers.scores[:, at].tolist() == [75.0] * 10
    # Half of them want help: then the organisation does.
    assert columns.answers.wanted[:, at].tolist() == [1.0] * 10
    forms = dict(zip(columns.asked.forms, columns.answers.forms[0, at].tolist(), strict=True))
    assert {form for form, asked in forms.items() if asked} == {"info", "peers"}


def test_a_few_more_change_nothing_and_many_change_it(survey: NeedsSurvey) -> None:
    answered(survey, 8)
    first = release(survey=survey.pk)
    wave = survey.waves.get().wave
    for about in members(survey)[8:11]:
        answer(wave, about, 5)
    assert release(survey=survey.pk) == first
    for about in members(survey)[11:20]:
        answer(wave, about, 5)
    second = release(survey=survey.pk)
    assert second is not None
    assert second.version == 2
    assert left(survey).count.answered == 20
    assert left(survey).theme("bestuur").weighted.score.value == 80


def test_what_left_stays_when_answers_are_thrown_away(survey: NeedsSurvey) -> None:
    answered(survey, 12)
    first = release(survey=survey.pk)
    Answer.objects.all().delete()
    assert release(survey=survey.pk) == first


def test_the_figures_of_a_fixed_report_stay(survey: NeedsSurvey) -> None:
    answered(survey, 8)
    first = release(survey=survey.pk)
    NeedsSurvey.objects.update(state=SurveyState.FINISHED)
    wave = survey.waves.get().wave
    for about in members(survey)[8:]:
        answer(wave, about, 5)
    assert release(survey=survey.pk) == first


def test_change_is_since_the_survey_before(survey: NeedsSurvey) -> None:
    answered(survey, 12, points=2)
    release(survey=survey.pk)
    again = factories.survey(survey.workspace, previous=survey, municipalities=[TOWN])
    factories.with_wave(again, wave := _wave(survey))
    for row in survey.population.all():
        row.pk, row.survey = None, again
        row.save()
    for about in members(again)[:12]:
        answer(wave, about, 4)
    release(survey=again.pk)
    change = left(again).theme("bestuur").change
    assert change is not None
    assert (change.value, change.is_sure) == (50, True)


def test_marks_name_no_organisation_and_show_no_answer(survey: NeedsSurvey) -> None:
    answered(survey, 6)
    release(survey=survey.pk)
    marks = OutcomeMarks.objects.get(survey=survey).marks
    assert len(marks) == 6
    keys = {str(about.pk) for about in members(survey)}
    assert keys & set(marks) == set()
    # Equal answers of two organisations have other marks.
    assert len({told[1]["bestuur/score"] for told in marks.values()}) == 6


def test_a_wave_of_a_survey_has_no_totals_of_its_own(
    survey: NeedsSurvey, coordinator: Client
) -> None:
    """Two tables of the same answers could give away together what either hides."""
    answered(survey, 12)
    wave = survey.waves.get().wave
    assert publish_totals(wave=wave) is None
    page = coordinator.get(f"/krachtmeting/{wave.pk}/totalen/").content.decode()
    assert "Deze meting hoort bij een behoeftepeiling." in page
    assert coordinator.get(f"/krachtmeting/{wave.pk}/totalen/xlsx/").status_code == 404
