"""The list of needs surveys, and one of them with what to do now."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from tests.needs import factories


@pytest.fixture(autouse=True)
def _in_the_room(room: Workspace) -> Iterator[None]:
    with guard.workspaces(room.pk):
        yield


def url(name: str, *args: int) -> str:
    return reverse(f"needs:{name}", args=args)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_has_the_same_number_of_queries(
    coordinator: Client, room: Workspace, count: int, django_assert_num_queries: object
) -> None:
    for number in range(count):
        factories.survey(room, title=f"Peiling {number}")
    with django_assert_num_queries(10):  # type: ignore[operator]  # pytest-django's fixture
        page = coordinator.get(url("surveys"))
    titles = [line.survey.title for line in page.context["lines"]]
    assert titles == [f"Peiling {number}" for number in reversed(range(count))]


def test_an_empty_list_says_what_to_do_first(coordinator: Client) -> None:
    page = coordinator.get(url("surveys")).content.decode()
    assert "U heeft nog geen behoeftepeiling" in page
    assert "Kies eerst het gebied en de vraag." in page
