"""Bars with whiskers: as long as their values, as wide as their intervals, readable everywhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krachtlokaal.publishing.charts import Bar, Chart, Scale, bars
from krachtlokaal.publishing.documents import svg as drawings
from tests.publishing.charts.reading import Drawing

SCALE = Scale(0, 100, 20)
HEAD = ("Onderwerp", "Behoefte", "Met 95% zekerheid", "Plaats")
ROWS = [
    Bar("Vrijwilligers vinden", 58, 50, 66, "plaats 1 tot 3"),
    Bar("Regels en veiligheid", 31, 20.4, 40, "plaats 2 tot 4"),
    Bar("Leren <&> vernieuwen", None),
]


def made(*rows: Bar, scale: Scale = SCALE) -> Chart:
    return bars(rows or ROWS, title="Wat het meest nodig is", head=HEAD, scale=scale)


def test_the_table_has_what_the_picture_shows() -> None:
    chart = made()
    assert chart.table.head == HEAD
    assert chart.table.rows == (
        ("Vrijwilligers vinden", "58", "50 tot 66", "plaats 1 tot 3"),
        ("Regels en veiligheid", "31", "20 tot 40", "plaats 2 tot 4"),
        ("Leren <&> vernieuwen", "niet getoond", "", ""),
    )
    shown = Drawing(chart.svg).texts
    assert {cell for row in chart.table.rows for cell in row if cell} <= set(shown)
    assert set(shown) - {cell for row in chart.table.rows for cell in row} == {
        SCALE.text(tick) for tick in SCALE.ticks()
    }


@pytest.mark.parametrize("narrow", [False, True])
def test_a_bar_is_as_long_as_its_value_and_the_whisker_as_wide_as_its_interval(
    narrow: bool,
) -> None:
    chart = made()
    drawing = Drawing(chart.narrow if narrow else chart.svg)
    (track, *_rest) = drawing.shapes("rect", "track")
    full, start = float(track["width"]), float(track["x"])
    lengths = [float(bar["width"]) / full for bar in drawing.shapes("rect", "braam")]
    assert lengths == pytest.approx([0.58, 0.31], abs=0.001)
    ends = [
        ((float(one["x1"]) - start) / full, (float(one["x2"]) - start) / full)
        for one in drawing.shapes("line", "whisker")[::3]
    ]
    assert ends == [pytest.approx((0.5, 0.66), abs=0.001), pytest.approx((0.204, 0.4), abs=0.001)]


def test_a_hidden_value_has_a_track_and_no_bar() -> None:
    drawing = Drawing(made(Bar("Bestuur", None)).svg)
    assert len(drawing.shapes("rect")) == 1
    assert drawing.texts[-1] == "niet getoond"
    assert drawing.told("desc") == "Er is geen waarde die getoond mag worden."


def test_change_goes_both_ways_from_zero() -> None:
    scale = Scale(-20, 20, 10, signed=True)
    chart = made(Bar("Bestuur", -10, -15, -5), Bar("Doel en plannen", 5, 0, 10), scale=scale)
    drawing = Drawing(chart.svg)
    (track, *_rest) = drawing.shapes("rect", "track")
    middle = float(track["x"]) + float(track["width"]) / 2
    less, more = drawing.shapes("rect", "braam")
    assert float(less["x"]) + float(less["width"]) == pytest.approx(middle, abs=0.15)
    assert float(more["x"]) == pytest.approx(middle, abs=0.15)
    assert [row[:3] for row in chart.table.rows] == [
        ("Bestuur", "−10", "−15 tot −5"),
        ("Doel en plannen", "+5", "0 tot +10"),
    ]


def test_who_does_not_see_it_hears_what_it_says() -> None:
    drawing = Drawing(made().svg)
    assert drawing.root.attrib["role"] == "img"
    assert drawing.told("title") == "Wat het meest nodig is"
    assert drawing.told("desc") == (
        "Het hoogst is Vrijwilligers vinden (58), het laagst Regels en veiligheid (31)."
    )
    ids = {one.attrib["id"] for one in drawing.root if "id" in one.attrib}
    assert set(drawing.root.attrib["aria-labelledby"].split()) == ids


def test_the_same_data_give_the_same_bytes_and_both_pictures_their_own_names() -> None:
    one, other = made(), made()
    assert one == other
    names = [Drawing(svg).root.attrib["aria-labelledby"] for svg in (one.svg, one.narrow)]
    assert len(set(names)) == 2
    assert [drawings.problem(svg) for svg in (one.svg, one.narrow)] == ["", ""]


@given(
    st.lists(
        st.tuples(
            st.text(st.sampled_from("abcdeWim ÿë"), min_size=1, max_size=60),
            st.floats(0, 100),
            st.floats(0, 30),
        ),
        min_size=1,
        max_size=12,
    )
)
@settings(max_examples=60, deadline=None)
def test_no_texts_touch_whatever_they_are(found: list[tuple[str, float, float]]) -> None:
    rows = [
        Bar(f"x{label}", value, max(value - wide, 0), min(value + wide, 100), "plaats 1 tot 3")
        for label, value, wide in found
    ]
    chart = made(*rows)
    for svg in (chart.svg, chart.narrow):
        drawing = Drawing(svg)
        assert drawing.clashes() == []
        assert min(words.size for words in drawing.words) >= 14
    assert Drawing(chart.narrow).width <= 250
