"""What the check says of each row; it never touches the register."""

import pytest

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Role
from krachtlokaal.core import guard
from krachtlokaal.register.enums import RowAction
from krachtlokaal.register.models import Organisation, RememberedPlace
from krachtlokaal.register.services.imports import checking
from tests.accounts.factories import access_of, workspace
from tests.register.factories import LEEUWARDEN, contact, organisation
from tests.register.imports.factories import checked, row


def test_a_check_writes_nothing_in_the_register(adviser: Access) -> None:
    run = checked(adviser, ["VV De Waalrand", "", "4001 AB", "Tiel", "info@waalrand.example"])
    assert (row(run, 2).action, Organisation.objects.count()) == (RowAction.CREATE, 0)


def test_capitals_short_forms_and_lost_zeros_are_mended(adviser: Access) -> None:
    run = checked(adviser, ["STG DORPSHUIS DE BRON", "1234567", "4001ab", "TIEL", ""])
    facts = row(run, 2).values["facts"]
    assert (facts["name"], facts["kvk"], facts["postcode"], facts["legal_form"]) == (
        "Stg Dorpshuis de Bron",
        "01234567",
        "4001 AB",
        "foundation",
    )


BAD_ROWS = {
    "no name": (["", "01234567", "4001 AB", "Tiel", ""], "Naam ontbreekt"),
    "no place": (["VV De Waalrand", "", "", "", ""], "De plaats en de gemeente ontbreken"),
    "unknown village": (["VV De Waalrand", "", "", "Nergenshuizen", ""], "In welke gemeente"),
    "outside the area": (["VV De Terp", "", "", "Leeuwarden", ""], "hoort niet bij het werkgebied"),
    "name too long": (["Vereniging " + "x" * 160, "", "", "Tiel", ""], "langer dan 160 tekens"),
}


@pytest.mark.parametrize("bad", BAD_ROWS)
def test_every_bad_row_is_named_with_its_reason(adviser: Access, bad: str) -> None:
    cells, reason = BAD_ROWS[bad]
    found = row(checked(adviser, cells), 2)
    assert found.action == RowAction.REJECT
    assert reason in found.reason


BAD_CELLS = {
    "kvk": (["VV De Waalrand", "123", "4001 AB", "Tiel", ""], "KvK nr", "acht cijfers"),
    "postcode": (["VV De Waalrand", "", "40A1", "Tiel", ""], "Pc", "geen postcode"),
    "mail": (["VV De Waalrand", "", "", "Tiel", "waalrand"], "E-mail secr.", "geen mailadres"),
}


@pytest.mark.parametrize("bad", BAD_CELLS)
def test_a_bad_cell_does_not_cost_the_row(adviser: Access, bad: str) -> None:
    cells, column, reason = BAD_CELLS[bad]
    found = row(checked(adviser, cells), 2)
    assert found.action == RowAction.CREATE
    assert [p["column"] for p in found.problems if reason in p["message"]] == [column]


def test_the_sentence_names_who_may(adviser: Access) -> None:
    workspace("noord", municipalities=[LEEUWARDEN])
    run = checked(adviser, ["VV De Terp", "", "", "Leeuwarden", ""])
    assert "Steunpunt Noord mag deze organisatie wel inlezen." in row(run, 2).reason


def test_an_empty_total_or_repeated_header_is_skipped(adviser: Access) -> None:
    run = checked(
        adviser,
        ["VV De Waalrand", "", "", "Tiel", ""],
        ["Naam vereniging", "KvK nr", "Pc", "Plaats", "E-mail secr."],
        ["Totaal 1", "", "", "", ""],
    )
    assert [run.counts[action] for action in (RowAction.CREATE, RowAction.SKIP)] == [1, 2]


SAME = {
    "kvk": (["VV De Waalrand", "07654321", "", "Tiel", ""], "Zelfde KvK-nummer."),
    "name and place": (["V.V. de Waalrand", "", "", "Tiel", ""], "Zelfde naam en plaats."),
}


@pytest.mark.parametrize("how", SAME)
def test_rows_of_one_organisation_are_merged(adviser: Access, how: str) -> None:
    cells, why = SAME[how]
    run = checked(adviser, ["VV De Waalrand", "07654321", "4001 AB", "Tiel", ""], cells)
    found = row(run, 3)
    assert (found.action, found.same_as) == (RowAction.MERGE, 2)
    assert found.reason == f"{why} Samengevoegd met rij 2."


