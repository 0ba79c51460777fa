"""What nobody types by accident: each gets an answer, and nothing changes."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.models import Block, NeedsSurvey
from krachtlokaal.office.models import Draft
from tests.needs import factories
from tests.needs.report import making


@pytest.fixture
def survey(room: Workspace) -> Iterator[NeedsSurvey]:
    with guard.workspaces(room.pk):
        yield making.survey(room)


def test_a_sign_that_can_not_be_kept_is_not_searched_for(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    url = reverse("needs:guest_add", args=[factories.table(survey).pk])
    page = coordinator.get(url, {"zoek": "Ko\x00or"})
    assert (page.status_code, page.context["typed"], page.context["found"]) == (200, "Ko or", [])


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 25, "²", "-1", "\x00"])
def test_a_block_behind_one_that_can_not_be_comes_last(
    coordinator: Client, survey: NeedsSurvey, number: str
) -> None:
    first = making.block(survey)
    coordinator.post(reverse("needs:block_add", args=[survey.pk]), {"na": number})
    assert [row.position for row in Block.objects.filter(survey=survey)] == [first.position, 2]


def test_a_draft_of_no_block_stops_no_report(
    coordinator: Client, user: User, survey: NeedsSurvey
) -> None:
    making.block(survey)
    Draft.objects.create(
        workspace_id=survey.workspace_id, user_id=user.pk, form="needs.block.²", data={}
    )
    assert coordinator.get(reverse("needs:report", args=[survey.pk])).status_code == 200


def test_a_mark_of_figures_that_never_stood_there_is_no_mark(
    coordinator: Client, survey: NeedsSurvey
) -> None:
    block = making.block(survey)
    coordinator.post(reverse("needs:block_read", args=[block.pk]), {"mark": "a\x00b"})
    block.refresh_from_db()
    assert block.data_mark == "a b"
    page = coordinator.get(reverse("needs:report", args=[survey.pk])).content.decode()
    assert "nagelezen" in page
