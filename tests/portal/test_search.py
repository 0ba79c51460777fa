"""Search over everything that one may see."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.register.models import Municipality
from tests.accounts import factories as people
from tests.register.factories import LEEUWARDEN, contact, organisation
from tests.topics.factories import offer

pytestmark = pytest.mark.django_db


def search(client: Client, text: str) -> str:
    answer = client.get("/zoeken/", {"q": text})
    assert answer.status_code == 200
    return answer.content.decode()


def test_organisations_contacts_and_help_are_found_by_the_start_of_words(
    adviser: Client, room: Workspace
) -> None:
    row = organisation("Zangkoor De Lijster")
    with guard.workspaces(room.pk):
        contact(room, row, name="Zangeres Z.")
    offer(title="Zangles voor besturen")
    text = search(adviser, "zang")
    for words in ("Zangkoor De Lijster", "Zangeres Z.", "Zangles voor besturen"):
        assert words in text
    assert text.count("<h2 ") == 3
    assert f'href="/organisaties/{row.pk}/"' in text


def test_organisations_of_the_whole_country_are_found(adviser: Client) -> None:
    organisation("Koor Ver Weg", municipality=Municipality.objects.get(pk=LEEUWARDEN))
    assert "Koor Ver Weg" in search(adviser, "ver koor")


def test_contacts_of_another_workspace_are_not_found(adviser: Client) -> None:
    other = people.workspace("elders")
    with guard.workspaces(other.pk):
        contact(other, organisation("Koor"), name="Geheim G.", email="geheim@club.example")
    assert "Geheim G." not in search(adviser, "geheim")
    assert "Wij vonden niets" in search(adviser, "geheim")


@pytest.mark.parametrize("text", ["", "a", "%", "' OR 1=1 --", "\x00", "&|!():*", "é" * 500, "🎺"])
def test_odd_texts_get_a_page(adviser: Client, text: str) -> None:
    organisation("Koor")
    search(adviser, text)


def test_nothing_found_says_what_to_do(adviser: Client) -> None:
    text = search(adviser, "xyzzy")
    assert 'Niets gevonden met "xyzzy"' in text
    assert "Kijk of het goed gespeld is" in text


def test_more_than_eight_lead_to_the_list(adviser: Client) -> None:
    for number in range(9):
        organisation(f"Koor {number}")
    text = search(adviser, "koor")
    assert text.count("kl-list__link") == 8
    assert 'href="/organisaties/?q=koor&amp;gebied=alles"' in text


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.LEZER, 200), (Role.CONSULENT, 200), (Role.DEURVRIJWILLIGER, 403)],
)
def test_who_may_read_may_search(room: Workspace, role: Role, status: int) -> None:
    client = people.signed_in(people.member(room, role))
    assert client.get("/zoeken/").status_code == status


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    adviser: Client,
    room: Workspace,
    number: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    with guard.workspaces(room.pk):
        for index in range(number):
            contact(room, organisation(f"Koor {index}"), name=f"Koor {index}")
            offer(str(index), title=f"Koor {index}")
    search(adviser, "koor")
    with django_assert_max_num_queries(12):
        search(adviser, "koor")
