"""The operator's page: how the installation is doing."""

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from tests.accounts import factories as people
from tests.portal import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(db: None) -> Client:
    owner = people.user("beheer@kl.example", is_operator=True)
    people.key(owner)
    return people.signed_in(owner)


def page(client: Client) -> str:
    answer = client.get("/beheer/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_a_worker_it_says_so_and_how_to_mend_it(operator: Client) -> None:
    text = page(operator)
    assert "De werker draait niet" in text
    assert "Start de werker opnieuw" in text
    assert "Er is nog geen post." in text
    assert "<dt>PostgreSQL</dt>" in text


def test_a_worker_with_a_heartbeat_is_alive(operator: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
    assert "De werker draait. Laatste teken van leven:" in page(operator)


def test_mails_of_all_workspaces_are_counted_and_not_shown(
    operator: Client, room: Workspace
) -> None:
    with guard.workspaces(room.pk):
        factories.unsure_mail(room)
    text = page(operator)
    assert "Onzeker" in text
    assert "bestuur@club.example" not in text


def test_a_coordinator_may_not_see_it(coordinator: Client) -> None:
    assert coordinator.get("/beheer/").status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    operator: Client,
    room: Workspace,
    number: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    with guard.workspaces(room.pk):
        for _ in range(number):
            factories.unsure_mail(room)
    page(operator)
    with django_assert_max_num_queries(10):
        page(operator)
