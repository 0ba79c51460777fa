"""Figures as open data: files that programs read, and a description that says what they hold."""

import csv
import json
from datetime import date
from hashlib import sha256
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest

from krachtlokaal.publishing.documents import open_data
from krachtlokaal.publishing.documents.open_data import (
    HIDDEN,
    Field,
    Kind,
    Licence,
    Package,
    Resource,
)

SCORES = Resource(
    "punten",
    "Punten per sector",
    "Gewogen gemiddelde, van 0 tot 100.",
    (
        Field("sector", "Sector", "De sector van de organisatie."),
        Field("aantal", "Organisaties", "Hoeveel antwoordden.", Kind.WHOLE),
        Field("punten", "Punten", "Het gemiddelde.", Kind.NUMBER),
    ),
    (("Sport", 24, 61.5), ("Cultuur; zang", HIDDEN, HIDDEN), ("=HYPERLINK()", 7, None)),
)
PACKAGE = Package(
    "behoeften-2025",
    "Wat verenigingen nodig hebben",
    "Cijfers van de behoeftepeiling.",
    "nl",
    "2",
    date(2025, 11, 25),
    "Steunpunt Oeverland",
    Licence("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.nl"),
    ("Vragenlijst, 412 organisaties",),
    ("Cultuur in punten: minder dan vijf organisaties.",),
    (SCORES,),
)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    with ZipFile(BytesIO(open_data.write(PACKAGE))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_there_is_a_text_a_description_and_each_table_twice(files: dict[str, bytes]) -> None:
    assert list(files) == ["lees-mij.txt", "datapackage.json", "csv/punten.csv", "excel/punten.csv"]


def test_programs_read_the_table_by_its_description(files: dict[str, bytes]) -> None:
    described = json.loads(files["datapackage.json"])
    (resource,) = described["resources"]
    content = files[resource["path"]]
    assert resource["bytes"] == len(content)
    assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
    dialect = resource["dialect"]
    text = StringIO(content.decode(resource["encoding"]), newline="")
    rows = list(csv.DictReader(text, delimiter=dialect["delimiter"]))
    kinds = {"string": str, "integer": int, "number": float}
    schema = resource["schema"]
    values = [
        tuple(
            None if row[f["name"]] in schema["missingValues"] else kinds[f["type"]](row[f["name"]])
            for f in schema["fields"]
        )
        for row in rows
    ]
    assert values == [
        ("Sport", 24, 61.5),
        ("Cultuur; zang", None, None),
        ("'=HYPERLINK()", 7, None),
    ]


def test_what_is_hidden_is_told_apart_from_what_is_not_there(files: dict[str, bytes]) -> None:
    lines = files["csv/punten.csv"].decode().splitlines()
    assert lines[2:] == ["Cultuur; zang,x,x", "'=HYPERLINK(),7,"]
    described = json.loads(files["datapackage.json"])
    assert described["hidden"] == ["Cultuur in punten: minder dan vijf organisaties."]
    assert described["resources"][0]["schema"]["missingValues"] == ["", "x"]


def test_excel_gets_headings_and_commas(files: dict[str, bytes]) -> None:
    text = files["excel/punten.csv"].decode("utf-8-sig")
    assert text.splitlines() == [
        "Sector;Organisaties;Punten",
        "Sport;24;61,5",
        '"Cultuur; zang";niet getoond;niet getoond',
        "'=HYPERLINK();7;",
    ]


def test_the_description_says_whose_it_is_and_who_may_use_it(files: dict[str, bytes]) -> None:
    described = json.loads(files["datapackage.json"])
    assert {key: value for key, value in described.items() if key != "resources"} == {
        "profile": "tabular-data-package",
        "name": "behoeften-2025",
        "title": "Wat verenigingen nodig hebben",
        "description": "Cijfers van de behoeftepeiling.",
        "version": "2",
        "created": "2025-11-25T00:00:00Z",
        "contributors": [{"title": "Steunpunt Oeverland", "role": "publisher"}],
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "CC BY 4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/deed.nl",
            }
        ],
        "sources": [{"title": "Vragenlijst, 412 organisaties"}],
        "hidden": ["Cultuur in punten: minder dan vijf organisaties."],
    }


def test_the_text_to_read_first_explains_every_column(files: dict[str, bytes]) -> None:
    lines = files["lees-mij.txt"].decode("utf-8-sig").splitlines()
    assert lines == [
        "Wat verenigingen nodig hebben",
        "",
        "Cijfers van de behoeftepeiling.",
        "",
        "Uitgegeven door: Steunpunt Oeverland",
        "Versie: 2",
        "Licentie: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/deed.nl",
        "Bron: Vragenlijst, 412 organisaties",
        "",
        "In de map csv staan de tabellen voor programma's, in de map excel dezelfde voor Excel.",
        "Een x, of in Excel „niet getoond”, staat waar een cijfer niet getoond mag worden:",
        "- Cultuur in punten: minder dan vijf organisaties.",
        "",
        "punten.csv: Punten per sector",
        "Gewogen gemiddelde, van 0 tot 100.",
        "- sector (Sector): De sector van de organisatie.",
        "- aantal (Organisaties): Hoeveel antwoordden.",
        "- punten (Punten): Het gemiddelde.",
    ]


def test_the_same_data_give_the_same_bytes() -> None:
    assert open_data.write(PACKAGE) == open_data.write(PACKAGE)


def test_a_row_that_does_not_fit_is_refused() -> None:
    wrong = Resource("a", "A", "", SCORES.fields, (("Sport", 1),))
    package = Package(*[getattr(PACKAGE, name) for name in list(vars(PACKAGE))[:-1]], (wrong,))
    with pytest.raises(ValueError, match="a: row 1 has 2 cells"):
        open_data.write(package)
