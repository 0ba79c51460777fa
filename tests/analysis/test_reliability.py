"""Alpha, omega and figures per item, as numbers and as a command."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.analysis.reliability import ItemFigures, Reliability, alpha, omega, reliability
from tests.analysis.conftest import Ask, File, Refuse

# Six targets by four judges: Shrout and Fleiss (1979), table 2.
JUDGES = [(9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)]
JUDGED = "a,b,c,d\n" + "".join(",".join(map(str, row)) + "\n" for row in JUDGES)
ANSWERS = st.lists(st.tuples(*[st.integers(1, 5)] * 4), min_size=2, max_size=30)


def test_alpha_of_four_judges_is_the_published_icc_3_k() -> None:
    """Table 4 of the same article: ICC(3, 4) is .91; it equals alpha."""
    found = alpha(np.cov(np.array(JUDGES).T))
    assert found is not None
    assert round(found, 2) == 0.91


def test_alpha_of_equal_correlations_is_spearman_browns() -> None:
    correlations = np.full((5, 5), 0.3) + 0.7 * np.eye(5)
    assert alpha(correlations) == pytest.approx(5 * 0.3 / (1 + 4 * 0.3))
    assert omega(correlations) == pytest.approx(5 * 0.3 / (1 + 4 * 0.3))


def test_alpha_may_be_negative() -> None:
    assert alpha([[1.0, -0.5], [-0.5, 1.0]]) == -2.0


@pytest.mark.parametrize(
    "covariance", [[[1.0]], [[0.0, 0.0], [0.0, 0.0]], [[1.0, -1.0], [-1.0, 1.0]]]
)
def test_alpha_needs_two_items_and_a_sum_that_varies(covariance: list[list[float]]) -> None:
    assert alpha(covariance) is None


def test_rounding_does_not_make_a_variance() -> None:
    """0.1 is no binary fraction: its mean over three rows is another number."""
    found = reliability([(0.1, 1.0, 2.0), (0.1, 2.0, 1.0), (0.1, 4.0, -1.0)], 3)
    assert found.items[0].sd == 0.0
    assert found.items[0].item_rest_correlation is None
    assert (found.alpha, found.omega) == (None, None)


def test_items_that_cancel_out_have_no_alpha() -> None:
    """Each row adds up to 9; the covariances add up to 0 but for rounding."""
    found = reliability([(1, 1, 2, 5), (1, 1, 5, 2), (1, 2, 1, 5)], 4)
    assert found.alpha is None
    assert [item.item_rest_correlation for item in found.items] == [None, -1.0, -1.0, -1.0]


def test_rows_of_another_length_are_an_error() -> None:
    with pytest.raises(ValueError, match="cannot reshape"):
        reliability([(1.0, 2.0), (1.0, 3.0)], 3)


@given(ANSWERS)
def test_omega_lies_between_0_and_1_and_correlations_do_not_exceed_1(
    rows: list[tuple[int, ...]],
) -> None:
    found = reliability(rows, 4)
    assert found.omega is None or 0 <= found.omega <= 1
    assert found.alpha is None or found.alpha <= 1 + 1e-12
    for item in found.items:
        assert item.item_rest_correlation is None or abs(item.item_rest_correlation) <= 1


@given(ANSWERS, st.permutations(range(4)))
def test_the_order_of_items_and_rows_is_of_no_matter(
    rows: list[tuple[int, ...]], order: list[int]
) -> None:
    found = reliability(rows, 4)
    other = reliability([tuple(row[item] for item in order) for row in reversed(rows)], 4)
    assert other.alpha == (None if found.alpha is None else pytest.approx(found.alpha))
    assert other.omega == (None if found.omega is None else pytest.approx(found.omega, abs=1e-6))
    assert [item.mean for item in other.items] == pytest.approx(
        [found.items[item].mean for item in order]
    )


@pytest.mark.parametrize(("rows", "mean"), [([], None), ([(3.0, 3.0)], 3.0)])
def test_too_few_rows_give_no_figures(rows: list[tuple[float, ...]], mean: float | None) -> None:
    nothing = ItemFigures(mean, None, None, None)
    assert reliability(rows, 2) == Reliability(None, None, (nothing, nothing))


def test_the_command_gives_the_figures_of_the_complete_rows(ask: Ask, file: File) -> None:
    data = file(JUDGED + "9,,9,9\n\n1,1,,\n")
    found = ask("reliability", data, "--items", "a, b,c,d")
    assert list(found) == ["n", "n_complete", "alpha", "omega", "items"]
    assert (found["n"], found["n_complete"]) == (8, 6)
    whole = reliability(JUDGES, 4)
    assert (found["alpha"], found["omega"]) == (whole.alpha, whole.omega)
    sums = [(row[0], sum(row[1:])) for row in JUDGES]
    assert found["items"][0] == {
        "item": "a",
        "mean": pytest.approx(46 / 6),
        "sd": pytest.approx(np.std([row[0] for row in JUDGES], ddof=1)),
        "alpha_if_dropped": alpha(np.cov(np.array(JUDGES)[:, 1:].T)),
        "item_rest_correlation": pytest.approx(np.corrcoef(np.array(sums).T)[0, 1]),
    }


def test_item_figures_are_those_after_reversal(ask: Ask, file: File) -> None:
    turned = file(
        "a,b,c,d\n" + "".join(f"{11 - a},{b},{c},{10 + 1 - d}\n" for a, b, c, d in JUDGES)
    )
    found = ask(
        *("reliability", turned, "--items", "a,b,c,d"),
        *("--reverse", "a,d", "--minimum", "1", "--maximum", "10"),
    )
    assert found == ask("reliability", file(JUDGED), "--items", "a,b,c,d")


def test_one_item_has_a_mean_and_no_reliability(ask: Ask, file: File) -> None:
    assert ask("reliability", file("a\n1\n2\n"), "--items", "a") == {
        "n": 2,
        "n_complete": 2,
        "alpha": None,
        "omega": None,
        "items": [
            {
                "item": "a",
                "mean": 1.5,
                "sd": pytest.approx(0.5**0.5),
                "alpha_if_dropped": None,
                "item_rest_correlation": None,
            }
        ],
    }


def test_two_items_have_alpha_and_no_omega(ask: Ask, file: File) -> None:
    found = ask("reliability", file("a,b\n1,2\n2,3\n3,5\n"), "--items", "a,b")
    assert found["alpha"] == pytest.approx(2 * (1 - (1 + 7 / 3) / (1 + 7 / 3 + 3)))
    assert (found["omega"], found["items"][0]["alpha_if_dropped"]) == (None, None)
    assert found["items"][0]["item_rest_correlation"] == pytest.approx(1.5 / (7 / 3) ** 0.5)


SCALE = "De schaal is niet bekend. Geef --minimum en --maximum, zoals --minimum 1 --maximum 5."


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--items", "a,a"), "--items: “a” staat er 2 keer. Noem elk item één keer."),
        (
            ("--items", "a", "--reverse", "b", "--minimum", "1", "--maximum", "5"),
            "--reverse: “b” staat niet bij --items. Zet het daarbij, of haal het hier weg.",
        ),
        (("--items", "a", "--reverse", "a"), SCALE),
        (("--items", "a", "--reverse", "a", "--minimum", "1"), SCALE),
        (("--items", "a", "--maximum", "5"), SCALE),
        (
            ("--items", "a", "--minimum", "5", "--maximum", "1"),
            "--minimum: dit moet kleiner zijn dan --maximum.",
        ),
    ],
)
def test_options_that_do_not_go_together(
    refuse: Refuse, file: File, options: tuple[str, ...], sentence: str
) -> None:
    assert refuse("reliability", file("a,b\n1,2\n"), *options) == [sentence]


def test_an_answer_outside_the_scale_is_told(refuse: Refuse, file: File) -> None:
    data = file("a,b\n1,2\n6,0\n")
    scale = ("--minimum", "1", "--maximum", "5")
    assert refuse("reliability", data, "--items", "b,a", *scale) == [
        f"{data}, rij 3, kolom “b”: 0 ligt niet tussen 1 en 5. Verbeter de waarde.",
        f"{data}, rij 3, kolom “a”: 6 ligt niet tussen 1 en 5. Verbeter de waarde.",
    ]


@pytest.mark.parametrize(
    ("options", "beginning"),
    [
        (("--items", "a,,b"), "--items: in “a,,b” is een naam leeg. Schrijf namen van kolommen"),
        (
            ("--items", "a", "--minimum", "1,5"),
            "--minimum: “1,5” heeft een komma. Schrijf 1.5 met een punt.",
        ),
        (("--items", "a", "--minimum", ""), "--minimum: hier hoort een getal."),
    ],
)
def test_options_that_can_not_be_read(
    refuse: Refuse, file: File, options: tuple[str, ...], beginning: str
) -> None:
    (sentence,) = refuse("reliability", file("a,b\n1,2\n"), *options)
    assert sentence.startswith(beginning)
