"""Actions: agreed on, asked about when they are due, reported on, and shown in the next survey."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import ActionState, SurveyState
from krachtlokaal.needs.jobs.actions import ask_about_actions
from krachtlokaal.needs.models import Action, NeedsSurvey
from krachtlokaal.needs.queries.actions import in_short
from krachtlokaal.needs.reports import closing
from krachtlokaal.needs.reports.material import material_of
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.publishing.documents.model import TablePart
from tests.needs import factories
from tests.needs.report import making

YESTERDAY = timezone.localdate() - timedelta(days=1)


@pytest.fixture
def survey(room: Workspace, user: User) -> Iterator[NeedsSurvey]:
    with guard.workspaces(room.pk):
        yield factories.survey(
            room, state=SurveyState.FINISHED, finished_at=timezone.now(), made_by=user
        )


def post(client: Client, name: str, pk: int, **data: str) -> str:
    answer = client.post(reverse(f"needs:{name}", args=[pk]), data, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def mails() -> list[OutboxMail]:
    with guard.system("a test reads the outbox"):
        return list(OutboxMail.objects.filter(template="needs_actions"))


def test_actions_are_written_down_changed_put_in_order_and_taken_off(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    assert "Schrijf op wat er gaat gebeuren." in post(coordinator, "action_new", survey.pk, text="")
    for text in ("Eerst dit", "Dan dat"):
        post(coordinator, "action_new", survey.pk, version="0", text=text, due_on="2027-05-01")
    first, second = Action.objects.filter(survey=survey)
    post(coordinator, "action_move", second.pk, wat="omhoog")
    post(coordinator, "action", first.pk, version="1", text="Eerst dit", owner="De gemeente")
    rows = list(Action.objects.filter(survey=survey).values_list("text", "owner"))
    assert rows == [("Dan dat", ""), ("Eerst dit", "De gemeente")]
    clash = post(coordinator, "action", first.pk, version="1", text="Eerst iets anders")
    assert "Iemand anders heeft dit intussen gewijzigd" in clash
    post(coordinator, "action_remove", second.pk)
    assert list(Action.objects.filter(survey=survey)) == [first]


def test_what_came_of_it_is_reported_and_needs_a_sentence_when_it_is_over(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    action = making.action(survey, due_on=YESTERDAY)
    page = reverse("needs:actions", args=[survey.pk])
    assert "Wacht op uw bericht" in coordinator.get(page).content.decode()
    bare = post(coordinator, "action_report", action.pk, version="1", state="done")
    assert "Schrijf in een zin op wat ervan kwam." in bare
    told = post(
        coordinator, "action_report", action.pk, version="1", state="done", outcome="Elke maand."
    )
    assert [text in told for text in ("Elke maand.", "Wacht op uw bericht")] == [True, False]
    assert in_short(survey) == "1 actie: 1 gedaan."


def test_the_maker_gets_one_mail_when_actions_are_due_and_none_the_day_after(
    survey: NeedsSurvey, user: User
) -> None:
    making.action(survey, due_on=YESTERDAY)
    making.action(survey, text="Een cursus", due_on=YESTERDAY)
    making.action(survey, text="Al klaar", due_on=YESTERDAY, state=ActionState.DONE)
    making.action(survey, text="Later")
    assert ask_about_actions() == 1
    assert ask_about_actions() == 0
    (mail,) = mails()
    assert (mail.to, mail.context["actions"]) == (
        user.email,
        ["Een spreekuur voor penningmeesters", "Een cursus"],
    )


def test_a_year_after_the_report_open_actions_are_asked_about_again(
    survey: NeedsSurvey,
) -> None:
    action = making.action(survey, due_on=YESTERDAY)
    assert ask_about_actions() == 1
    Action.objects.filter(pk=action.pk).update(asked_on=YESTERDAY - timedelta(days=90))
    year_ago = timezone.now() - timedelta(days=366)
    NeedsSurvey.objects.filter(pk=survey.pk).update(finished_at=year_ago)
    assert ask_about_actions() == 1
    assert ask_about_actions() == 0


def test_the_next_survey_shows_what_came_of_them_on_its_page_and_in_its_report(
    coordinator: Client, survey: NeedsSurvey, room: Workspace
) -> None:
    making.action(
        survey,
        state=ActionState.DONE,
        outcome="Elke maand vol.",
        reported_on=timezone.localdate(),
    )
    later = factories.survey(room, title="Peiling 2027", previous=survey)
    page = coordinator.get(reverse("needs:actions", args=[later.pk])).content.decode()
    assert "Wat er van de vorige acties kwam" in page
    overview = coordinator.get(reverse("needs:survey", args=[later.pk])).content.decode()
    assert "1 actie: 1 gedaan." in overview
    (table,) = [part for part in closing.actions(material_of(later)) if isinstance(part, TablePart)]
    assert table.caption == "Acties van de vorige peiling"
    assert table.rows[0][2].endswith("Elke maand vol.")
