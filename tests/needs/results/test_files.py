"""The figures as files: all that left and nothing else, what is hidden marked with why."""

import csv
import io
from collections import Counter

import openpyxl
import pytest
from django.test import Client

from krachtlokaal.needs.figures import sheets
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.outcome.model import Outcome, to_cells
from krachtlokaal.needs.queries.outcome import REASONS
from krachtlokaal.needs.queries.outcome_names import names

pytestmark = pytest.mark.django_db
HEADS = [
    "Wat",
    "Onderwerp",
    "Verdeeld naar",
    "Groep",
    "Gewogen",
    "Waarde",
    "Ondergrens 95%",
    "Bovengrens 95%",
    "Bijzonder",
    "Niet getoond, want",
]


def file(client: Client, survey: NeedsSurvey, kind: str) -> bytes:
    answer = client.get(f"/behoeftepeiling/{survey.pk}/uitkomst/bestand/{kind}/")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith('attachment; filename="behoeftepeiling-2026.')
    return answer.content


def machine(client: Client, survey: NeedsSurvey) -> list[dict[str, str]]:
    text = file(client, survey, "csv").decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_the_three_files_have_the_same_rows(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    plain = [list(row.values()) for row in machine(reader, survey)]
    text = file(reader, survey, "csv-nl").decode("utf-8-sig")
    dutch = list(csv.reader(io.StringIO(text), delimiter=";"))
    book = openpyxl.load_workbook(io.BytesIO(file(reader, survey, "xlsx")))
    sheet = [[_text(cell) for cell in row] for row in book.active.values]
    assert dutch[0] == sheet[0] == HEADS
    assert [[_plain(cell) for cell in row] for row in dutch[1:]] == [
        [_plain(cell) for cell in row] for row in sheet[1:]
    ]
    assert [[_plain(cell) for cell in row] for row in plain] == [
        [_plain(cell) for cell in row] for row in dutch[1:]
    ]


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)


def _plain(cell: str) -> str:
    """A number in one way of writing, whatever the program."""
    try:
        return f"{float(cell.replace(',', '.')):g}"
    except ValueError:
        return cell


def test_a_figure_stands_with_its_interval_and_what_is_special(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    rows = machine(reader, survey)
    (score,) = [
        row
        for row in rows
        if (row["Wat"], row["Onderwerp"], row["Groep"], row["Gewogen"])
        == ("Score (0 tot 100)", "Vrijwilligers vinden", "Geloof", "ja")
    ]
    figure = shown.groups["sector"][4].themes["mensen_vinden"].score
    assert score["Verdeeld naar"] == "soort"
    assert (float(score["Waarde"]), float(score["Ondergrens 95%"])) == (figure.value, figure.low)
    assert score["Bijzonder"] == "Hoger dan de rest"


def test_what_is_hidden_is_empty_and_says_why(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    rows = machine(reader, survey)
    hidden = [row for row in rows if row["Niet getoond, want"]]
    assert {row["Waarde"] for row in hidden} == {""}
    wanted = Counter(str(REASONS[reason]) for reason in shown.hidden().values())
    # Where the number of organisations stays in as well, two rows tell of one cell.
    counts = [
        *shown.crossed.values(),
        *(g.count for all_of in shown.groups.values() for g in all_of),
    ]
    both = [one for one in counts if one.population is None]
    wanted.update(str(REASONS[one.hidden]) for one in both if one.hidden)
    assert Counter(row["Niet getoond, want"] for row in hidden) == wanted


def test_each_value_is_one_that_left_and_all_that_left_are_there(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    told = Counter(
        float(row[head])
        for row in machine(reader, survey)
        for head in ("Waarde", "Ondergrens 95%", "Bovengrens 95%")
        if row[head]
    )
    assert told == Counter(_left(shown))


def _left(outcome: Outcome) -> list[float]:
    """Every number of the cells that left, but those of weights and method."""
    found: list[float] = []
    for key, cell in to_cells(outcome).items():
        if key in {"shape", "weights", "method"} or cell is None:
            continue
        values = list(cell.values()) if isinstance(cell, dict) else cell
        found += [float(one) for one in values if type(one) in {int, float}]
    return found


def test_each_figure_that_left_has_one_row(shown: Outcome) -> None:
    rows = [tuple(row) for row in sheets.rows(shown, names())]
    assert len(rows) == len({row[:5] for row in rows})
    counts = {"organisaties in het gebied", "organisaties die antwoordden"}
    others = {"Plaats", "Verandering in punten"}
    cells = to_cells(shown).values()
    assert sum(row[0] not in counts | others for row in rows) == sum(
        isinstance(cell, dict) and "value" in cell for cell in cells
    )


def test_a_file_of_another_kind_is_not_there(
    reader: Client, survey: NeedsSurvey, shown: Outcome
) -> None:
    for kind in ("pdf", "nl", "csv-be"):
        answer = reader.get(f"/behoeftepeiling/{survey.pk}/uitkomst/bestand/{kind}/")
        assert (kind, answer.status_code) == (kind, 404)
