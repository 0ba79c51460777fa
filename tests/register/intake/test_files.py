"""Reading a table out of a file as somebody delivered it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.register.intake.files import Table, UnreadableFile, read_table
from krachtlokaal.register.samples.make import LISTS, make, ods_file
from tests.register.intake import broken


def numbered(table: Table) -> list[tuple[int, list[str]]]:
    return [(row.number, row.cells) for row in table.rows]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_separators(separator: str) -> None:
    text = f"Naam{separator}Plaats\nVV Waalrand{separator}Nijewâlde\n"
    table = read_table(text.encode(), "lijst.csv")
    assert table.header == ["Naam", "Plaats"]
    assert numbered(table) == [(2, ["VV Waalrand", "Nijewâlde"])]


@pytest.mark.parametrize(
    "code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"]
)
def test_encodings(code: str) -> None:
    text = "Naam;Plaats\nRepaircafé Één;Nijewâlde\nIJsclub Súd;Wâldterp\n"
    table = read_table(text.encode(code), "lijst.csv")
    assert [row.cells for row in table.rows] == [
        ["Repaircafé Één", "Nijewâlde"],
        ["IJsclub Súd", "Wâldterp"],
    ]


def test_title_lines_and_blank_rows_above_the_headings() -> None:
    text = "Verenigingen 2026;;\n;;\nNaam vereniging;Pc;Plaats\nA;1;B\n\n;;\nC;2;D\n;;\n"
    table = read_table(text.encode(), "lijst.csv")
    assert table.header == ["Naam vereniging", "Pc", "Plaats"]
    assert table.header_number == 3
    assert numbered(table) == [(4, ["A", "1", "B"]), (7, ["C", "2", "D"])]


def test_a_quoted_newline_is_one_row_and_excels_separator_line_is_none() -> None:
    table = read_table(b'sep=;\r\nNaam;Opm\r\n"A";"een\r\ntwee"\r\nB;\r\n', "lijst.csv")
    assert numbered(table) == [(2, ["A", "een\ntwee"]), (3, ["B", ""])]


def test_a_remark_of_several_lines_may_hold_separators() -> None:
    table = read_table(b'Naam;Opm\nA;"een; twee\ndrie\nvier; vijf"\nB;\n', "lijst.csv")
    assert numbered(table) == [(2, ["A", "een; twee\ndrie\nvier; vijf"]), (3, ["B", ""])]


def test_numbers_dates_and_errors_of_a_workbook() -> None:
    rows = [
        ["Naam", "KvK", "Sinds", "Fout", "Deel"],
        ["A", 12345678, dt.date(2020, 5, 1), "#N/A", 1.5],
    ]
    table = read_table(broken.workbook(rows), "lijst.xlsx")
    assert table.rows[0].cells == ["A", "12345678", "2020-05-01", "", "1.5"]


def test_the_fullest_sheet_unless_one_is_named() -> None:
    data = broken.workbook([["Naam"], ["A"]], Leden=[["Naam", "Plaats"], ["B", "C"], ["D", "E"]])
    assert read_table(data, "lijst.xlsx").sheet == "Leden"
    assert read_table(data, "lijst.xlsx", sheet="Blad1").rows[0].cells == ["A"]
    assert read_table(data, "lijst.xlsx").sheets == ["Blad1", "Leden"]
    with pytest.raises(UnreadableFile, match="geen blad met de naam “Weg”"):
        read_table(data, "lijst.xlsx", sheet="Weg")


def test_row_numbers_where_the_sheet_does_not_begin_at_the_top() -> None:
    rows: list[list[object]] = [[], [], [None, "Naam", None, "Plaats"], [], [None, "A", None, "B"]]
    table = read_table(broken.workbook(rows), "lijst.xlsx")
    assert table.header == ["Naam", "Plaats"]
    assert numbered(table) == [(5, ["A", "B"])]


def test_columns_without_or_with_the_same_heading_get_a_name() -> None:
    table = read_table(b"Naam;;E-mail;E-mail;\nA;x;b@c.nl;d@e.nl;\n", "lijst.csv")
    assert table.header == ["Naam", "Kolom B", "E-mail", "E-mail (2)"]


def test_formulas_are_never_computed() -> None:
    rows: list[list[object]] = [["Naam", "Aantal"], ["A", "=1+1"]]
    table = read_table(broken.workbook(rows), "lijst.xlsx")
    assert table.rows[0].cells == ["A", ""]
    (note,) = table.notes
    assert str(note).startswith("1 cellen hebben een formule zonder uitkomst; die zijn leeg")
    text = read_table(b'Naam;X\n"=HYPERLINK(""http://a"")";=1+1\n', "lijst.csv")
    assert text.rows[0].cells == ['=HYPERLINK("http://a")', "=1+1"]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "“lijst” is leeg"),
        (b"\n\n ;;\n", "De lijst is leeg"),
        (b"%PDF-1.7 ...", "een PDF"),
        (b"\xff\xd8\xff\xe0JFIF", "een foto"),
        (b"MZ\x90\x00", "een programma"),
        (b"<!DOCTYPE html><table>", "een webpagina"),
        (broken.archive(word__document_dot_xml=b"x"), "een Word-document"),
        (broken.archive(lijst_dot_csv=b"Naam\nA"), "een ingepakt bestand"),
        (broken.ole("Workbook"), "een oud Excel-bestand"),
        (broken.ole("EncryptedPackage"), "met een wachtwoord beveiligd"),
        (broken.workbook([["Naam"], ["A"]])[:900], "beschadigd"),
        (broken.forged(broken.workbook([["Naam"], ["A"]])), "beschadigd"),
        (broken.bomb(), "veel te groot"),
        (broken.corners(), "meer dan 200 kolommen"),
        (b"Naam;Plaats\n\x00\x01\x02", "geen leesbare tekst"),
        (bytes(range(1, 32)) * 40, "geen leesbare tekst"),
        (b"Naam;Plaats\n", "alleen een rij met kolomnamen"),
        (b"1;2\n3;4\n", "geen kolom met de naam"),
        (b"Naam;Plaats\n" + b'"A;B\n' + b"C;D\n" * 300, "aanhalingsteken"),
        (b'Naam;Pc;Plaats\n"A;1;2\nB;3;4\nC;5;6\n"D";7;8\n', "In rij 2 begint een aanhaling"),
        (b'Naam;Plaats\n"A;X\nB;Y\nC;Z\n"D" E;Z\n', "In rij 2 begint een aanhaling"),
        (b'Naam,Plaats\n"A,X\nB,Y\n', "In rij 2 begint een aanhaling"),
        (b"Naam\n" + b"A\n" * 100_001, "meer dan 100.000 rijen"),
        (b"Naam" + b";x" * 200 + b"\nA\n", "meer dan 200 kolommen"),
    ],
)
def test_a_broken_file_gives_a_clear_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        read_table(data, "lijst")


def test_a_huge_file_is_refused_on_its_length_alone() -> None:
    with pytest.raises(UnreadableFile, match=r"“groot\.csv” is 201 MB groot"):
        read_table(bytes(200 * 1024 * 1024 + 1), "groot.csv")


def test_an_ods_that_repeats_a_filled_cell_without_end() -> None:
    cell = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="150" office:value-type="string"><text:p>naam</text:p>'
        "</table:table-cell></table:table-row>"
    )
    with pytest.raises(UnreadableFile, match="rijen"):
        read_table(ods_file(f'<table:table table:name="a">{cell}</table:table>'), "x.ods")


def test_a_remembered_heading_counts_as_a_heading() -> None:
    data = b"Wat;Waar\nVV Waalrand;Tiel\n"
    assert read_table(data, "x.csv", remembered=["wat"]).header == ["Wat", "Waar"]


def test_the_samples_are_what_the_script_makes(tmp_path: object) -> None:
    for path in make(tmp_path):  # type: ignore[arg-type]
        assert path.read_bytes() == (LISTS / path.name).read_bytes(), path.name


def test_every_sample_is_read_with_its_own_row_numbers() -> None:
    first = {path.name: read_table(path.read_bytes(), path.name) for path in LISTS.iterdir()}
    assert {name: (table.header_number, len(table.rows)) for name, table in first.items()} == {
        "verenigingen-gemeente.xlsx": (4, 61),
        "subsidies.csv": (1, 62),
        "website-export.csv": (1, 60),
        "sportraad.tsv": (1, 40),
        "sociale-kaart.ods": (3, 40),
    }


def read_or_refuse(data: bytes) -> tuple[Table | None, str]:
    try:
        return read_table(data, "x"), ""
    except UnreadableFile as problem:
        return None, str(problem)


starts = st.sampled_from([b"", b"PK\x03\x04", b"Naam;Plaats\n", b"\xff\xfe", b"\xef\xbb\xbf", b'"'])


@given(starts, st.binary(max_size=2000))
def test_random_bytes_give_a_table_or_a_sentence(start: bytes, rest: bytes) -> None:
    table, sentence = read_or_refuse(start + rest)
    assert sentence or table
    assert all(len(row.cells) == len(table.header) for row in (table.rows if table else ()))


SMALL = broken.workbook([["Naam", "Plaats"], ["A", "B"]])


@given(st.integers(0, len(SMALL) - 1), st.integers(0, 255))
def test_a_workbook_with_one_wrong_byte(position: int, byte: int) -> None:
    damaged = SMALL[:position] + bytes([byte]) + SMALL[position + 1 :]
    table, sentence = read_or_refuse(damaged)
    assert sentence or table


@given(st.lists(st.one_of(st.just(""), st.text("abc", min_size=1, max_size=4)), max_size=30))
def test_rows_keep_the_number_that_a_spreadsheet_shows(names: list[str]) -> None:
    text = "Naam;Plaats\n" + "".join(f"{name};\n" for name in names)
    expected = [(number, name) for number, name in enumerate(names, start=2) if name]
    if expected:
        rows = read_table(text.encode(), "x.csv").rows
        assert [(row.number, row.cells[0]) for row in rows] == expected
