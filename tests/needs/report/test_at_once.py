"""Two who put the report in order at the same moment, in transactions that really end."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from krachtlokaal.core import guard
from krachtlokaal.needs.models import Action, Block, NeedsSurvey
from krachtlokaal.needs.services import actions, reports
from tests.accounts import factories as accounts
from tests.needs.report import making
from tests.surveys.test_apart import database  # noqa: F401 a fixture
from tests.surveys.test_at_once import PATIENCE, _until_it_waits

pytestmark = pytest.mark.usefixtures("database")


def of_another(survey: NeedsSurvey, deed: Callable[[], object]) -> threading.Thread:
    def do() -> None:
        with guard.workspaces(survey.workspace_id):
            deed()
        connection.close()

    return threading.Thread(target=do)


@pytest.mark.parametrize("kind", [Block, Action])
def test_who_changes_the_order_waits_for_a_colleague_who_does_and_holds_nothing_meanwhile(
    kind: type[Block] | type[Action],
) -> None:
    place = accounts.workspace()
    with guard.workspaces(place.pk):
        survey = making.survey(place)
        blocks = [making.block(survey, position=number) for number in (1, 2, 3)]
        tasks = [making.action(survey, position=number) for number in (1, 2, 3)]
    deeds: dict[type[Block] | type[Action], Callable[[], object]] = {
        Block: lambda: reports.move(block=blocks[0], steps=1),
        Action: lambda: actions.move(action=tasks[0], steps=1),
    }
    other = of_another(survey, deeds[kind])
    with guard.workspaces(place.pk), transaction.atomic():
        NeedsSurvey.objects.select_for_update().get(pk=survey.pk)
        other.start()
        _until_it_waits()
        assert len(kind.objects.select_for_update(nowait=True).filter(survey=survey)) == 3
    other.join(PATIENCE)
    with guard.workspaces(place.pk):
        rows = kind.objects.filter(survey=survey).order_by("pk")
        assert list(rows.values_list("position", flat=True)) == [2, 1, 3]
