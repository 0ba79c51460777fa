"""The list of cases: its order, its pages, and odd addresses."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.advice.models import AdviceCase
from krachtlokaal.core import guard
from tests.accounts import factories as accounts
from tests.advice import factories
from tests.register.people import workspace

LIST = "/advies-vragen/"


@pytest.fixture
def room(db: None) -> Workspace:
    return workspace("partoer", municipalities=["GM0080"])


@pytest.fixture
def adviser(room: Workspace, client: Client) -> User:
    user = accounts.member(room, Role.CONSULENT, "anna@partoer.example")
    client.force_login(user)
    return user


def shown(client: Client, address: str = LIST) -> list[str]:
    rows: Any = client.get(address).context["page"]
    return [case.question for case in rows]


def test_the_step_that_is_longest_overdue_comes_first_and_without_a_day_last(
    room: Workspace, adviser: User, client: Client
) -> None:
    today = timezone.localdate()
    days = {"Morgen": 1, "Vorige week": -7, "Gisteren": -1}
    with guard.workspaces(room.pk):
        factories.case(room, adviser, question="Ooit")
        for question, days_on in days.items():
            on = today + timedelta(days=days_on)
            factories.case(room, adviser, question=question, next_step="Bel", next_step_on=on)
    assert shown(client) == ["Vorige week", "Gisteren", "Morgen", "Ooit"]
    assert client.get(LIST).content.decode().count("te laat") == 2


def test_many_cases_come_in_pages_with_as_many_queries_as_one(
    room: Workspace,
    adviser: User,
    client: Client,
    django_assert_max_num_queries: Any,
) -> None:
    rows = [
        AdviceCase(workspace=room, adviser=adviser, question=f"Vraag {number}")
        for number in range(60)
    ]
    with guard.workspaces(room.pk):
        AdviceCase.objects.bulk_create(rows)
    client.get(LIST)
    with django_assert_max_num_queries(9):
        first = shown(client)
    pages = [first, shown(client, f"{LIST}?page=2"), shown(client, f"{LIST}?page=3")]
    assert [len(page) for page in pages] == [25, 25, 10]
    assert len({question for page in pages for question in page}) == 60


@pytest.mark.parametrize(
    "odd", ["?page=abc", "?page=-1", "?page=99999", "?van=x&toon=y", "?van=%00"]
)
def test_an_odd_address_gives_the_list(
    room: Workspace, adviser: User, client: Client, odd: str
) -> None:
    with guard.workspaces(room.pk):
        factories.case(room, adviser, question="De vraag")
    assert shown(client, LIST + odd) == ["De vraag"]


@pytest.mark.parametrize("odd", ["?organisatie=99999999999", "?organisatie=²", "?q=%00", "?q='"])
def test_an_odd_search_for_an_organisation_finds_nothing(
    adviser: User, client: Client, odd: str
) -> None:
    answer = client.get(f"{LIST}nieuw/{odd}")
    assert (answer.status_code, answer.context["organisation"]) == (200, None)


def test_a_form_that_is_not_right_says_why_and_keeps_what_was_typed(
    adviser: User, client: Client
) -> None:
    sent = {"question": "Hoe " * 600, "next_step_on": "31-31-2026", "theme": "bestaatniet"}
    answer = client.post(f"{LIST}nieuw/", sent)
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {
        "organisation_name",
        "question",
        "next_step_on",
        "theme",
    }
    assert "Hoe Hoe" in answer.content.decode()
    nul = client.post(f"{LIST}nieuw/", {"organisation_name": "A\x00", "question": "B\x00"})
    assert nul.status_code == 200
    # A line is tidied of signs that nobody sees; a longer text says that they can't stay.
    assert set(nul.context["form"].errors) == {"question"}
