"""`python -m krachtlokaal.analysis protect`: what it prints, and what it says of other input."""

import json
from pathlib import Path

import pytest

from tests.analysis.conftest import Ask, File, Refuse

TABLE = "sector,gemeente,aantal\nsport,Heerde,3\nsport,Epe,41\nzorg,Heerde,38\nzorg,Epe,37\n"
OPTIONS = ("--dimensions", "sector,gemeente", "--count", "aantal")


def test_a_table_with_one_small_count(ask: Ask, file: File) -> None:
    def cell(sector: str, place: str) -> dict[str, str]:
        return {"sector": sector, "gemeente": place}

    assert ask("protect", file(TABLE), *OPTIONS) == {
        "minimum": 5,
        "optimal": True,
        "lower_bound": 4,
        "cells": [
            {"cell": cell("sport", "Heerde"), "status": "primary"},
            {"cell": cell("sport", "Epe"), "status": "secondary"},
            {"cell": cell("sport", "*"), "count": 44, "status": "published"},
            {"cell": cell("zorg", "Heerde"), "status": "secondary"},
            {"cell": cell("zorg", "Epe"), "status": "secondary"},
            {"cell": cell("zorg", "*"), "count": 75, "status": "published"},
            {"cell": cell("*", "Heerde"), "count": 41, "status": "published"},
            {"cell": cell("*", "Epe"), "count": 78, "status": "published"},
            {"cell": cell("*", "*"), "count": 119, "status": "published"},
        ],
        "audit": [
            {"cell": cell("sport", "Heerde"), "lowest": 0, "highest": 41},
            {"cell": cell("sport", "Epe"), "lowest": 3, "highest": 44},
            {"cell": cell("zorg", "Heerde"), "lowest": 0, "highest": 41},
            {"cell": cell("zorg", "Epe"), "lowest": 34, "highest": 75},
        ],
    }


def test_no_hidden_count_is_printed(ask: Ask, file: File) -> None:
    """Counts that occur nowhere else: what is hidden is not in the text at all."""
    table = "a,b,n\nx,y,3\nx,z,4111\nw,y,3823\nw,z,3701\nw,v,9000\nx,v,9500\n"
    printed = ask("protect", file(table), "--dimensions", "a,b", "--count", "n")
    hidden = [cell for cell in printed["cells"] if cell["status"] != "published"]
    assert [set(cell) for cell in hidden] == [{"cell", "status"}] * 4
    assert [n for n in ("4111", "3823", "3701") if n in json.dumps(printed)] == []


def test_missing_combinations_count_zero_and_whole_decimals_are_whole(ask: Ask, file: File) -> None:
    printed = ask("protect", file("a,b,n\nx,y,7.0\nw,z,8\n"), "--dimensions", "a,b", "--count", "n")
    assert [cell["count"] for cell in printed["cells"]] == [7, 0, 7, 0, 8, 8, 7, 8, 15]


def test_another_minimum_and_another_dimension(ask: Ask, file: File) -> None:
    arguments = ("--dimensions", "sector", "--count", "aantal", "--minimum", "4")
    printed = ask("protect", file("sector,aantal\nsport,3\nzorg,4\nnatuur,20\n"), *arguments)
    assert printed["minimum"] == 4
    assert [cell["status"] for cell in printed["cells"]] == [
        "primary",
        "secondary",
        "published",
        "published",
    ]


def test_a_total_without_bound_is_null(ask: Ask, file: File) -> None:
    printed = ask("protect", file("a,n\nx,3\n"), "--dimensions", "a", "--count", "n")
    assert [(one["lowest"], one["highest"]) for one in printed["audit"]] == [(0, None), (0, None)]


def test_out_of_time_is_safe_and_says_so(ask: Ask, file: File) -> None:
    rows = "".join(f"{a},{b},{9 if a != b else 2}\n" for a in "pqrs" for b in "pqrs")
    arguments = ("--dimensions", "a,b", "--count", "n", "--time-limit", "0")
    printed = ask("protect", file(f"a,b,n\n{rows}"), *arguments)
    assert (printed["optimal"], printed["lower_bound"]) == (False, 4)
    assert {one["highest"] for one in printed["audit"]} == {None}


RENAME = "Laat totalen weg of geef dit een andere naam."
FEWER = "Kies minder dimensies of voeg waarden samen."
EMPTY = "hier staat geen aantal. Vul 0 in of laat de rij weg."


@pytest.mark.parametrize(
    ("table", "sentences"),
    [
        ("a,b,n\n", ["{f}: onder de namen van de kolommen staat niets. Vul rijen in."]),
        ("a,b,n\nx,y,\n", ["{f}, rij 2, kolom “n”: " + EMPTY]),
        (
            "a,b,n\nx,y,2.5\nx,z,-1\nx,w,1e3\n",
            [
                "{f}, rij 2, kolom “n”: “2.5” is geen aantal. Schrijf een heel getal vanaf 0.",
                "{f}, rij 3, kolom “n”: “-1” is geen aantal. Schrijf een heel getal vanaf 0.",
                "{f}, rij 4, kolom “n”: “1e3” is geen aantal. Schrijf een heel getal vanaf 0.",
            ],
        ),
        (
            "a,b,n\nx,y,9999999999\n",
            ["{f}, rij 2, kolom “n”: “9999999999” is te groot. Het grootste aantal is 1000000000."],
        ),
        (
            "a,b,n\n*,y,3\nx,,4\n",
            [
                "{f}, rij 2, kolom “a”: “*” betekent hier totaal. " + RENAME,
                "{f}, rij 3, kolom “b”: hier staat niets. Vul in waar dit aantal bij hoort.",
            ],
        ),
        (
            "a,b,n\nx,y,3\nx,z,3\nx,y,4\n",
            [
                "{f}, rij 4, kolom “a”: deze combinatie staat ook in rij 2. Maak er één rij van.",
            ],
        ),
        ("a,c,n\nx,y,3\n", ["{f}, rij 1: er is geen kolom “b”. Kies uit: a, c, n."]),
        (
            "a,b,n\n" + "".join(f"{at},{at},9\n" for at in range(400)),
            ["{f}: met totalen heeft deze tabel 160801 cellen, en 100000 is het meest. " + FEWER],
        ),
    ],
)
def test_unusable_tables(refuse: Refuse, file: File, table: str, sentences: list[str]) -> None:
    path = file(table)
    said = refuse("protect", path, "--dimensions", "a,b", "--count", "n")
    assert said == [sentence.replace("{f}", str(path)) for sentence in sentences]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("--dimensions", "a,a", "--count", "n"),
            "--dimensions: een kolom staat er twee keer. Noem elke kolom één keer.",
        ),
        (
            ("--dimensions", "a,n", "--count", "n"),
            "--count: “n” is ook een dimensie. Kies een andere kolom.",
        ),
        (
            ("--dimensions", "a", "--count", "n", "--minimum", "0"),
            "--minimum: dit is lager dan 1. Kies een heel getal vanaf 1, bijvoorbeeld 5.",
        ),
        (
            ("--dimensions", "a", "--count", "n", "--minimum", "10000000000"),
            "--minimum: dit is te groot. Kies een getal tot 1000000000.",
        ),
        (
            ("--dimensions", "a", "--count", "n", "--time-limit", "nan"),
            "--time-limit: dit is geen aantal seconden. Kies een getal vanaf 0.",
        ),
    ],
)
def test_unusable_options(
    refuse: Refuse, file: File, arguments: tuple[str, ...], sentence: str
) -> None:
    path: Path = file("a,n\nx,3\n")
    assert refuse("protect", path, *arguments) == [sentence]
