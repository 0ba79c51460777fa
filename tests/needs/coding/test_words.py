"""Open answers become cards that lead to nobody; through the services that people answer by."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.needs.enums import CardSource, SurveyState
from krachtlokaal.needs.jobs.words import KIND, start_reading
from krachtlokaal.needs.models import Card, NeedsSurvey
from krachtlokaal.needs.services.words import ENOUGH, read_words
from krachtlokaal.office import running
from krachtlokaal.office.enums import JobState
from krachtlokaal.office.models import AuditEntry, Job
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Answer, Measurement
from krachtlokaal.surveys.services import deletions, settling
from tests.needs import factories
from tests.register import factories as register
from tests.surveys import factories as surveys
from tests.surveys.answering import Scene, answer_and_send, scene

# In so many readings each of ten texts stands in each half at least once, but for one in 10 ** 8.
READINGS = 30


@pytest.fixture
def asked(db: None) -> Scene:
    """A wave of a needs survey in which each organisation answers once."""
    return scene(is_needs_survey=True)


@pytest.fixture
def survey(asked: Scene) -> Iterator[NeedsSurvey]:
    with guard.workspaces(asked.room.pk):
        made = factories.survey(asked.room, frozen_at=None)
        factories.with_wave(made, asked.wave)
        yield made


def organisation(asked: Scene, number: int) -> Organisation:
    if number == 1:
        return asked.about
    about = register.organisation(name=f"Vereniging {number}")
    with guard.workspaces(asked.room.pk):
        surveys.measurement(asked.wave, about)
    return about


def answer(asked: Scene, number: int, **values: Any) -> Organisation:
    """One more organisation that says what nobody else says."""
    about = organisation(asked, number)
    told = {"bestuur.note": f"bestuur van {number}", "proud": f"trots van {number}"}
    answer_and_send(asked.invite(about), **told | values)
    return about


def close(asked: Scene) -> None:
    asked.change(state=WaveState.CLOSED, closed_at=timezone.now())
    settling.settle(timezone.now() + timedelta(minutes=5))


def texts(survey: NeedsSurvey) -> list[str]:
    rows = Card.objects.filter(survey=survey, source=CardSource.ANSWER)
    return sorted(rows.values_list("text", flat=True))


def told(*numbers: int) -> list[str]:
    return sorted(f"{what} van {number}" for number in numbers for what in ("bestuur", "trots"))


def test_each_text_becomes_a_card_with_its_theme_and_the_permission_of_its_answer(
    asked: Scene, survey: NeedsSurvey
) -> None:
    for number in range(1, 6):
        answer(asked, number, **{"consent.may_quote": True} if number == 2 else {})
    close(asked)
    assert read_words(survey=survey.pk) == 10
    assert texts(survey) == told(1, 2, 3, 4, 5)
    rows = {row.text: row for row in Card.objects.filter(survey=survey)}
    assert {text for text, row in rows.items() if row.may_quote} == {"bestuur van 2", "trots van 2"}
    assert rows["bestuur van 1"].asked_theme_id == "bestuur"
    assert rows["trots van 1"].asked_theme_id is None
    assert {(row.is_cleaned, row.table_id, row.number, row.version) for row in rows.values()} == {
        (False, None, 0, 1)
    }


def test_nothing_in_the_rows_ties_a_text_to_its_organisation(
    asked: Scene, survey: NeedsSurvey
) -> None:
    """Every column but the text, its theme and its permission is the same in all rows or random;
    the order on the disk is another one each time."""
    for number in range(1, 6):
        answer(asked, number)
    close(asked)
    organisations = set(Measurement.objects.values_list("organisation_id", flat=True))
    with guard.system("a test looks"):
        answers = {str(key) for key in Answer.objects.values_list("pk", flat=True)}
    firsts: set[tuple[str, bool]] = set()
    for _turn in range(READINGS):
        Card.objects.filter(survey=survey).delete()
        NeedsSurvey.objects.filter(pk=survey.pk).update(words_read_at=None)
        read_words(survey=survey.pk)
        rows = _rows()
        free = {"id", "text", "asked_theme_id", "ctid"}
        same = [{k: v for k, v in row.items() if k not in free} for row in rows]
        assert same == [same[0]] * 10
        assert {row["id"] for row in rows} & answers == set()
        assert {row["id"].version for row in rows} == {4}
        assert organisations & {v for row in same for v in row.values() if type(v) is int} <= {
            survey.pk,
            asked.room.pk,
            0,
            1,
        }
        firsts |= {(row["text"], place < 5) for place, row in enumerate(rows)}
    assert firsts == {(text, half) for text in told(1, 2, 3, 4, 5) for half in (True, False)}


def _rows() -> list[dict[str, Any]]:
    """As they lie on the disk, with what PostgreSQL notes of them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT xmin::text AS written, cmin::text AS nth, ctid::text AS ctid, c.*"
            " FROM needs_card c ORDER BY c.ctid"
        )
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def test_the_record_and_the_job_tell_nothing_of_a_text(asked: Scene, survey: NeedsSurvey) -> None:
    for number in range(1, 6):
        answer(asked, number)
    close(asked)
    assert start_reading() == 1
    assert start_reading() == 0
    job = Job.objects.get(kind=KIND)
    assert (job.arguments, job.workspace_id) == ({"survey": survey.pk}, asked.room.pk)
    running.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.result) == (JobState.DONE, {"kaartjes": 10})
    entry = AuditEntry.objects.get(verb="needs.words_read")
    assert (entry.object_label, entry.changes) == (survey.title, {})


