"""The command `estimate`: what it prints and what it refuses."""

import pytest

from krachtlokaal.analysis.estimation import Statistic, estimate, survey_design
from tests.analysis.conftest import Ask, File, Refuse

# Two strata; cluster 1 in both; two rows without a score, one without a sector.
DATA = """id,deel,groep,omvang,gewicht,score,sector,soort
1,n,1,4,2,10,sport,a
2,n,1,4,2,20,zorg,a
3,n,2,4,3,30,sport,b=c
4,z,1,2,1,40,zorg,a
5,z,1,2,1,,sport,a
6,z,2,2,2,60,,b=c
7,z,2,2,2,,cultuur,a
"""
SCORES = [10, 20, 30, 40, float("nan"), 60, float("nan")]
DESIGN = ("--strata", "deel", "--cluster", "groep", "--population-size", "omvang")
MEAN = ("estimate", "--statistic", "mean", "--value", "score")


def test_the_whole_answer(ask: Ask, file: File) -> None:
    found = ask(*MEAN, file(DATA), *DESIGN, "--weight", "gewicht")
    design = survey_design(
        7,
        weights=[2, 2, 3, 1, 1, 2, 2],
        strata="nnnzzzz",
        clusters="1121122",
        population=[4, 4, 4, 2, 2, 2, 2],
    )
    figures = estimate(design, SCORES, Statistic.MEAN)
    assert found == {
        "statistic": "mean",
        "value": "score",
        "n": 7,
        "degrees_of_freedom": 2,
        "rows": [
            {
                "by": {},
                "n": 5,
                "estimate": 31.0,
                "se": figures.se,
                "ci_low": figures.ci_low,
                "ci_high": figures.ci_high,
            }
        ],
    }
    assert figures.estimate == 31.0


def test_rows_are_sorted_and_who_has_no_label_is_in_none(ask: Ask, file: File) -> None:
    found = ask(*MEAN, file(DATA), *DESIGN, "--by", "sector", "--by", "deel")
    assert [(row["by"], row["n"], row["estimate"]) for row in found["rows"]] == [
        ({"sector": "cultuur", "deel": "z"}, 0, None),
        ({"sector": "sport", "deel": "n"}, 2, 20.0),
        ({"sector": "sport", "deel": "z"}, 0, None),
        ({"sector": "zorg", "deel": "n"}, 1, 20.0),
        ({"sector": "zorg", "deel": "z"}, 1, 40.0),
    ]
    assert (found["n"], found["degrees_of_freedom"]) == (7, 2)


def test_where_is_a_domain_of_the_whole_design(ask: Ask, file: File) -> None:
    data = file(DATA)
    where = ask(*MEAN, data, *DESIGN, "--where", "sector=sport")
    by = ask(*MEAN, data, *DESIGN, "--by", "sector")
    assert [row | {"by": {}} for row in by["rows"] if row["by"] == {"sector": "sport"}] == where[
        "rows"
    ]
    both = ask(*MEAN, data, "--where", "sector=sport", "--where", "soort = b=c", "--by", "deel")
    assert [(row["by"], row["estimate"]) for row in both["rows"]] == [({"deel": "n"}, 30.0)]


def test_where_compares_text(ask: Ask, file: File) -> None:
    found = ask(*MEAN, file("score,a=b\n1,01\n2,1\n3,1.0\n"), "--where", "a=b=1")
    assert [(row["n"], row["estimate"]) for row in found["rows"]] == [(1, 2.0)]


def test_a_domain_of_nobody_has_no_figures(ask: Ask, file: File) -> None:
    found = ask(*MEAN, file(DATA), "--where", "sector=niets")
    nothing = {"estimate": None, "se": None, "ci_low": None, "ci_high": None}
    assert found["rows"] == [{"by": {}, "n": 0, **nothing}]


@pytest.mark.parametrize(("options", "total"), [((), 160.0), (DESIGN, 160.0 + 60.0)])
def test_weights_are_population_over_sample_or_1(
    ask: Ask, file: File, options: tuple[str, ...], total: float
) -> None:
    """In n, 4 of 2 clusters: each row counts for 2; in z all 2 were drawn."""
    arguments = ("estimate", file(DATA), "--statistic", "total", "--value", "score", *options)
    assert ask(*arguments)["rows"][0]["estimate"] == total


def test_a_share_of_a_level(ask: Ask, file: File) -> None:
    """Text is compared; a row without a sector is not of another sector."""
    found = ask(
        *("estimate", file(DATA), "--statistic", "proportion", "--value", "sector"),
        *("--level", " sport ", "--confidence", "0.5"),
    )
    numbers = [1.0, 0, 1, 0, 1, float("nan"), 0]
    figures = estimate(survey_design(7), numbers, Statistic.PROPORTION, confidence=0.5)
    assert found["rows"][0] == {
        "by": {},
        "n": 6,
        "estimate": 0.5,
        "se": figures.se,
        "ci_low": figures.ci_low,
        "ci_high": figures.ci_high,
    }


def test_a_share_of_zeros_and_ones(ask: Ask, refuse: Refuse, file: File) -> None:
    share = ("--statistic", "proportion", "--value", "a")
    found = ask("estimate", file("a\n1\n0\n1.0\n\n,\n".replace(",", '""')), *share)
    assert (found["n"], found["rows"][0]["estimate"]) == (4, 2 / 3)
    data = file("a\n1\n2\n")
    assert refuse("estimate", data, *share) == [
        (
            f"{data}, rij 3, kolom “a”: 2 is geen 0 of 1. Noem met --level de waarde waarvan u het"
            " aandeel wilt."
        )
    ]


