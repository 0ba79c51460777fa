"""Proposing what each column holds."""

import pytest

from krachtlokaal.register.intake.columns import propose
from krachtlokaal.register.intake.enums import Field


def fields(header: list[str], rows: list[list[str]] | None = None) -> list[Field | None]:
    return [proposal.field for proposal in propose(header, rows or [])]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Naam vereniging", Field.NAME),
        ("NAAM ORGANISATIE", Field.NAME),
        ("Naam aanvrager", Field.NAME),
        ("Pc", Field.POSTCODE),
        ("Plaats", Field.PLACE),
        ("Woonplaats", Field.PLACE),
        ("Gem.", Field.MUNICIPALITY),
        ("E-mail secr.", Field.SECRETARY_EMAIL),
        ("Email secretaris", Field.SECRETARY_EMAIL),
        ("Tel. voorz.", Field.CHAIR_PHONE),
        ("Penningmeester", Field.TREASURER_NAME),
        ("Mobiel penningm.", Field.TREASURER_PHONE),
        ("Contactpersoon", Field.CONTACT_NAME),
        ("E-mailadres contactpersoon", Field.CONTACT_EMAIL),
        ("K.v.K. nummer", Field.KVK),
        ("Aant. vrijw.", Field.VOLUNTEERS),
        ("Ledental", Field.MEMBERS),
        ("Rechtsvorm", Field.LEGAL_FORM),
        ("Webstee", Field.WEBSITE),
        ("Organisaasje", Field.NAME),
        ("Telefoonnumer", Field.PHONE),
        ("3. Postcode", Field.POSTCODE),
        ("Raadslid", None),
    ],
)
def test_headings(heading: str, field: Field | None) -> None:
    assert fields([heading]) == [field]


def test_the_heading_wins_over_content_and_content_helps_where_it_says_nothing() -> None:
    rows = [[f"VV {n}", f"123{n} AB", f"a{n}@b.nl", "Tiel", f"1234567{n}"] for n in range(9)]
    assert fields(["Kolom A", "Kolom B", "Kolom C", "Kolom D", "Kolom E"], rows) == [
        Field.NAME,
        Field.POSTCODE,
        Field.EMAIL,
        Field.PLACE,
        Field.KVK,
    ]


def test_no_field_twice_except_remarks() -> None:
    found = fields(["Naam", "Organisatie", "Opmerking", "Bijzonderheden"])
    assert sorted(field or "" for field in found) == ["", "name", "note", "note"]


def test_a_number_behind_the_street_is_the_house_number() -> None:
    assert fields(["Nr", "Naam", "Straat"])[0] is Field.SOURCE_ID
    assert fields(["Naam", "Straat", "Nr"])[2] is Field.HOUSE_NUMBER


def test_remembered_decisions_win_also_to_leave_a_column_out() -> None:
    found = propose(["Naam", "E-mail"], [], {"NAAM": Field.NOTE, "email": None})
    assert [proposal.field for proposal in found] == [Field.NOTE, None]
    assert [proposal.confidence for proposal in found] == [1.0, 1.0]


def test_a_proposal_says_why_and_shows_examples() -> None:
    (proposal,) = propose(["Naam"], [["A"], ["B"], ["A"], [""], ["C"], ["D"]])
    assert str(proposal.why) == "De kolomnaam zegt het."
    assert proposal.examples == ("A", "B", "C")