def test_branches_under_one_kvk_number_stay_apart_and_are_told(adviser: Access) -> None:
    run = checked(
        adviser,
        ["Scouting De Otters", "07654321", "", "Tiel", ""],
        ["Dorpshuis De Bron", "07654321", "", "Buren", ""],
    )
    assert run.counts[RowAction.CREATE] == 2
    assert "Rij 2 heeft hetzelfde KvK-nummer" in row(run, 3).problems[0]["message"]


KNOWN = {
    "kvk": (["Waalrand voetbal", "07654321", "", "Tiel", ""], "Zelfde KvK-nummer."),
    "another name": (["SV Nieuwland", "07654321", "", "Tiel", ""], "maar een andere naam"),
    "name and place": (["STG. VV DE WAALRAND", "", "", "Tiel", ""], "Zelfde naam en plaats."),
    "alike": (["Voetbalver. De Waalrandt", "", "4001AB", "Tiel", ""], "Lijkt heel veel op"),
}


@pytest.mark.parametrize("how", KNOWN)
def test_what_the_register_knows_is_recognised(adviser: Access, how: str) -> None:
    known = organisation("VV De Waalrand", kvk="07654321", postcode="4001 AB")
    cells, why = KNOWN[how]
    found = row(checked(adviser, cells), 2)
    assert found.organisation_id == known.pk
    assert why in found.reason


def test_another_kvk_number_is_another_organisation(adviser: Access) -> None:
    organisation("VV De Waalrand", kvk="07654321")
    run = checked(adviser, ["VV De Waalrand", "01234567", "", "Tiel", ""])
    assert row(run, 2).action == RowAction.CREATE


def test_a_known_organisation_outside_the_area_is_not_ours_to_change(adviser: Access) -> None:
    there = organisation(
        "VV De Terp", kvk="07654321", municipality_id=LEEUWARDEN, place="Leeuwarden"
    )
    run = checked(adviser, ["VV De Terp", "07654321", "", "Tiel", ""])
    assert (row(run, 2).action, there.version) == (RowAction.REJECT, 1)
    assert "Leeuwarden hoort niet bij" in row(run, 2).reason


def test_fields_go_from_old_to_new(adviser: Access) -> None:
    known = organisation("VV De Waalrand", kvk="07654321", postcode="4001 AB")
    contact(adviser.workspace, known, role="secretary", email="oud@waalrand.example")
    run = checked(
        adviser, ["VV De Waalrand", "07654321", "4002 CD", "Tiel", "nieuw@waalrand.example"]
    )
    changes = row(run, 2).changes
    assert changes["facts"]["postcode"] == ["4001 AB", "4002 CD"]
    assert changes["contacts"][0]["fields"] == {
        "email": ["oud@waalrand.example", "nieuw@waalrand.example"]
    }


def test_filling_gaps_only_leaves_what_is_known(adviser: Access) -> None:
    organisation("VV De Waalrand", kvk="07654321", postcode="4001 AB", legal_form="association")
    run = checked(adviser, ["VV De Waalrand", "07654321", "4002 CD", "Tiel", ""])
    run.overwrite = False
    checking.check(run=run)
    assert row(run, 2).action == RowAction.UNCHANGED


def test_a_number_never_gives_way_to_another_number(adviser: Access) -> None:
    organisation("VV De Waalrand", kvk="07654321", legal_form="association")
    run = checked(
        adviser,
        ["VV De Waalrand", "", "", "Tiel", ""],
        ["VV De Waalrand", "01234567", "", "Tiel", ""],
    )
    assert all("kvk" not in one.changes.get("facts", {}) or one.action == RowAction.CREATE
               for one in run.rows.all())  # fmt: skip


def test_unknown_villages_are_asked_once_and_remembered(adviser: Access) -> None:
    rows = [[f"VV {name}", "", "", "Nergenshuizen", ""] for name in ("De Een", "De Twee")]
    run = checked(adviser, *rows)
    assert [(one["text"], one["rows"]) for one in run.counts["questions"]] == [("Nergenshuizen", 2)]
    RememberedPlace.objects.create(
        workspace=adviser.workspace, text="nergenshuizen", municipality_id="GM0281"
    )
    checking.check(run=run)
    assert (run.counts[RowAction.CREATE], run.counts["questions"]) == (2, [])


def test_a_sector_across_municipalities_is_an_area_too(db: None) -> None:
    sports = workspace("sportraad", sectors=["sport"])
    with guard.workspaces(sports.pk):
        run = checked(
            access_of(sports, Role.CONSULENT),
            ["Voetbalvereniging De Terp", "", "", "Leeuwarden", ""],
            ["Toneelvereniging De Klucht", "", "", "Leeuwarden", ""],
        )
        actions = list(run.rows.values_list("action", flat=True))
    assert actions == [RowAction.CREATE, RowAction.REJECT]
