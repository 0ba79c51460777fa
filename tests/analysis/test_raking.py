"""Raking: published figures, what must hold for any margins, and the command."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.analysis.raking import NotConverged, design_effect, rake, totals_differ
from tests.analysis.conftest import Ask, File, Refuse

Margins = Callable[[str], Path]


@pytest.fixture
def margins(tmp_path: Path) -> Margins:
    """A file of totals."""

    def write(rows: str) -> Path:
        path = tmp_path / "margins.csv"
        path.write_text("variable,category,total\n" + rows, encoding="utf-8")
        return path

    return write


SIDES = {"row": ["a", "a", "b", "b"], "column": ["x", "y", "x", "y"]}


def test_two_by_two_has_a_closed_form() -> None:
    """The margins, and the odds ratio that the weights began with: 4."""
    raked = rake(
        SIDES,
        {"row": {"a": 60, "b": 40}, "column": {"x": 50, "y": 50}},
        weights=[2.0, 1.0, 1.0, 2.0],
    )
    ax, ay, bx, by = raked.weights
    assert (ax + ay, bx + by, ax + bx) == pytest.approx((60, 40, 50))
    assert ax * by / (ay * bx) == pytest.approx(4)
    assert raked.largest_margin_error <= 1e-10


# Women of Great Britain by age and marital status: Friedlander (1961), as adjusted by Bishop,
# Fienberg and Holland, Discrete multivariate analysis (1975), and in SAS/IML, example of IPF.
STATUS = {"single": 3988.0, "married": 11702.0, "widowed": 2634.0}
AGES = {
    "15": (1412.0, (1306, 83, 0)),
    "20": (1402.0, (619, 765, 3)),
    "25": (1450.0, (263, 1194, 9)),
    "30": (1541.0, (173, 1372, 28)),
    "35": (1681.0, (171, 1393, 51)),
    "40": (1532.0, (159, 1372, 81)),
    "45": (1662.0, (208, 1350, 108)),
    "50": (7644.0, (1116, 4100, 2329)),
}


def test_a_census_as_published() -> None:
    cells = [
        (age, status, float(count))
        for age, (_, counts) in AGES.items()
        for status, count in zip(STATUS, counts, strict=True)
        if count
    ]
    raked = rake(
        {"age": [cell[0] for cell in cells], "status": [cell[1] for cell in cells]},
        {"age": {age: total for age, (total, _) in AGES.items()}, "status": STATUS},
        weights=[cell[2] for cell in cells],
    )
    assert [round(weight, 2) for weight in raked.weights[:2]] == [1325.27, 86.73]


def test_margins_that_are_met_take_one_round() -> None:
    raked = rake(SIDES, {"row": {"a": 2, "b": 2}, "column": {"x": 2, "y": 2}})
    assert (raked.weights, raked.iterations, raked.kish_design_effect) == ((1.0,) * 4, 1, 1.0)
    assert (raked.largest_margin_error, raked.effective_n) == (0.0, 4.0)


@pytest.mark.parametrize("weights", [[], [0.0, 0.0]])
def test_a_design_effect_needs_weights(weights: list[float]) -> None:
    with pytest.raises(ValueError, match="weights above 0"):
        design_effect(weights)


ROWS = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.floats(0.1, 10)), max_size=30
)
EACH = [(one, other, 1.0) for one in "ab" for other in "xyz"]


@given(ROWS, st.floats(0.05, 0.95), st.floats(0.05, 0.45), st.floats(0.05, 0.45))
def test_raked_weights_meet_the_margins(
    rows: list[tuple[str, str, float]], a: float, x: float, y: float
) -> None:
    """All combinations occur, so that there is an answer; ratios inside a cell are kept."""
    every = [*EACH, *rows]
    known = {
        "first": {"a": 1000 * a, "b": 1000 - 1000 * a},
        "second": {"x": 1000 * x, "y": 1000 * y, "z": 1000 - 1000 * x - 1000 * y},
    }
    categories = {"first": [r[0] for r in every], "second": [r[1] for r in every]}
    start = [row[2] for row in every]
    raked = rake(categories, known, weights=start)
    for name, totals in known.items():
        for category, total in totals.items():
            pairs = zip(categories[name], raked.weights, strict=True)
            assert sum(w for label, w in pairs if label == category) == pytest.approx(total)
    factors: dict[tuple[str, str], float] = {}
    for row, before, after in zip(every, start, raked.weights, strict=True):
        assert factors.setdefault(row[:2], after / before) == pytest.approx(after / before)
    assert raked.kish_design_effect == pytest.approx(design_effect(raked.weights))
    assert raked.effective_n == pytest.approx(len(every) / raked.kish_design_effect)


@given(st.integers(1, 30), st.floats(1.2, 3))
def test_trimmed_weights_stay_inside_and_meet_the_margins(extra: int, high: float) -> None:
    """Row a,x weighs much to begin with; with four rows or more the others can take it over."""
    rows = [*EACH, *(("a", "x", 1.0) for _ in range(extra))]
    categories = {"first": [r[0] for r in rows], "second": [r[1] for r in rows]}
    known = {
        name: {label: float(labels.count(label)) for label in dict.fromkeys(labels)}
        for name, labels in categories.items()
    }
    raked = rake(categories, known, weights=[9.0, *[1.0] * (len(rows) - 1)], trim=(0.5, high))
    mean = sum(raked.weights) / len(rows)
    assert min(raked.weights) >= 0.5 * mean * (1 - 1e-9)
    assert max(raked.weights) <= high * mean * (1 + 1e-9)
    assert raked.largest_margin_error <= 1e-10


DIAGONAL = {"row": ["a", "b"], "column": ["x", "y"]}
UNEQUAL = {"row": {"a": 60.0, "b": 40.0}, "column": {"x": 50.0, "y": 50.0}}


def test_margins_that_no_weights_can_meet() -> None:
    with pytest.raises(NotConverged) as failed:
        rake(DIAGONAL, UNEQUAL)
    assert failed.value.possible is False


def test_rounds_that_are_too_few() -> None:
    with pytest.raises(NotConverged) as failed:
        rake(SIDES, UNEQUAL, weights=[5.0, 1.0, 1.0, 1.0], most_iterations=1)
    assert failed.value.possible is True


def test_weights_that_vanish_beside_others_are_no_answer() -> None:
    with pytest.raises(NotConverged):
        rake(SIDES, UNEQUAL, weights=[1e100, 1e100, 1e-300, 1e-300])


def test_totals_that_differ_by_a_rounding_are_made_equal() -> None:
    raked = rake(SIDES, {"row": {"a": 2.0, "b": 2.0}, "column": {"x": 2.0, "y": 2.0000005}})
    assert sum(raked.weights) == pytest.approx(4.0, rel=1e-12)
    large = {"a": {"x": 1e12}, "b": {"y": 1e12 + 0.5}}
    assert totals_differ(large) is None


@pytest.mark.parametrize(
    ("categories", "margins", "weights", "message"),
    [
        ({}, {}, None, "at least one variable"),
        ({"a": ["x"]}, {"a": {}}, None, "at least one variable"),
        ({"a": ["x"]}, {"a": {"x": 0}}, None, "a total is above 0"),
        ({"a": ["x"], "b": ["y"]}, {"a": {"x": 1}, "b": {"y": 2}}, None, "differ"),
        ({"a": ["x"]}, {"a": {"x": 1}}, [0.0], "a weight is above 0"),
        ({"a": ["x"]}, {"a": {"x": 1}}, [1.0, 1.0], "as many rows"),
        ({"a": []}, {"a": {"x": 1}}, None, "as many rows"),
        ({"a": ["x"]}, {"a": {"y": 1}}, None, r"\['x', 'y'\] without"),
    ],
)
def test_what_is_unusable_is_an_error(
    categories: dict[str, list[str]],
    margins: dict[str, dict[str, float]],
    weights: list[float] | None,
    message: str,
) -> None:
    with pytest.raises(ValueError, match=message):
        rake(categories, margins, weights=weights)


DATA = "row,column,w\na,x,2\na,y,1\nb,x,1\nb,y,2\n"
TOTALS = "row,a,60\nrow,b,40\ncolumn,x,50\ncolumn,y,50\n"


def test_the_command(ask: Ask, file: File, margins: Margins) -> None:
    found = ask("rake", file(DATA), "--margins", margins(TOTALS), "--weight", "w")
    raked = rake(SIDES, UNEQUAL, weights=[2.0, 1.0, 1.0, 2.0])
    assert found == {
        "converged": True,
        "iterations": raked.iterations,
        "largest_margin_error": raked.largest_margin_error,
        "kish_design_effect": raked.kish_design_effect,
        "effective_n": raked.effective_n,
        "weights": list(raked.weights),
    }


def test_the_command_trims(ask: Ask, file: File, margins: Margins) -> None:
    arguments = ("rake", file(DATA), "--margins", margins(TOTALS), "--weight", "w")
    free = ask(*arguments)["weights"]
    found = ask(*arguments, "--trim", "0.5, 1.5", "--tolerance", "1e-8")
    assert max(free) > 37.5 == max(found["weights"])
    assert found["largest_margin_error"] <= 1e-8


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        ("row,a,60\nrow,b,\n", ["{m}, rij 3, kolom “total”: hier staat niets. " + "{fill}"]),
        (
            "row,a,0\nrow,b,1\nrow,b,2\n",
            [
                (
                    "{m}, rij 2, kolom “total”: 0 is niet boven 0. Verbeter het getal. Komt de"
                    " categorie niet voor, laat de rij dan weg."
                ),
                (
                    "{m}, rij 4, kolom “category”: “b” van “row” staat hier voor de tweede"
                    " keer. Maak er één rij van."
                ),
            ],
        ),
        (
            "row,a,1\nrow,b,1\nwijk,n,2\n",
            [
                "{m}, kolom “variable”: “wijk” is geen kolom van {d}. Kies uit: row, column, w.",
            ],
        ),
        (
            "row,a,1\nrow,c,1\n",
            [
                (
                    "{m}, kolom “category”: “c” van “row” heeft een totaal, maar komt in {d} niet"
                    " voor. Voeg deze categorie samen met een andere."
                ),
                "{d}, rij 4, kolom “row”: “b” heeft geen totaal in {m}. Voeg dat daar toe.",
            ],
        ),
        (
            "row,a,60\nrow,b,40\ncolumn,x,50\ncolumn,y,50.00001\n",
            [
                (
                    "{m}, kolom “total”: de totalen van “row” zijn samen 100, en die van “column”"
                    " 100.00001. Zorg dat deze sommen gelijk zijn."
                )
            ],
        ),
        ("", ["{m}: onder de namen van de kolommen staat niets. Vul rijen in."]),
    ],
)
def test_margins_that_can_not_be_used(
    refuse: Refuse, file: File, margins: Margins, rows: str, sentences: list[str]
) -> None:
    data, known = file(DATA), margins(rows)
    fill = "Vul het totaal van deze categorie in."
    assert refuse("rake", data, "--margins", known) == [
        sentence.format(m=known, d=data, fill=fill) for sentence in sentences
    ]


def test_a_row_without_a_category_is_told(refuse: Refuse, file: File, margins: Margins) -> None:
    data = file("row\na\n \nb\n")
    assert refuse("rake", data, "--margins", margins("row,a,1\nrow,b,1\n")) == [
        f"{data}, rij 3, kolom “row”: hier staat niets. Vul in waar deze rij bij hoort."
    ]


@pytest.mark.parametrize(
    ("data", "options", "reason"),
    [
        (
            DATA,
            ("--trim", "0.9,1.1"),
            (
                "met gewichten tussen 0.9 en 1.1 keer het gemiddelde kan dat niet. Verruim"
                " --trim, of voeg kleine categorieën samen."
            ),
        ),
        (
            "row,column,w\na,x,1\nb,y,1\n",
            (),
            (
                "met deze rijen kan dat niet, want er ontbreken combinaties van categorieën. Voeg"
                " categorieën samen."
            ),
        ),
        (
            DATA,
            ("--weight", "w", "--max-iterations", "1"),
            (
                "met --max-iterations 1 kloppen de totalen nog niet. Kies een hoger getal, of een"
                " ruimere --tolerance."
            ),
        ),
    ],
)
def test_totals_that_are_not_met(
    refuse: Refuse,
    file: File,
    margins: Margins,
    data: str,
    options: tuple[str, ...],
    reason: str,
) -> None:
    path, known = file(data), margins(TOTALS)
    assert refuse("rake", path, "--margins", known, *options) == [
        f"{path} en {known}: geen gewichten gevonden; {reason}"
    ]


@pytest.mark.parametrize(
    ("options", "beginning"),
    [
        (("--tolerance", "0"), "--tolerance: kies een getal boven 0, zoals 1e-10."),
        (
            ("--max-iterations", "0"),
            "--max-iterations: kies een heel getal vanaf 1, zoals 1000.",
        ),
        (("--trim", "1.5,3"), "--trim: het gemiddelde gewicht telt hier als 1."),
        (("--trim", "0.1,0.9"), "--trim: het gemiddelde gewicht telt hier als 1."),
        (("--trim", "3"), "--trim: “3” zijn geen twee getallen. Schrijf een ondergrens,"),
        (("--trim", "a,3"), "--trim: “a,3” zijn geen twee getallen. Schrijf een ondergrens,"),
        (("--max-iterations", "1.5"), "Achter --max-iterations hoort een heel getal"),
        (("--weight", "x"), "{data}, rij 1: er is geen kolom “x”. Kies uit: row, column, w."),
    ],
)
def test_options_that_can_not_be_used(
    refuse: Refuse, file: File, margins: Margins, options: tuple[str, ...], beginning: str
) -> None:
    data = file(DATA)
    (sentence,) = refuse("rake", data, "--margins", margins(TOTALS), *options)
    assert sentence.startswith(beginning.format(data=data))
