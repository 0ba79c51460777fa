"""The way of a list through its pages, as an adviser goes it; and who may not."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import jobs
from krachtlokaal.register.enums import ImportState, RowAction
from krachtlokaal.register.models import ImportRun, Organisation, RememberedColumn
from krachtlokaal.register.services import organisations
from krachtlokaal.register.services.imports import mapping
from tests.accounts.factories import member, signed_in
from tests.register.factories import organisation
from tests.register.imports.factories import (
    as_csv,
    as_xlsx,
    cells_of,
    checked,
    imported,
    received,
    row,
)
from tests.register.imports.test_writing import WALRAND

WRONG = ["", "07654322", "4001 AB", "Tiel", "bestuur@b.example"]


@pytest.fixture
def client(adviser: Access) -> Client:
    return signed_in(adviser.user)


def address(name: str, run: ImportRun, *more: int) -> str:
    return reverse(f"register:{name}", args=[run.pk, *more])


def upload(client: Client, data: bytes, name: str = "lijst.csv") -> str:
    """Send a list; the text of the page that follows."""
    sent = {"file": SimpleUploadedFile(name, data)}
    return client.post(reverse("register:imports"), sent, follow=True).content.decode()


def columns(run: ImportRun, **other: str) -> dict[str, str]:
    """The form as proposed, with some columns chosen otherwise."""
    names = run.head["header"]
    chosen = {f"c{index}": run.mapping[name] for index, name in enumerate(names)}
    return {**chosen, "version": str(run.version), "manner": "list", **other}


def the_run() -> ImportRun:
    return ImportRun.objects.get()


def test_from_file_to_register_and_back(client: Client, adviser: Access) -> None:
    upload(client, as_csv([WALRAND, WRONG]))
    run = the_run()
    client.post(address("import_columns", run), columns(run))
    jobs.run_waiting()
    preview = client.get(address("import", run)).content.decode()
    assert "Lees in: 1 nieuw, 0 aangevuld" in preview
    assert Organisation.objects.count() == 0
    client.post(address("import_agree", run), {"version": the_run().version})
    jobs.run_waiting()
    assert "De lijst is ingelezen" in client.get(address("import", run)).content.decode()
    assert Organisation.objects.get().name == "VV De Waalrand"
    client.post(address("import_undo", run), {"version": the_run().version})
    jobs.run_waiting()
    assert "De lijst is teruggedraaid" in client.get(address("import", run)).content.decode()
    assert not Organisation.objects.exists()


def test_the_rejected_rows_come_back_and_can_be_mended(client: Client, adviser: Access) -> None:
    run = imported(adviser, WALRAND, WRONG)
    answer = client.get(address("import_rejected", run))
    header, line = cells_of(answer.content)
    assert header == ["Naam vereniging", "KvK nr", "Pc", "Plaats", "E-mail secr.",
                      "Rij in uw lijst", "Wat is er mis"]  # fmt: skip
    assert line[1:6] == ["07654322", "4001 AB", "Tiel", "bestuur@b.example", 3]
    assert "Naam ontbreekt" in str(line[6])
    book = load_workbook(BytesIO(answer.content))
    book.worksheets[0]["A2"] = "TC De Waal"
    mended = BytesIO()
    book.save(mended)
    upload(client, mended.getvalue(), "hersteld.xlsx")
    again = ImportRun.objects.latest("pk")
    assert [again.mapping[name] for name in header[-2:]] == ["", ""]


BROKEN = {
    "wrong type": (b"\x89PNG\r\n\x1a\n" + bytes(500), "foto.png"),
    "encrypted or old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000), "oud.xls"),
    "binary": (bytes(range(256)) * 20, "lijst.csv"),
    "empty": (b"", "leeg.csv"),
    "no name": (b"Bedrag;Datum\n12;2026-01-01\n", "bedragen.csv"),
    "no list": (as_xlsx({"Blad1": [["x"]]}), "leeg.xlsx"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_file_gets_a_sentence_and_costs_nothing(client: Client, broken: str) -> None:
    data, name = BROKEN[broken]
    page = upload(client, data, name)
    assert 'class="ds-validation-message"' in page
    assert not ImportRun.objects.exists()


def test_a_file_that_is_too_large_is_refused_before_it_is_kept(
    client: Client, settings: pytest.FixtureRequest
) -> None:
    page = upload(client, b"Naam;Plaats\n" + b"x" * 22 * 1024 * 1024)
    assert "Het bestand “lijst.csv” is 23 MB groot. Het mag hoogstens 20 MB zijn." in page
    assert not ImportRun.objects.exists()


def test_no_file_is_told(client: Client) -> None:
    page = client.post(reverse("register:imports"), {}).content.decode()
    assert "Kies eerst het bestand met uw lijst." in page


def test_the_sample_can_be_read_in(client: Client) -> None:
    sample = client.get(reverse("register:import_sample")).content
    assert "Wat staat in welke kolom?" in upload(client, sample, "voorbeeld.xlsx")


def test_another_sheet_can_be_chosen(client: Client) -> None:
    rows = [["Naam", "Plaats"], ["VV De Waalrand", "Tiel"], ["TC De Waal", "Tiel"]]
    upload(client, as_xlsx({"Leden": rows, "Oud": [["Naam", "Gemeente"], ["De Bron", "Tiel"]]}),
           "twee.xlsx")  # fmt: skip
    run = the_run()
    client.post(address("import_sheet", run), {"sheet": "Oud", "version": run.version})
    assert the_run().head["header"] == ["Naam", "Gemeente"]


def test_the_mapping_is_remembered_for_the_next_list(client: Client, adviser: Access) -> None:
    run = received(adviser, [*WALRAND], header=("Naam", "KvK", "Pc", "Plaats", "Info"))
    client.post(address("import_columns", run), columns(run, c4="secretary_email"))
    assert RememberedColumn.objects.get(header="info").field == "secretary_email"
    again = received(adviser, [*WALRAND], header=("Naam", "KvK", "Pc", "Plaats", "INFO."))
    assert again.mapping["INFO."] == "secretary_email"


def test_no_field_twice_and_never_without_a_name(client: Client, adviser: Access) -> None:
    run = received(adviser, WALRAND)
    page = client.post(address("import_columns", run), columns(run, c0="", c1="place")).content
    assert "Kies in welke kolom de naam van de organisatie staat." in page.decode()
    assert "Kolom “KvK nr” heeft dit al." in page.decode()
    assert '<option value="place" selected>' in page.decode()
    assert the_run().state == ImportState.UPLOADED


def test_two_advisers_do_not_overwrite_each_other(client: Client, adviser: Access) -> None:
    run = received(adviser, WALRAND)
    sent = columns(run)
    mapping.confirm(
        run=run, version=run.version, user=adviser.user, mapping=run.mapping, overwrite=True
    )
    page = client.post(address("import_columns", run), sent).content.decode()
    assert "Iemand anders veranderde intussen iets aan deze lijst." in page


def test_yes_to_an_old_preview_is_not_a_yes(client: Client, adviser: Access) -> None:
    run = checked(adviser, WALRAND)
    client.post(address("import_agree", run), {"version": run.version - 1})
    jobs.run_waiting()
    assert (the_run().state, Organisation.objects.count()) == (ImportState.CHECKED, 0)


def test_a_village_is_asked_and_the_answer_is_used(client: Client, adviser: Access) -> None:
    run = checked(adviser, ["VV De Een", "", "", "Nergenshuizen", ""])
    assert (
        "In welke gemeente ligt “Nergenshuizen”?"
        in client.get(address("import", run)).content.decode()
    )
    client.post(address("import_places", run), {"p0": "GM0281", "version": run.version})
    jobs.run_waiting()
    assert row(run, 2).action == RowAction.CREATE


def test_two_municipalities_of_one_name_are_told_apart(client: Client, adviser: Access) -> None:
    with guard.workspaces(adviser.workspace.pk):
        run = checked(adviser, ["VV Bergen", "", "", "Bergen", "info@bergen.example"])
    page = client.get(address("import", run)).content.decode()
    for code, name in (("GM0373", "Bergen (Noord-Holland)"), ("GM0893", "Bergen (Limburg)")):
        assert f'<option value="{code}">{name}</option>' in page


def test_only_gaps_can_be_filled(client: Client, adviser: Access) -> None:
    organisation("VV De Waalrand", kvk="07654321", postcode="4009 XX", legal_form="association")
    run = checked(adviser, [*WALRAND[:4], ""])
    assert row(run, 2).action == RowAction.UPDATE
    client.post(address("import_manner", run), {"manner": "gaps", "version": run.version})
    jobs.run_waiting()
    assert row(run, 2).action == RowAction.UNCHANGED


def test_a_row_can_be_decided_by_hand(client: Client, adviser: Access) -> None:
    known = organisation("Sportclub Waalrand Tiel")
    run = checked(adviser, WALRAND)
    page = client.get(address("import_row", run, 2) + "?q=waalrand").content.decode()
    assert "Dit is “Sportclub Waalrand Tiel”" in page
    sent = {"choice": str(known.pk), "version": run.version}
    client.post(address("import_row", run, 2) + "?q=waalrand", sent)
    found = row(run, 2)
    assert (found.organisation_id, found.action, found.chosen_by_hand) == (
        known.pk,
        RowAction.UPDATE,
        True,
    )


def test_a_row_that_cannot_be_used_cannot_be_chosen(client: Client, adviser: Access) -> None:
    run = checked(adviser, WRONG)
    client.post(address("import_row", run, 2), {"choice": "new", "version": run.version})
    assert row(run, 2).action == RowAction.REJECT


def test_what_was_kept_is_listed(client: Client, adviser: Access) -> None:
    known = organisation("VV De Waalrand", kvk="07654321", postcode="4001 ZZ")
    run = checked(adviser, WALRAND)
    organisations.change(organisation=known, version=1, facts={"postcode": "4009 XX"})
    client.post(address("import_agree", run), {"version": run.version})
    jobs.run_waiting()
    page = client.get(address("import", run)).content.decode()
    assert "Er staat nu „4009 XX”; in uw lijst stond „4001 AB”." in page


def test_a_list_can_be_thrown_away_until_it_is_imported(client: Client, adviser: Access) -> None:
    run = checked(adviser, WALRAND)
    assert "weggooien" in client.get(address("import_discard", run)).content.decode()
    client.post(address("import_discard", run), {"version": run.version})
    assert not ImportRun.objects.exists()
    done = imported(adviser, WALRAND)
    client.post(address("import_discard", done), {"version": done.version})
    assert ImportRun.objects.get().pk == done.pk


def test_the_progress_page_asks_for_itself_until_it_is_ready(
    client: Client, adviser: Access
) -> None:
    run = received(adviser, WALRAND)
    client.post(address("import_columns", run), columns(run))
    assert 'hx-trigger="every 2s"' in client.get(address("import", run)).content.decode()
    jobs.run_waiting()
    answer = client.get(address("import", run), headers={"HX-Request": "true"})
    assert answer.headers["HX-Refresh"] == "true"


ADDRESSES = ["import", "import_columns", "import_agree", "import_undo", "import_discard",
             "import_rejected"]  # fmt: skip
POSTED = ["import_sheet", "import_manner", "import_places", "import_again"]


@pytest.mark.parametrize("name", [*ADDRESSES, *POSTED])
def test_a_list_of_others_is_not_there(adviser: Access, elsewhere: Workspace, name: str) -> None:
    run = received(adviser, WALRAND)
    with guard.workspaces(elsewhere.pk):
        stranger = signed_in(member(elsewhere, Role.CONSULENT))
    send = stranger.post if name in POSTED else stranger.get
    assert send(address(name, run)).status_code == 404


def test_a_row_of_others_is_not_there(adviser: Access, elsewhere: Workspace) -> None:
    run = checked(adviser, WALRAND)
    with guard.workspaces(elsewhere.pk):
        stranger = signed_in(member(elsewhere, Role.CONSULENT))
    assert stranger.get(address("import_row", run, 2)).status_code == 404


def test_a_reader_may_not_import(adviser: Access) -> None:
    reader = signed_in(member(adviser.workspace, Role.LEZER))
    assert reader.get(reverse("register:imports")).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_take_a_bounded_number_of_queries(
    client: Client,
    adviser: Access,
    django_assert_max_num_queries: pytest.FixtureRequest,
    count: int,
) -> None:
    runs = [
        checked(adviser, *[[f"VV Nummer {n}", "", "", "Tiel", ""] for n in range(count)])
        for _ in range(count)
    ]
    for page in (reverse("register:imports"), address("import", runs[0])):
        with django_assert_max_num_queries(14):  # type: ignore[operator]  # a function of pytest-django
            client.get(page)
