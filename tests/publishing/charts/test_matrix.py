"""The matrix: each dot where its two values put it, each name where it touches nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krachtlokaal.publishing.charts import Axis, Chart, Point, Scale, matrix
from krachtlokaal.publishing.documents import svg as drawings
from tests.publishing.charts.reading import Drawing

SCORE = Axis("Score (0 tot 100)", Scale(0, 100, 10), 60)
IMPORTANCE = Axis("Belang (1 tot 5)", Scale(1, 5, 0.5, places=1), 4)
QUARTERS = ("Belangrijk en zwak", "Belangrijk en sterk", "Minder nodig", "Al goed")
POINTS = [
    Point("Vrijwilligers vinden", 42, 4.5),
    Point("Bestuur", 71, 4.2),
    Point("Regels en veiligheid", 50, 3.1),
    Point("Zichtbaar en open", 60, 3.9),
    Point("Leren en vernieuwen", None, 3.5),
]


def made(*points: Point) -> Chart:
    return matrix(
        points or POINTS,
        title="Belang en score",
        name="Onderwerp",
        across=SCORE,
        up=IMPORTANCE,
        quarters=QUARTERS,
    )


def test_the_table_says_the_values_and_the_quarter() -> None:
    table = made().table
    assert table.head == ("Onderwerp", IMPORTANCE.name, SCORE.name, "Kwart van de figuur")
    assert table.rows == (
        ("Vrijwilligers vinden", "4,5", "42", "Belangrijk en zwak"),
        ("Bestuur", "4,2", "71", "Belangrijk en sterk"),
        ("Regels en veiligheid", "3,1", "50", "Minder nodig"),
        ("Zichtbaar en open", "3,9", "60", "Al goed"),
        ("Leren en vernieuwen", "3,5", "niet getoond", ""),
    )


@pytest.mark.parametrize("narrow", [False, True])
def test_each_dot_lies_where_its_values_are(narrow: bool) -> None:
    chart = made()
    drawing = Drawing(chart.narrow if narrow else chart.svg)
    dots = [(float(d["cx"]), float(d["cy"])) for d in drawing.shapes("circle")]
    plot = next(box for box in drawing.shapes("rect", "paper"))
    x, y, wide, high = (float(plot[name]) for name in ("x", "y", "width", "height"))
    # Scores lie between 30 and 80, importance between 2,5 and 5: whole steps around the values.
    wanted = [
        (x + (p.x - 30) / 50 * wide, y + (5 - p.y) / 2.5 * high)
        for p in POINTS
        if p.x is not None and p.y is not None
    ]
    assert dots == [pytest.approx(one, abs=0.1) for one in wanted]


def test_what_is_hidden_is_not_in_the_picture() -> None:
    chart = made()
    for svg in (chart.svg, chart.narrow):
        assert "Leren" not in svg
    assert chart.summary == (
        "Belangrijk en zwak: Vrijwilligers vinden. Belangrijk en sterk: Bestuur."
        " Minder nodig: Regels en veiligheid. Al goed: Zichtbaar en open."
    )


def test_a_telephone_gets_numbers_and_a_list() -> None:
    texts = Drawing(made().narrow).texts
    assert [text for text in texts if text in {p.label for p in POINTS}] == [
        p.label for p in POINTS if p.x is not None
    ]
    assert texts.count("1") == 2


def test_names_that_fit_nowhere_become_numbers_with_a_list() -> None:
    close = [Point(f"Onderwerp {'abcdefghij'[i]} met een lange naam", 60, 4) for i in range(10)]
    drawing = Drawing(made(*close).svg)
    assert drawing.clashes() == []
    assert [drawing.texts.count(str(number)) for number in (1, 10)] == [2, 2]


def test_nothing_to_show_is_said() -> None:
    chart = made(Point("Bestuur", None, None))
    assert chart.summary == "Er is geen waarde die getoond mag worden."
    assert Drawing(chart.svg).clashes() == []
    assert drawings.problem(chart.svg) == ""


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Bestuur", "Vrijwilligers begeleiden en waarderen", "Geld en plek"]),
            st.floats(0, 100),
            st.floats(1, 5),
        ),
        max_size=10,
    )
)
@settings(max_examples=60, deadline=None)
def test_no_texts_touch_wherever_the_dots_lie(found: list[tuple[str, float, float]]) -> None:
    chart = made(*(Point(*one) for one in found)) if found else made()
    assert chart == (made(*(Point(*one) for one in found)) if found else made())
    for svg in (chart.svg, chart.narrow):
        assert Drawing(svg).clashes() == []
