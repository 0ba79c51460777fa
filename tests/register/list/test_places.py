"""Municipalities as pages name them."""

import pytest

from krachtlokaal.register.queries.places import town_name, towns

pytestmark = pytest.mark.django_db


def test_a_municipality_goes_by_its_everyday_name() -> None:
    assert [town_name(code) for code in ("GM0518", "GM0164")] == ["Den Haag", "Hengelo"]


def test_two_of_one_name_are_told_apart_by_their_province() -> None:
    assert [town_name(code) for code in ("GM0373", "GM0893")] == [
        "Bergen (Noord-Holland)",
        "Bergen (Limburg)",
    ]


def test_no_two_municipalities_look_the_same() -> None:
    names = [town.name for town in towns().values()]
    assert len(set(names)) == len(names) == 342
