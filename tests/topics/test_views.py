"""The public page with all the help there is."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.register.queries.places import towns
from krachtlokaal.topics.vocabulary import themes
from tests.accounts.factories import workspace
from tests.topics.factories import offer

pytestmark = pytest.mark.django_db
URL = "/hulp-en-advies/"


def page(client: Client, **choice: str) -> str:
    answer = client.get(URL, choice)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_visitor_sees_help_by_theme_and_whom_to_ask(client: Client) -> None:
    room = workspace()
    room.email = "post@oevermeer.example"
    room.save()
    offer(workspace=room)
    text = page(client)
    assert "<h2>Bestuur</h2>" in text
    assert "Een goed gesprek" in text
    assert 'href="mailto:post@oevermeer.example"' in text


def test_the_choice_narrows_and_stays_chosen(client: Client) -> None:
    offer("1", themes=["bestuur"])
    offer("2", themes=["regels"], title="Verzekeringen")
    text = page(client, thema="regels")
    assert "Verzekeringen" in text
    assert "Een goed gesprek" not in text
    assert '<option value="regels" selected>' in text


def test_under_a_chosen_theme_stands_that_theme(client: Client) -> None:
    offer(themes=["bestuur", "leren"])
    assert "<h2>Leren en vernieuwen</h2>" in page(client, thema="leren")


def test_an_unknown_choice_is_told_and_left_out(client: Client) -> None:
    offer()
    text = page(client, thema="geluk", gemeente="GM9999", page="zeven")
    assert text.count("Deze keuze kennen wij niet") == 2
    assert "Een goed gesprek" in text


def test_without_help_the_page_says_what_to_do(client: Client) -> None:
    assert "De steunpunten vullen deze lijst" in page(client)
    assert "Toon alle hulp" in page(client, thema="bestuur")


def test_more_than_twelve_have_pages(client: Client) -> None:
    for number in range(13):
        offer(str(number), title=f"Aanbod {number:02}")
    assert "Aanbod 12" not in page(client)
    assert "Aanbod 12" in page(client, page="2")


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    themes()
    towns()
    for index in range(number):
        offer(str(index))
    with django_assert_max_num_queries(8):
        page(client)