def test_a_wave_in_which_fewer_than_five_organisations_answered_is_not_read(
    asked: Scene, survey: NeedsSurvey
) -> None:
    for number in range(1, ENOUGH):
        answer(asked, number)
    close(asked)
    assert read_words(survey=survey.pk) == 0
    assert texts(survey) == []
    survey.refresh_from_db()
    assert survey.words_read_at is not None


def test_it_waits_until_every_wave_is_closed_and_settled(asked: Scene, survey: NeedsSurvey) -> None:
    for number in range(1, 6):
        answer(asked, number)
    assert read_words(survey=survey.pk) is None
    asked.change(state=WaveState.CLOSED, closed_at=timezone.now())
    assert read_words(survey=survey.pk) is None
    second = surveys.wave(asked.room)
    factories.with_wave(survey, second)
    close(asked)
    assert read_words(survey=survey.pk) is None
    type(second).objects.filter(pk=second.pk).update(state=WaveState.CALLED_OFF)
    assert read_words(survey=survey.pk) == 10


def test_it_reads_once(asked: Scene, survey: NeedsSurvey) -> None:
    for number in range(1, 6):
        answer(asked, number)
    close(asked)
    assert read_words(survey=survey.pk) == 10
    keys = set(Card.objects.values_list("pk", flat=True))
    assert read_words(survey=survey.pk) is None
    assert set(Card.objects.values_list("pk", flat=True)) == keys


def test_what_was_deleted_or_counts_nowhere_is_not_read(asked: Scene, survey: NeedsSurvey) -> None:
    gone, asks, outside = (answer(asked, number) for number in (6, 7, 8))
    for number in range(1, 6):
        answer(asked, number)
    close(asked)
    rows = Measurement.objects.filter(wave=asked.wave)
    day = timezone.localdate() - timedelta(days=20)
    rows.filter(organisation=gone).update(deletion_asked_on=day)
    deletions.carry_out_deletions()
    rows.filter(organisation=asks).update(deletion_asked_on=timezone.localdate())
    NeedsSurvey.objects.filter(pk=survey.pk).update(frozen_at=timezone.now())
    for about in rows.exclude(organisation=outside).values_list("organisation_id", flat=True):
        survey.population.create(
            workspace=asked.room,
            organisation_id=about,
            municipality="GM0281",
            sector="sport",
            size="klein",
        )
    assert read_words(survey=survey.pk) == 10
    assert texts(survey) == told(1, 2, 3, 4, 5)


def test_a_survey_in_preparation_waits(asked: Scene, survey: NeedsSurvey) -> None:
    close(asked)
    NeedsSurvey.objects.filter(pk=survey.pk).update(state=SurveyState.PREPARING)
    assert read_words(survey=survey.pk) is None
    assert start_reading() == 0