EMPTY = "hier staat niets."


@pytest.mark.parametrize(
    ("data", "sentences"),
    [
        ("s,c,p,w,v\n", [": onder de namen van de kolommen staat niets. Vul rijen in."]),
        (
            "s,c,p,w,v\na,1,9,0,1\na,2,9,-1,1\na,3,9,1,1\n",
            [
                f", rij {row}, kolom “w”: {weight} is geen gewicht. Schrijf een getal boven 0."
                for row, weight in ((2, 0), (3, -1))
            ],
        ),
        (
            "s,c,p,w,v\na,1,9,,1\na,2,9,1,1\n",
            [f", rij 2, kolom “w”: {EMPTY} Vul een gewicht in, een getal boven 0."],
        ),
        (
            "s,c,p,w,v\n,1,9,1,1\na,2,9,1,1\n",
            [f", rij 2, kolom “s”: {EMPTY} Vul in waar deze rij bij hoort."],
        ),
        (
            "s,c,p,w,v\na,1,9,1,1\na,,9,1,1\n",
            [f", rij 3, kolom “c”: {EMPTY} Vul in waar deze rij bij hoort."],
        ),
        (
            "s,c,p,w,v\na,1,,1,1\na,2,9,1,1\n",
            [f", rij 2, kolom “p”: {EMPTY} Vul in hoe groot de populatie van dit stratum is."],
        ),
        (
            "s,c,p,w,v\na,1,9,1,1\na,2,9,1,1\na,3,8,1,1\n",
            [
                (
                    ", rij 4, kolom “p”: hier staat een ander getal dan hoger in dit stratum. Geef"
                    " alle rijen van een stratum hetzelfde getal."
                )
            ],
        ),
        (
            "s,c,p,w,v\na,1,9,1,1\na,2,9,1,1\nb,1,2,1,1\nb,2,2,1,1\nb,3,2,1,1\n",
            [
                (
                    ", rij 4, kolom “p”: dit is minder dan het aantal clusters van dit stratum in"
                    " het bestand. Tel in de populatie alle clusters mee."
                )
            ],
        ),
        (
            "s,c,p,w,v\na,1,9,1,1\na,2,9,1,1\nb,1,2,1,1\nb,1,2,1,1\n",
            [
                (
                    ", rij 4, kolom “s”: dit stratum heeft maar één cluster. Voeg het samen met een"
                    " ander stratum. Is er ook in de populatie maar één, vul dan 1 in bij"
                    " --population-size."
                )
            ],
        ),
    ],
)
def test_samples_that_can_not_be_used(
    refuse: Refuse, file: File, data: str, sentences: list[str]
) -> None:
    path = file(data)
    options = ("--strata", "s", "--cluster", "c", "--population-size", "p", "--weight", "w")
    found = refuse("estimate", path, "--statistic", "mean", "--value", "v", *options)
    assert found == [f"{path}{sentence}" for sentence in sentences]


def test_one_row_is_not_enough(refuse: Refuse, ask: Ask, file: File) -> None:
    data = file("v,p\n5,1\n")
    mean = ("estimate", data, "--statistic", "mean", "--value", "v")
    sentence = f"{data}: er is maar één rij. Voor een schatting zijn er twee nodig."
    assert refuse(*mean) == [sentence]
    found = ask(*mean, "--population-size", "p")
    figures = {"n": 1, "estimate": 5.0, "se": 0.0, "ci_low": None, "ci_high": None}
    assert (found["degrees_of_freedom"], found["rows"]) == (0, [{"by": {}, **figures}])


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            ("--statistic", "median"),
            "--statistic: “median” is er niet. Kies uit: mean, total, proportion.",
        ),
        (
            ("--level", "a"),
            "--level: dit hoort bij --statistic proportion. Laat een van beide weg.",
        ),
        (
            ("--statistic", "proportion", "--level", " "),
            "--level: hier staat niets. Schrijf de waarde waarvan u het aandeel wilt.",
        ),
        (("--by", "v", "--by", "v"), "--by: “v” staat er 2 keer. Noem elke kolom één keer."),
        (("--confidence", "1"), "--confidence: kies een getal tussen 0 en 1, zoals 0.95."),
        (("--confidence", "0"), "--confidence: kies een getal tussen 0 en 1, zoals 0.95."),
        (("--where", "v"), "--where: “v” moet zijn COLUMN=VALUE, zoals sector=sport."),
        (("--where", "v="), "--where: “v=” moet zijn COLUMN=VALUE, zoals sector=sport."),
        (("--where", "x=1=2"), "{data}, rij 1: er is geen kolom “x”. Kies uit: v."),
        (("--by", "x"), "{data}, rij 1: er is geen kolom “x”. Kies uit: v."),
        (("--strata", "x"), "{data}, rij 1: er is geen kolom “x”. Kies uit: v."),
        (("--weight", ""), "{data}, rij 1: er is geen kolom “”. Kies uit: v."),
    ],
)
def test_options_that_can_not_be_used(
    refuse: Refuse, file: File, options: tuple[str, ...], sentence: str
) -> None:
    data = file("v\n1\n2\n")
    found = refuse("estimate", data, "--statistic", "mean", "--value", "v", *options)
    assert found == [sentence.format(data=data)]


def test_a_confidence_that_is_no_number(refuse: Refuse, file: File) -> None:
    (sentence,) = refuse(*MEAN, file(DATA), "--confidence", "0,95")
    assert sentence.startswith("--confidence: “0,95” heeft een komma. Schrijf 0.95 met een punt.")
