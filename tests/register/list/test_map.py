"""The map and its table show the same numbers as the list."""

import pytest
from django.test import Client
from django.urls import reverse

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.queries.places import towns
from tests.register import factories
from tests.register.people import member, workspace

pytestmark = pytest.mark.django_db
MAP = reverse("register:map")


@pytest.fixture
def room() -> Workspace:
    return workspace("tiel", [factories.TIEL, factories.BUREN])


@pytest.fixture
def adviser(client: Client, room: Workspace) -> Client:
    client.force_login(member(room))
    return client


def text(client: Client, address: str = "") -> str:
    return " ".join(client.get(f"{MAP}?{address}").content.decode().split())


def test_each_municipality_is_a_link_with_its_number(adviser: Client) -> None:
    factories.organisation("Een", sector=Sector.SPORT)
    factories.organisation("Twee")
    factories.organisation("Drie", municipality_id=factories.BUREN)
    factories.organisation("Ver", municipality_id=factories.LEEUWARDEN)
    page = text(adviser)
    assert "3 organisaties in 2 gemeenten" in page
    assert 'aria-label="Tiel: 2 organisaties"' in page
    assert 'aria-label="Buren: 1 organisatie"' in page
    assert f'href="{reverse("register:list")}?gemeente=GM0281"' in page
    assert 'aria-label="Tiel: 1 organisatie"' in text(adviser, "soort=sport")


def test_the_map_zooms_to_a_province(adviser: Client) -> None:
    factories.organisation("Ver", municipality_id=factories.LEEUWARDEN)
    whole = text(adviser, "gebied=alles")
    assert whole.count("<circle") > len(towns())
    near = text(adviser, "gebied=alles&provincie=Frysl%C3%A2n")
    assert near.count("<circle") < 50


def test_nothing_found_says_what_to_do(adviser: Client) -> None:
    assert "Kies minder filters." in text(adviser, "q=niets")


def test_the_filters_stay_when_municipalities_are_ticked(adviser: Client) -> None:
    factories.organisation("Een", sector=Sector.SPORT)
    assert '<input type="hidden" name="soort" value="sport">' in text(adviser, "soort=sport")


@pytest.mark.parametrize("count", [1, 3])
def test_the_map_takes_a_fixed_number_of_queries(
    adviser: Client, count: int, django_assert_num_queries: object
) -> None:
    towns()
    for number in range(count):
        factories.organisation(f"Club {number}", municipality_id=list(towns())[number])
    with django_assert_num_queries(9):  # type: ignore[operator]  # pytest-django's fixture
        adviser.get(MAP, {"gebied": "alles"})


def test_a_door_volunteer_does_not_get_in(client: Client, room: Workspace) -> None:
    client.force_login(member(room, Role.DEURVRIJWILLIGER))
    assert client.get(MAP).status_code == 403
