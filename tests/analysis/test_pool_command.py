"""The command `pool`: what it prints and what it refuses."""

from dataclasses import asdict

import pytest

from krachtlokaal.analysis.pooling import Method, pool
from tests.analysis.conftest import Ask, File, Refuse

# The row without an effect and the one without a variance take no part.
DATA = "pilot,effect,variantie\na,1.5,0.5\nb,,1\nc,-0.5,2\nd,3,\ne,4,0.25\n"
EFFECTS, VARIANCES = [1.5, -0.5, 4.0], [0.5, 2.0, 0.25]
COLUMNS = ("--effect", "effect", "--variance", "variantie")


def test_the_whole_answer(ask: Ask, file: File) -> None:
    found = ask("pool", file(DATA), *COLUMNS)
    figures = pool(EFFECTS, VARIANCES)
    assert found == {
        "k": 3,
        "estimate": figures.estimate,
        "se": figures.se,
        "ci_low": figures.ci_low,
        "ci_high": figures.ci_high,
        "p": figures.p,
        "tau2": figures.tau2,
        "i2": figures.i2,
        "q": figures.q,
        "q_df": 2,
        "q_p": figures.q_p,
        "pi_low": figures.pi_low,
        "pi_high": figures.pi_high,
    }


@pytest.mark.parametrize(
    ("options", "method", "knapp_hartung"),
    [
        (("--method", "REML"), Method.REML, False),
        (("--knapp-hartung",), Method.REML, True),
        (("--method", "DL"), Method.DL, False),
        (("--method", "DL", "--knapp-hartung"), Method.DL, True),
        (("--method", "FE"), Method.FE, False),
    ],
)
def test_each_way_of_pooling(
    ask: Ask, file: File, options: tuple[str, ...], method: Method, knapp_hartung: bool
) -> None:
    figures = pool(EFFECTS, VARIANCES, method=method, knapp_hartung=knapp_hartung)
    assert ask("pool", file(DATA), *COLUMNS, *options) == asdict(figures)


def test_what_is_undefined_is_null(ask: Ask, file: File) -> None:
    """One common effect predicts nothing; equal effects leave Knapp-Hartung without an error."""
    common = ask("pool", file(DATA), *COLUMNS, "--method", "FE")
    assert [key for key, figure in common.items() if figure is None] == ["pi_low", "pi_high"]
    equal = ask("pool", file("effect,variantie\n2,1\n2,3\n"), *COLUMNS, "--knapp-hartung")
    assert [key for key, figure in equal.items() if figure is None] == ["p"]
    assert (equal["se"], equal["ci_low"], equal["pi_high"]) == (0, 2, 2)


FEW = (
    "{data}: er zijn minder dan twee rijen met een getal in de kolommen “effect” en “variantie”."
    " Vul er minstens twee in."
)
SQUARE = "is geen variantie. Schrijf een getal boven 0: de standaardfout in het kwadraat."
SMALL = "is te klein naast de andere getallen om mee te rekenen. Kijk de variantie na."


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        ("", [FEW]),
        ("1,1\n", [FEW]),
        ("1,1\n2,\n,3\n", [FEW]),
        ("1,1\n2,0\n", [f"{{data}}, rij 3, kolom “variantie”: 0 {SQUARE}"]),
        (
            "1,-1\n2,1\n,-0.5\n",
            [
                f"{{data}}, rij 2, kolom “variantie”: -1 {SQUARE}",
                f"{{data}}, rij 4, kolom “variantie”: -0.5 {SQUARE}",
            ],
        ),
        ("1,1\n,1\n1e90,1e-150\n", [f"{{data}}, rij 4, kolom “variantie”: 1e-150 {SMALL}"]),
    ],
)
def test_studies_that_can_not_be_used(
    refuse: Refuse, file: File, rows: str, sentences: list[str]
) -> None:
    data = file("effect,variantie\n" + rows)
    expected = [sentence.format(data=data) for sentence in sentences]
    assert refuse("pool", data, *COLUMNS) == expected


@pytest.mark.parametrize(
    ("options", "beginning"),
    [
        (("--method", "reml"), "--method: “reml” is er niet. Kies uit: REML, DL, FE."),
        (
            ("--method", "FE", "--knapp-hartung"),
            (
                "--knapp-hartung: dit hoort bij --method REML of DL. Laat het weg, of kies een"
                " ervan."
            ),
        ),
        (("--knapp-hartung=ja",), "Achter --knapp-hartung hoort niets. Schrijf: "),
        (("--effect", "x"), "{data}, rij 1: er is geen kolom “x”. Kies uit: pilot, effect, "),
        (("--variance", "x"), "{data}, rij 1: er is geen kolom “x”. Kies uit: pilot, effect, "),
    ],
)
def test_options_that_can_not_be_used(
    refuse: Refuse, file: File, options: tuple[str, ...], beginning: str
) -> None:
    data = file(DATA)
    (sentence,) = refuse("pool", data, *COLUMNS, *options)
    assert sentence.startswith(beginning.format(data=data))
