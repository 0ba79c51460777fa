"""One row to clean values and sentences."""

from dataclasses import fields as dataclass_fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.register.intake.cleaning import CleanRow, Layout, Places, Severity, clean
from krachtlokaal.register.intake.columns import propose
from krachtlokaal.register.intake.enums import ContactRole, Field, LegalForm, Sector
from krachtlokaal.register.intake.files import read_table
from krachtlokaal.register.intake.names import clean_name, legal_form_in_name, match_key
from krachtlokaal.register.intake.rows import Contact
from krachtlokaal.register.intake.sectors import sector_from_name, sector_from_text
from krachtlokaal.register.samples.make import LISTS

PLACES = Places()


def cleaned(**cells: str) -> CleanRow:
    layout = Layout.of(list(cells), {name: Field(name) for name in cells})
    return clean(list(cells.values()), layout, PLACES)


def said(row: CleanRow) -> list[tuple[str, str, Severity]]:
    return [(problem.column, str(problem.message), problem.severity) for problem in row.problems]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("  VV   Waalrand ", "VV Waalrand"),
        ("DORPSHUIS DE BRON", "Dorpshuis de Bron"),
        ("VV WAALRAND", "VV Waalrand"),
        ("O.S.S. '20 DORP", "O.S.S. '20 Dorp"),
        ("STG. KNHM OOSTERWAARD", "Stg. KNHM Oosterwaard"),
        ("IJSCLUB NIJ LIBBEN", "IJsclub Nij Libben"),
        ("'T HEEM OOSTERWAARD", "'t Heem Oosterwaard"),
        ("SV NOORD II", "SV Noord II"),
        ("STG X", "STG X"),
        ("Repaircafé", "Repaircafé"),
    ],
)
def test_names_are_written_sensibly(written: str, name: str) -> None:
    assert clean_name(written) == name


@pytest.mark.parametrize(
    ("name", "key", "form"),
    [
        ("STG X", "x", LegalForm.FOUNDATION),
        ("Stg. De Brön", "de bron", LegalForm.FOUNDATION),
        ("Stichting De Bron", "de bron", LegalForm.FOUNDATION),
        ("St. Dorpshuis", "dorpshuis", LegalForm.FOUNDATION),
        ("St. Jan", "sint jan", LegalForm.UNKNOWN),
        ("Ver. Plaatselijk Belang", "plaatselijk belang", LegalForm.ASSOCIATION),
        ("v.v. Waalrand", "vv waalrand", LegalForm.UNKNOWN),
        ("C.V. De Waterratten", "cv de waterratten", LegalForm.UNKNOWN),
        ("Zorg Thuis B.V.", "zorg thuis", LegalForm.COMPANY),
        ("Korfbalclub DIO", "korfbalclub dio", LegalForm.ASSOCIATION),
    ],
)
def test_the_legal_form_is_told_and_left_out_of_the_key(
    name: str, key: str, form: LegalForm
) -> None:
    assert (match_key(name), legal_form_in_name(name)) == (key, form)


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Sport & bewegen", Sector.SPORT),
        ("Natuur en milieu", Sector.NATURE),
        ("muziekver.", Sector.CULTURE),
        ("Dorp", Sector.NEIGHBOURHOOD),
        ("Vluchtelingen", Sector.REFUGEES),
        ("Overig", Sector.OTHER),
        ("xyz", None),
    ],
)
def test_sector_from_free_text(text: str, sector: Sector | None) -> None:
    assert sector_from_text(text) is sector


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("VV Waalrand", Sector.SPORT),
        ("Fanfare Eendracht", Sector.CULTURE),
        ("Dorpshuis 't Heem", Sector.NEIGHBOURHOOD),
        ("Scouting De Zwervers", Sector.YOUTH),
        ("Voedselbank Tussen de Rivieren", Sector.SOCIAL),
        ("Natuurwerkgroep De Zwette", Sector.NATURE),
        ("De Bron", None),
    ],
)
def test_sector_from_the_name(name: str, sector: Sector | None) -> None:
    assert sector_from_name(name) is sector


def test_a_guessed_sector_is_marked() -> None:
    assert cleaned(name="VV Waalrand").values.sector_is_guess
    assert not cleaned(name="VV Waalrand", sector="sport").values.sector_is_guess


def test_a_missing_name_is_rejected_and_the_rest_still_read() -> None:
    row = cleaned(name="-", postcode="1234ab")
    assert row.rejected
    assert row.values.postcode == "1234 AB"
    assert said(row) == [
        ("name", "Naam ontbreekt. Vul de naam van de organisatie in.", Severity.REJECT)
    ]


