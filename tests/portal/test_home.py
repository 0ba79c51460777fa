"""The front page: what everybody may know, and ways that exist."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.accounts.models import Workspace
from tests.register.factories import organisation
from tests.topics.factories import offer

pytestmark = pytest.mark.django_db


def home(client: Client) -> str:
    answer = client.get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_figures_are_those_of_the_register(client: Client, room: Workspace) -> None:
    organisation()
    offer()
    text = home(client)
    assert "<dt>organisaties in beeld</dt><dd>1</dd>" in text
    assert "<dt>gemeenten met een steunpunt</dt><dd>1</dd>" in text
    assert "<dt>soorten hulp en advies</dt><dd>1</dd>" in text
    assert text.count("<circle") == 342
    assert text.count('class="is-on"') == 2  # one dot, one line of the legend


def test_the_map_says_in_words_and_in_a_table_what_it_shows(
    client: Client, room: Workspace
) -> None:
    organisation()
    text = home(client)
    assert "In 1 gemeente doet een steunpunt mee." in text
    assert re.search(r'<th scope="row">Tiel</th>\s*<td>Steunpunt Tiel</td>', text)


def test_without_any_workspace_the_page_stands(client: Client) -> None:
    text = home(client)
    assert "Dezelfde kaart als lijst" not in text
    assert "Nog niet (342)" in text


def test_each_link_of_the_page_leads_somewhere(client: Client) -> None:
    for address in set(re.findall(r'href="(/[^"#]*)', home(client))):
        if not address.startswith("/static/"):
            assert client.get(address).status_code == 200, address


def test_a_member_is_led_to_her_own_page(adviser: Client) -> None:
    text = home(adviser)
    assert "Naar uw startpagina" in text
    assert "Log in als adviseur" not in text


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client,
    room: Workspace,
    number: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for index in range(number):
        organisation(f"Club {index}")
    home(client)
    with django_assert_max_num_queries(4):
        home(client)
