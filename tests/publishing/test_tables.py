"""Files with a table: text stays text, and Dutch programs read Dutch files."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from krachtlokaal.publishing import csv_files, xlsx
from krachtlokaal.publishing.csv_files import Flavour
from krachtlokaal.publishing.tables import Cell, Column

COLUMNS = [Column("Naam", 30), Column("Aantal"), Column("Dag"), Column("Deel")]
ROW: list[Cell] = ['Club "De;Brink", Tiel', 1284, date(2026, 11, 23), 3.5]


def test_a_workbook_keeps_kinds_of_values() -> None:
    content = xlsx.write("Organisaties", COLUMNS, [ROW, ["", None, None, None]])
    page = openpyxl.load_workbook(BytesIO(content)).active
    assert page.title == "Organisaties"
    assert [cell.value for cell in page[1]] == ["Naam", "Aantal", "Dag", "Deel"]
    assert page["A1"].font.bold
    assert page["A2"].value == 'Club "De;Brink", Tiel'
    assert (page["B2"].value, page["D2"].value) == (1284, 3.5)
    assert page["C2"].value.date() == date(2026, 11, 23)
    assert page["A3"].value is None
    assert page.column_dimensions["A"].width > 29


@pytest.mark.parametrize("text", ["=1+1", "https://x.example", "0123", "@SUM(A1)", "{=1}"])
def test_text_never_becomes_a_formula_link_or_number(text: str) -> None:
    content = xlsx.write("x", [Column("a")], [[text]])
    cell = openpyxl.load_workbook(BytesIO(content)).active["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_dutch_csv_opens_in_columns() -> None:
    content = csv_files.write(COLUMNS, [ROW], Flavour.DUTCH).decode("utf-8")
    assert content == (
        '\ufeffNaam;Aantal;Dag;Deel\r\n"Club ""De;Brink"", Tiel";1284;23-11-2026;3,5\r\n'
    )


def test_csv_for_machines_has_points_and_iso_dates() -> None:
    content = csv_files.write(COLUMNS, [ROW], Flavour.MACHINE).decode("utf-8")
    assert content == ('Naam,Aantal,Dag,Deel\r\n"Club ""De;Brink"", Tiel",1284,2026-11-23,3.5\r\n')


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
@pytest.mark.parametrize("flavour", list(Flavour))
def test_what_looks_like_a_formula_is_disarmed(start: str, flavour: Flavour) -> None:
    content = csv_files.write([Column("a")], [[f"{start}1"], [None]], flavour).decode("utf-8-sig")
    assert f"'{start}1" in content
