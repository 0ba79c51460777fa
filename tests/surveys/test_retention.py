"""What a closed wave leaves behind, and for how long; what was published stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from krachtlokaal.accounts.enums import WorkspaceKind
from krachtlokaal.core import guard
from krachtlokaal.office import links as personal_links
from krachtlokaal.office import releases, retention
from krachtlokaal.office.models import Release
from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.links import ANSWER
from krachtlokaal.surveys.models import Answer, AnswerDraft, Invitation, Measurement, Wave
from krachtlokaal.surveys.queries.field_work import Counts, counts_of
from krachtlokaal.surveys.queries.totals import KIND
from tests.accounts import factories as people
from tests.register import factories as register
from tests.surveys import factories

pytestmark = pytest.mark.django_db
OWNER = b"o" * 32


@pytest.fixture
def wave() -> Wave:
    """A wave with one sent answer and one draft that nobody sent."""
    room = people.workspace("partoer", kind=WorkspaceKind.PROVINCIAAL)
    with guard.system("a wave of the past"):
        asked = factories.wave(room)
        about = register.organisation()
        invitation = factories.invitation(asked, about, name="Anna", email="anna@club.example")
        AnswerDraft.objects.create(
            workspace=room, organisation=about, invitation=invitation, sealed=sealing.seal({})
        )
        Answer.objects.create(
            workspace=room,
            wave=asked,
            organisation=about,
            owner=sealing.seal_owner(OWNER),
            content={"bestuur_1": 4},
        )
        releases.record(KIND, str(asked.pk), {"organisations": 6}, workspace=room.pk)
    return asked


def closed(wave: Wave, days: int) -> set[str]:
    """Close it so many days ago, and tell what of measuring is thrown away then."""
    with guard.system("days go by"):
        at = timezone.now() - timedelta(days=days)
        Wave.objects.filter(pk=wave.pk).update(state=WaveState.CLOSED, closed_at=at)
    return {key for key in retention.clean_up() if key.startswith("survey")}


def counts() -> tuple[int, int, int]:
    with guard.system("counting what is left"):
        return Answer.objects.count(), AnswerDraft.objects.count(), Release.objects.count()


def test_an_open_wave_keeps_everything(wave: Wave) -> None:
    assert {key for key in retention.clean_up() if key.startswith("survey")} == set()


def test_what_nobody_sent_goes_after_a_month(wave: Wave) -> None:
    assert closed(wave, 29) == set()
    assert closed(wave, 31) == {"survey_drafts"}
    assert counts() == (1, 0, 1)


def test_names_and_links_go_after_a_year(wave: Wave) -> None:
    with guard.system("her own address"):
        secret = personal_links.token(Invitation.objects.get().link)
    assert personal_links.find(ANSWER, secret) is not None
    assert closed(wave, 366) == {"survey_drafts", "survey_names", "survey_links"}
    with guard.system("what is left of her"):
        row = Invitation.objects.get()
    assert (row.name, row.email, personal_links.find(ANSWER, secret)) == ("", "", None)


def test_answers_go_after_two_years_and_figures_stay(wave: Wave) -> None:
    closed(wave, 2 * 365 - 1)
    assert counts() == (1, 0, 1)
    assert "survey_answers" in closed(wave, 2 * 365 + 1)
    assert counts() == (0, 0, 1)


def test_answers_that_may_be_kept_stay_for_five_years(wave: Wave) -> None:
    with guard.system("the manager turned the switch"):
        Measurement.objects.update(keeps_for_comparison=True)
    closed(wave, 5 * 365 - 1)
    assert counts() == (1, 0, 1)
    assert "survey_answers_kept" in closed(wave, 5 * 365 + 1)
    assert counts() == (0, 0, 1)


def test_an_address_where_nothing_arrives_goes_after_three_months(wave: Wave) -> None:
    with guard.system("the mail came back"):
        Invitation.objects.update(problem="Het adres bestaat niet (meer).")
    assert closed(wave, 91) == {"survey_drafts", "survey_bounces"}
    with guard.system("what is left"):
        assert list(Invitation.objects.values_list("problem", "email")) == [("", "")]


def test_what_was_sent_in_a_wave_that_was_called_off_goes_after_a_month(wave: Wave) -> None:
    """It moves nowhere and nobody counts it."""
    with guard.system("somebody had sent before it was called off"):
        AnswerDraft.objects.update(answer_hash=OWNER)
        Answer.objects.all().delete()
        at = timezone.now() - timedelta(days=31)
        Wave.objects.filter(pk=wave.pk).update(state=WaveState.CALLED_OFF, closed_at=at)
    retention.clean_up()
    assert counts() == (0, 0, 1)


def test_a_link_that_ended_by_its_term_is_no_sent_answer(wave: Wave) -> None:
    with guard.system("before and after"):
        before = counts_of([wave.pk])[wave.pk]
    assert "survey_links" in closed(wave, 366)
    with guard.system("before and after"):
        assert counts_of([wave.pk])[wave.pk] == before == Counts(1, 1)
