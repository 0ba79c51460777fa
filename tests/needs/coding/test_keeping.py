"""What coding leaves behind is thrown away in time."""

from datetime import timedelta

from django.utils import timezone

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import CardSource, SurveyState
from krachtlokaal.needs.models import Card, Coding
from krachtlokaal.office import retention
from tests.needs import factories
from tests.needs.coding.codings import coding


def test_answers_that_nobody_read_and_who_coded_are_gone_after_a_year(
    room: Workspace, user: User
) -> None:
    now = timezone.now()
    for days in (364, 366):
        with guard.workspaces(room.pk):
            survey = factories.survey(
                room,
                state=SurveyState.FINISHED,
                words_read_at=now - timedelta(days=days),
                finished_at=now - timedelta(days=days),
            )
            coding(factories.card(factories.table(survey), f"tafel {days}"), by=user)
            for name, values in (
                ("niet nagekeken", {"is_cleaned": False}),
                ("weggelegd", {"is_dropped": True}),
                ("goed", {}),
            ):
                Card.objects.create(
                    workspace=room,
                    survey=survey,
                    source=CardSource.ANSWER,
                    text=f"{name} {days}",
                    **values,
                )
    done = retention.clean_up(now)
    assert (done["needs_unread_words"], done["needs_coders"]) == (2, 1)
    with guard.workspaces(room.pk):
        assert sorted(Card.objects.values_list("text", flat=True)) == [
            "goed 364",
            "goed 366",
            "niet nagekeken 364",
            "tafel 364",
            "tafel 366",
            "weggelegd 364",
        ]
        names = Coding.objects.order_by("card__text").values_list("coder_name", "coder_id")
        assert list(names) == [(str(user), user.pk), ("", None)]
    assert "needs_coders" not in retention.clean_up(now)
