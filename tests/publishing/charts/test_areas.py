"""Values on a map: north above, no circle over another, names that can be read."""

from itertools import combinations
from math import hypot

import pytest

from krachtlokaal.publishing.charts import Area, Chart, Ground, Scale, areas
from krachtlokaal.publishing.documents import svg as drawings
from tests.publishing.charts.reading import Drawing

THREE = [
    Area("Leeuwarden", 53.17, 5.80, 58, level=2),
    Area("Súdwest-Fryslân", 53.00, 5.56, 44, level=1),
    Area("Noardeast-Fryslân", 53.32, 5.98, None),
]


def made(*places: Area, ground: tuple[Ground, ...] = ()) -> Chart:
    return areas(
        places or THREE,
        title="Score per gemeente",
        head=("Gemeente", "Score"),
        scale=Scale(0, 100, 20),
        ground=ground,
    )


def test_the_table_and_the_picture_say_the_same() -> None:
    chart = made()
    assert chart.table.rows == (
        ("Leeuwarden", "58"),
        ("Súdwest-Fryslân", "44"),
        ("Noardeast-Fryslân", "niet getoond"),
    )
    assert sorted(Drawing(chart.svg).texts) == sorted(
        ["Leeuwarden", "Súdwest-Fryslân", "Noardeast-Fryslân", "58", "44", "–"]
    )
    assert chart.summary == "Leeuwarden 58, Súdwest-Fryslân 44. Niet getoond: Noardeast-Fryslân."


@pytest.mark.parametrize("narrow", [False, True])
def test_north_is_above_and_east_is_right(narrow: bool) -> None:
    chart = made()
    drawing = Drawing(chart.narrow if narrow else chart.svg)
    middle, south, north = (
        (float(one["cx"]), float(one["cy"])) for one in drawing.shapes("circle")
    )
    assert north[1] < middle[1] < south[1]
    assert south[0] < middle[0] < north[0]
    assert drawing.clashes() == []


def test_a_level_colours_the_ring_and_a_hidden_one_has_none() -> None:
    rings = [one["class"] for one in Drawing(made().svg).shapes("circle")]
    assert rings == ["paper ring-2", "paper ring-1", "paper rule"]


def test_circles_that_lie_close_are_moved_apart_with_a_line() -> None:
    close = [Area(f"Plaats {i}", 53 + i / 500, 5.8, 50) for i in range(8)]
    for svg in (made(*close).svg, made(*close).narrow):
        drawing = Drawing(svg)
        circles = [(float(c["cx"]), float(c["cy"])) for c in drawing.shapes("circle")]
        radius = float(drawing.shapes("circle")[0]["r"])
        apart = [hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(circles, 2)]
        assert min(apart) > 2 * radius
        assert drawing.clashes() == []
        assert drawing.shapes("line")


def test_one_place_alone_stands_in_the_middle() -> None:
    drawing = Drawing(made(THREE[0]).svg)
    (one,) = drawing.shapes("circle")
    assert float(one["cx"]) == pytest.approx(drawing.width / 2)
    assert drawing.clashes() == []


def test_the_land_around_is_drawn_only_where_the_map_is() -> None:
    near, far = Ground(53.1, 5.7), Ground(40.0, 5.7)
    drawing = Drawing(made(ground=(near, far)).svg)
    assert len(drawing.shapes("circle", "land")) == 1
    assert drawings.problem(made(ground=(near,)).svg) == ""


@pytest.mark.parametrize("count", [24, 60, 342])
def test_many_places_can_be_drawn_and_nothing_clashes(count: int) -> None:
    many = [
        Area(f"Gemeente {i}", 51 + (i * 37 % 100) / 40, 4 + (i * 61 % 97) / 35, i % 100)
        for i in range(count)
    ]
    chart = made(*many)
    assert len(chart.table.rows) == count
    assert len(Drawing(chart.svg).shapes("circle")) == count
    assert Drawing(chart.svg).clashes() == []
    assert chart == made(*many)


def test_where_names_do_not_fit_the_circles_hold_marks_of_a_list_with_the_values() -> None:
    close = [Area(f"Plaats {i}", 53 + i / 200, 5.8 + i / 150, 40 + i) for i in range(18)]
    drawing = Drawing(made(*close).narrow)
    assert drawing.clashes() == []
    assert drawing.texts[:3] == ["a", "b", "c"]
    assert drawing.texts.count("r") == 2
    assert drawing.texts[-1] == "Plaats 17: 57"
