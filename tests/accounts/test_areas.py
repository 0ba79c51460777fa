"""Which workspace works where."""

import pytest

from krachtlokaal.accounts.enums import WorkspaceKind
from krachtlokaal.accounts.queries.areas import (
    AreaFilter,
    area_filter,
    covers,
    workspaces_for,
)
from tests.accounts import factories

pytestmark = pytest.mark.django_db

TOWN, OTHER = "GM0001", "GM0002"


def test_a_municipality_alone_means_all_sectors_there() -> None:
    place = factories.workspace(municipalities=[TOWN])
    assert covers(place, TOWN, "sport")
    assert not covers(place, OTHER, "sport")


def test_a_sector_alone_means_everywhere() -> None:
    place = factories.workspace(sectors=["sport"])
    assert covers(place, OTHER, "sport")
    assert not covers(place, OTHER, "natuur")


def test_both_mean_that_sector_in_that_municipality() -> None:
    place = factories.workspace(pairs=[(TOWN, "sport")])
    assert covers(place, TOWN, "sport")
    assert not covers(place, TOWN, "natuur")
    assert not covers(place, OTHER, "sport")


def test_the_filter_holds_the_three_kinds_apart() -> None:
    place = factories.workspace(municipalities=[TOWN], sectors=["sport"], pairs=[(OTHER, "natuur")])
    assert area_filter(place) == AreaFilter(
        frozenset([TOWN]), frozenset(["sport"]), frozenset([(OTHER, "natuur")])
    )


def test_who_works_there_names_the_steunpunt_first() -> None:
    supporter = factories.workspace("aaa-sport", kind=WorkspaceKind.KOEPEL, sectors=["sport"])
    steunpunt = factories.workspace("zuid", municipalities=[TOWN])
    factories.workspace("noord", municipalities=[OTHER])
    assert list(workspaces_for(TOWN, "sport")) == [steunpunt, supporter]
    assert list(workspaces_for(TOWN, "natuur")) == [steunpunt]
