"""Dots on a map: where they stand, how large they are, and what they are called."""

import re

import pytest

from krachtlokaal.publishing import dot_map
from krachtlokaal.publishing.dot_map import Dot

NORTH = Dot(53.2, 5.8, 40, "Noord: 40", "/?gemeente=N&q=a")
SOUTH = Dot(50.9, 5.7, 10, "Zuid <10>", "/z")
CIRCLE = re.compile(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/></a>')


def test_a_dot_is_a_link_with_a_name() -> None:
    drawn = dot_map.draw([NORTH, SOUTH], [], "Kaart")
    assert 'role="group" aria-label="Kaart"' in drawn
    assert '<a href="/?gemeente=N&amp;q=a" aria-label="Noord: 40"><title>Noord: 40</title>' in drawn
    assert "Zuid &lt;10&gt;" in drawn


def test_north_is_above_and_more_is_larger_and_below() -> None:
    (x1, y1, r1), (x2, y2, r2) = CIRCLE.findall(dot_map.draw([SOUTH, NORTH], [], "Kaart"))
    assert float(y1) < float(y2)
    assert float(x1) > float(x2)
    assert (float(r1), float(r2)) == (20.0, 12.0)


def test_areas_of_dots_compare_as_their_numbers() -> None:
    small, large = (dot_map.radius(n, 100) - dot_map.SMALLEST for n in (25, 100))
    assert (large / small) ** 2 == pytest.approx(4)


@pytest.mark.parametrize(("number", "most"), [(0, 10), (3, 0), (-1, 5)])
def test_nothing_is_the_smallest_dot(number: int, most: int) -> None:
    assert dot_map.radius(number, most) == dot_map.SMALLEST


def test_the_ground_is_hidden_for_screen_readers() -> None:
    drawn = dot_map.draw([NORTH], [SOUTH], "Kaart")
    assert '<g class="ground" aria-hidden="true"><circle' in drawn


def test_one_place_alone_still_has_land_around_it() -> None:
    ((x, y, _r),) = CIRCLE.findall(dot_map.draw([NORTH], [], "Kaart"))
    assert float(x) == pytest.approx(dot_map.WIDTH / 2, abs=1)
    assert float(y) > dot_map.MARGIN


@pytest.mark.parametrize(
    ("most", "steps"), [(0, []), (1, [1]), (2, [2]), (8, [1, 2, 8]), (614, [30, 100, 600])]
)
def test_the_legend_has_round_numbers(most: int, steps: list[int]) -> None:
    assert dot_map.legend_steps(most) == steps
