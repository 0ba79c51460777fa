"""Making a survey: its steps, what they refuse, and the freezing of its population."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey, NeedsWave, PopulationMember
from krachtlokaal.needs.services import freezing
from krachtlokaal.needs.services import surveys as services
from krachtlokaal.office import jobs
from krachtlokaal.office.models import AuditEntry, Job
from krachtlokaal.register.models import Municipality, Organisation
from krachtlokaal.surveys.enums import Audience, WaveState
from krachtlokaal.surveys.models import Wave
from tests.needs import factories
from tests.needs.conftest import LEEUWARDEN, SUDWEST
from tests.register import factories as register
from tests.register.people import workspace
from tests.surveys import factories as surveys

PLAN = {
    "title": "Behoeftepeiling Leeuwarden",
    "question": "Waar hebben clubs hulp bij nodig?",
    "starts_on": "2026-01-10",
    "ends_on": "2026-06-30",
    "partners": " Gemeente  Leeuwarden \r\n\r\nSteunpunt",
    "decided_by": "Het college",
    "planned_tables": "4",
    "codes_twice": "on",
}
NOBODY = (
    "In Súdwest-Fryslân staat geen enkele organisatie in het register. Laat de gemeente weg, of"
    " voer eerst organisaties in."
)


@pytest.fixture(autouse=True)
def _in_the_room(room: Workspace) -> Iterator[None]:
    with guard.workspaces(room.pk):
        yield


def url(name: str, *args: int) -> str:
    return reverse(f"needs:{name}", args=args)


def clubs(town: str, count: int, **facts: Any) -> list[Organisation]:
    where = Municipality.objects.get(pk=town)
    return [
        register.organisation(f"Club {town} {number}", municipality=where, **facts)
        for number in range(count)
    ]


def preparing(room: Workspace, **values: Any) -> NeedsSurvey:
    told = {"state": SurveyState.PREPARING, "frozen_at": None, "municipalities": [LEEUWARDEN]}
    return factories.survey(room, **told | values)


def errors(page: Any) -> dict[str, list[str]]:
    return {name: [str(one) for one in told] for name, told in page.context["form"].errors.items()}


def messages(page: Any) -> list[str]:
    return [str(one) for one in page.context["messages"]]


def test_the_steps_make_a_survey_in_the_field(coordinator: Client, room: Workspace) -> None:
    clubs(LEEUWARDEN, 3, sector="sport", volunteers=12)
    clubs(SUDWEST, 1)
    page = coordinator.get(url("survey_new"))
    assert [str(name) for _code, name in page.context["form"].fields["municipalities"].choices] == [
        "Leeuwarden (3 organisaties)",
        "Súdwest-Fryslân (1 organisatie)",
    ]
    area = {"version": 0, "title": "Peiling", "municipalities": [SUDWEST, LEEUWARDEN]}
    answer = coordinator.post(url("survey_new"), area)
    survey = NeedsSurvey.objects.get()
    assert answer.headers["Location"] == url("survey_plan", survey.pk)
    answer = coordinator.post(url("survey_plan", survey.pk), PLAN | {"version": survey.version})
    assert answer.headers["Location"] == url("survey_waves", survey.pk)
    version = coordinator.get(url("survey_waves", survey.pk)).context["versions"][0]
    coordinator.post(
        url("survey_waves", survey.pk), {"title": "KM Fryslân", "questionnaire": version.pk}
    )
    wave = NeedsWave.objects.get(survey=survey).wave
    assert (wave.title, wave.selection_query) == (
        "KM Fryslân",
        f"gemeente={LEEUWARDEN}&gemeente={SUDWEST}",
    )
    page = coordinator.get(url("survey_freeze", survey.pk))
    assert page.context["missing"] == []
    survey.refresh_from_db()
    agreed = {"version": survey.version, "count": 4}
    coordinator.post(url("survey_freeze", survey.pk), agreed)
    survey.refresh_from_db()
    assert (survey.state, survey.municipalities) == (SurveyState.FIELD, [LEEUWARDEN, SUDWEST])
    assert (survey.partners, survey.codes_twice) == ("Gemeente Leeuwarden\nSteunpunt", True)
    cells = PopulationMember.objects.values_list("municipality", "sector", "size")
    assert sorted(cells) == [(LEEUWARDEN, "sport", "10-24")] * 3 + [(SUDWEST, "other", "onbekend")]
    assert set(AuditEntry.objects.values_list("verb", flat=True)) >= {
        "needs_survey.made",
        "needs_survey.changed",
        "needs_wave.attached",
        "needs_survey.frozen",
    }


def test_a_frozen_population_shows_its_sizes(coordinator: Client, room: Workspace) -> None:
    clubs(LEEUWARDEN, 2, sector="sport", volunteers=12)
    survey = preparing(room)
    freezing.freeze_now(survey=survey)
    Organisation.objects.update(sector="culture")
    blocks = coordinator.get(url("population", survey.pk)).context["sizes"].blocks
    told = [(block.name, row.sector, row.sizes) for block in blocks for row in block.rows]
    assert told == [("Leeuwarden", "Sport", [0, 2, 0, 0, 0, 0])]


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"question": " "}, "question", "Schrijf de vraag op. Daar gaat het rapport over."),
        ({"ends_on": "2026-01-10"}, "ends_on", "Kies een dag na de eerste dag."),
        ({"ends_on": "2036-01-10"}, "ends_on", "Een peiling duurt hoogstens drie jaar."),
        ({"starts_on": "morgen"}, "starts_on", "Dit is geen datum. Schrijf de dag zo: 23-11-2026."),
        ({"planned_tables": "-1"}, "planned_tables", "Vul een heel getal in van 0 tot en met 40."),
        ({"decided_by": ""}, "decided_by", "Vul in wie over het rapport besluit."),
    ],
)
def test_a_wrong_plan_is_told(
    coordinator: Client, room: Workspace, typed: dict[str, str], field: str, told: str
) -> None:
    survey = preparing(room)
    page = coordinator.post(url("survey_plan", survey.pk), PLAN | typed | {"version": 1})
    assert errors(page) == {field: [told]}
    assert page.context["form"]["decided_by"].value() == (PLAN | typed)["decided_by"]


def test_a_municipality_outside_the_working_area_is_refused(coordinator: Client) -> None:
    area = {"version": 0, "title": "Peiling", "municipalities": [register.TIEL]}
    page = coordinator.post(url("survey_new"), area)
    told = "Een van deze gemeenten ligt buiten uw werkgebied. Kies uit de lijst."
    assert errors(page) == {"municipalities": [told]}
    page = coordinator.post(url("survey_new"), {"version": 0, "title": "Peiling"})
    assert errors(page) == {"municipalities": ["Kies ten minste één gemeente."]}


def test_a_colleague_who_saved_first_is_not_overwritten(
    coordinator: Client, room: Workspace
) -> None:
    survey = preparing(room)
    services.change(survey=survey, version=1, values={"decided_by": "De raad"})
    page = coordinator.post(url("survey_plan", survey.pk), PLAN | {"version": 1})
    clashes = {clash.label: clash.theirs for clash in page.context["clashes"]}
    assert clashes["Wie besluit over het rapport?"] == "De raad"
    coordinator.post(
        url("survey_plan", survey.pk), PLAN | {"version": page.context["form"]["version"].value()}
    )
    survey.refresh_from_db()
    assert survey.decided_by == "Het college"


def test_a_survey_that_is_not_ready_says_what_is_missing(
    coordinator: Client, room: Workspace
) -> None:
    survey = preparing(room, question="", municipalities=[LEEUWARDEN, SUDWEST], starts_on=None)
    clubs(LEEUWARDEN, 1)
    page = coordinator.get(url("survey_freeze", survey.pk))
    assert [(one.sentence, one.url_name) for one in page.context["missing"]] == [
        (
            NOBODY,
            "needs:survey_area",
        ),
        ("De vraag die de peiling moet beantwoorden, ontbreekt.", "needs:survey_plan"),
        ("De periode ontbreekt.", "needs:survey_plan"),
        (
            "Er is nog geen meting gekozen. Zonder meting zijn er geen cijfers.",
            "needs:survey_waves",
        ),
    ]
    coordinator.post(url("survey_freeze", survey.pk), {"version": survey.version, "count": 1})
    survey.refresh_from_db()
    assert (survey.state, PopulationMember.objects.count()) == (SurveyState.PREPARING, 0)


def test_a_register_that_changed_is_looked_at_again(coordinator: Client, room: Workspace) -> None:
    survey = preparing(room)
    factories.with_wave(survey, surveys.wave(room))
    clubs(LEEUWARDEN, 2)
    page = coordinator.post(url("survey_freeze", survey.pk), {"version": 1, "count": 1})
    assert messages(page) == [
        "De peiling of het register is intussen gewijzigd. Kijk de aantallen nog na."
    ]
    assert page.context["sizes"].total == 2


def test_a_large_population_is_frozen_by_a_job(
    coordinator: Client,
    room: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(freezing, "AT_ONCE", 1)
    survey = preparing(room)
    factories.with_wave(survey, surveys.wave(room))
    clubs(LEEUWARDEN, 2)
    answer = coordinator.post(url("survey_freeze", survey.pk), {"version": 1, "count": 2})
    job = Job.objects.get()
    assert answer.headers["Location"] == reverse("portal:job", args=[job.pk])
    again = coordinator.get(url("survey_freeze", survey.pk))
    assert again.headers["Location"] == reverse("portal:job", args=[job.pk])
    assert jobs.run_waiting() == 1
    survey.refresh_from_db()
    assert (survey.state, PopulationMember.objects.count()) == (SurveyState.FIELD, 2)


def test_a_wave_counts_for_one_survey(coordinator: Client, room: Workspace) -> None:
    wave = surveys.wave(room)
    first = factories.survey(room, title="De eerste")
    factories.with_wave(first, wave)
    second = preparing(room)
    page = coordinator.post(url("survey_wave_attach", second.pk), {"wave": wave.pk}, follow=True)
    assert messages(page) == [
        f"„{wave.title}” hoort al bij „De eerste”. Maak daar eerst de koppeling los."
    ]
    page = coordinator.post(url("survey_wave_detach", first.pk), {"wave": wave.pk}, follow=True)
    assert messages(page) == ["Een peiling in het veld heeft ten minste één meting nodig."]
    assert list(NeedsWave.objects.values_list("survey", flat=True)) == [first.pk]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"state": WaveState.CALLED_OFF}, "„{}” is afgelast. Kies een andere."),
        (
            {"audience": Audience.ONE},
            "„{}” vraagt één organisatie. Voor een peiling vraagt u een heel gebied.",
        ),
    ],
)
def test_a_wave_that_can_not_count_is_refused(
    coordinator: Client, room: Workspace, values: dict[str, str], told: str
) -> None:
    survey, wave = preparing(room), surveys.wave(room)
    Wave.objects.filter(pk=wave.pk).update(**values)
    page = coordinator.post(url("survey_wave_attach", survey.pk), {"wave": wave.pk}, follow=True)
    assert messages(page) == [told.format(wave.title)]


def test_a_wave_of_another_workspace_does_not_exist(coordinator: Client, room: Workspace) -> None:
    other = workspace("elders")
    with guard.workspaces(other.pk):
        wave = surveys.wave(other)
    survey = preparing(room)
    answer = coordinator.post(url("survey_wave_attach", survey.pk), {"wave": wave.pk})
    assert answer.status_code == 404


def test_the_field_work_closes_after_its_waves(coordinator: Client, room: Workspace) -> None:
    survey, wave = factories.survey(room), surveys.wave(room)
    factories.with_wave(survey, wave)
    page = coordinator.post(url("survey_close", survey.pk), follow=True)
    assert messages(page) == [f"Nog niet gesloten: {wave.title}. Sluit eerst elke meting."]
    Wave.objects.update(state=WaveState.CLOSED)
    coordinator.post(url("survey_close", survey.pk))
    survey.refresh_from_db()
    assert survey.state == SurveyState.WRITING


def test_one_that_never_began_can_be_thrown_away(coordinator: Client, room: Workspace) -> None:
    survey = preparing(room)
    factories.with_wave(survey, surveys.wave(room))
    running = factories.survey(room)
    coordinator.post(url("survey_remove", survey.pk))
    coordinator.post(url("survey_remove", running.pk))
    assert list(NeedsSurvey.objects.all()) == [running]
    assert Wave.objects.count() == 1


def test_a_survey_is_repeated(coordinator: Client, room: Workspace) -> None:
    before = factories.survey(room, state=SurveyState.FINISHED, partners="Gemeente")
    coordinator.post(url("survey_repeat", before.pk))
    made = NeedsSurvey.objects.exclude(pk=before.pk).get()
    assert (made.previous, made.state, made.frozen_at) == (before, SurveyState.PREPARING, None)
    assert (made.municipalities, made.question, made.partners, made.decided_by) == (
        before.municipalities,
        before.question,
        before.partners,
        before.decided_by,
    )


def test_what_is_done_can_not_be_done_again(coordinator: Client, room: Workspace) -> None:
    survey = factories.survey(room, state=SurveyState.WRITING)
    for name in ("survey_area", "survey_plan", "survey_waves", "survey_freeze", "survey_remove"):
        answer = coordinator.get(url(name, survey.pk))
        assert answer.headers["Location"] == url("survey", survey.pk), name


def test_services_refuse_when_somebody_was_first(room: Workspace, access: Access) -> None:
    survey = factories.survey(room, state=SurveyState.WRITING)
    with pytest.raises(services.NotNow):
        services.close(survey=survey)
    with pytest.raises(services.NotNow):
        services.change(survey=survey, version=1, values={"title": "Anders"})
    with pytest.raises(services.NotNow):
        freezing.freeze(survey=survey, version=1, count=0, user=access.user.pk)