def test_what_is_no_organisation_is_skipped() -> None:
    header = ["Naam", "Plaats", "Leden"]
    layout = Layout.of(header, {"Naam": Field.NAME, "Plaats": Field.PLACE, "Leden": Field.MEMBERS})
    for cells in (["", " ", ""], ["NAAM", "plaats", "Leden"], ["Totaal 34", "", "812"]):
        assert clean(cells, layout, PLACES).skipped, cells
    assert clean(["Totaal Fit", "Tiel", "20"], layout, PLACES).usable


def test_the_village_in_the_column_of_the_municipality() -> None:
    row = cleaned(name="A", municipality="Drachten")
    assert (row.values.municipality_code, row.values.place) == ("GM0090", "Drachten")


def test_the_municipality_in_the_column_of_the_village() -> None:
    assert cleaned(name="A", place="Súdwest-Fryslan").values.municipality_code == "GM1900"


def test_both_columns_together_decide() -> None:
    row = cleaned(name="A", municipality="Bergen", place="Egmond aan Zee")
    assert row.values.municipality_code == "GM0373"


def test_an_unknown_village_is_a_question_but_no_obstacle() -> None:
    row = cleaned(name="A", place="Swettehuzen")
    assert row.usable
    assert [(q.field, q.value, q.candidates) for q in row.questions] == [
        (Field.PLACE, "Swettehuzen", ())
    ]
    known = Places({"Swettehuzen": "GM0090"})
    layout = Layout.of(["n", "p"], {"n": Field.NAME, "p": Field.PLACE})
    assert clean(["A", "SWETTEHUZEN"], layout, known).values.municipality_code == "GM0090"


def test_an_ambiguous_village_names_its_candidates() -> None:
    (question,) = cleaned(name="A", place="Nes").questions
    assert question.candidates == ("GM0060", "GM0074")


def test_postcode_and_place_in_one_column() -> None:
    values = cleaned(name="A", postcode_place="9203 ab  Drachten").values
    assert (values.postcode, values.place) == ("9203 AB", "Drachten")


def test_contacts_by_role() -> None:
    row = cleaned(
        name="A",
        secretary_email="S@club.nl",
        chair_phone="0500-123456",
        contact_first_name="T.",
        contact_infix="de",
        contact_last_name="Test",
        contact_role="penningm.",
    )
    assert row.values.contacts == (
        Contact(ContactRole.TREASURER, name="T. de Test", role_text="penningm."),
        Contact(ContactRole.SECRETARY, email="s@club.nl"),
        Contact(ContactRole.CHAIR, phone="050-0123456"),
    )


def test_one_bad_cell_leaves_the_others() -> None:
    row = cleaned(name="A", kvk="123456780000", email="geen mail", volunteers="ca. 12")
    assert (row.values.kvk, row.values.email, row.values.volunteers) == ("", "", 12)
    assert [severity for _column, _message, severity in said(row)] == [Severity.WARNING] * 2


def test_every_row_of_the_samples_is_usable_or_skipped() -> None:
    for path in LISTS.iterdir():
        table = read_table(path.read_bytes(), path.name)
        proposals = propose(table.header, table.rows)
        layout = Layout.of(table.header, {each.column: each.field for each in proposals})
        rows = [clean(row.cells, layout, PLACES) for row in table.rows]
        assert all(row.usable or row.skipped for row in rows), path.name
        assert sum(row.skipped for row in rows) <= 2, path.name


texts = st.text(max_size=40) | st.sampled_from(["1234567", "a@b.nl", "06 12345678", "40-50", "Nes"])


@given(st.lists(texts, min_size=len(Field), max_size=len(Field)))
def test_any_row_is_cleaned_without_an_error(cells: list[str]) -> None:
    layout = Layout.of(list(Field), {field: field for field in Field})
    row = clean(cells, layout, PLACES)
    assert all(str(problem.message) for problem in row.problems)


@given(st.dictionaries(st.sampled_from(sorted(Field)), texts))
def test_cleaning_twice_changes_nothing(cells: dict[str, str]) -> None:
    once = cleaned(**cells).values
    plain = {"name", "kvk", "postcode", "website", "email", "phone"}
    again = cleaned(**{each: getattr(once, each) for each in plain}).values
    same = [each.name for each in dataclass_fields(once) if each.name in plain]
    assert [getattr(again, each) for each in same] == [getattr(once, each) for each in same]
