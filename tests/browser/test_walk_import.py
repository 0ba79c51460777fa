"""Step 2: an adviser brings a list as municipalities deliver them, sees what would happen, says
yes, gets the bad rows back, mends them, and takes the whole import back.
"""

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Shot, SignIn, Visit
from tests.browser.product import Product
from tests.browser.watching import Check
from tests.register.imports.factories import as_csv

HEADER = ("Naam vereniging", "KvK nr", "Pc", "Plaats", "E-mail secr.", "Opmerking")
ROWS = [
    ["STG DORPSHUIS DE NIEUWE BRON", "1234567", "8601ab", "SNEEK", "info@bron.example", "Belt"],
    ["VV De Zwetteruiters", "", "8501 CD", "Joure", "secr@zwette.example", ""],
    ["v.v. De Zwetteruiters", "", "8501CD", "JOURE", "", ""],
    ["", "", "", "Lemmer", "bestuur@lemmer.example", ""],
    ["Toneelclub It Spul", "", "", "Nijezijlsterga", "", ""],
    ["VV De Waalrand", "", "4001 AB", "Tiel", "", ""],
]


def bring(page: Page, data: bytes, name: str = "adressen 2026.csv") -> None:
    page.goto("/organisaties/inlezen/")
    page.get_by_label("Uw lijst").set_input_files(FilePayload(name=name, mimeType="", buffer=data))
    page.get_by_role("button", name="Bekijk deze lijst").click()


def ready(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", name=heading)).to_be_visible(timeout=60_000)


def organisations(product: Product) -> int:
    return int(product.ask("SELECT count(*) FROM register_organisation"))


def test_a_list_goes_in_is_mended_and_comes_out(
    page: Page,
    sign_in: SignIn,
    product: Product,
    axe: Check,
    no_overflow: Check,
    visible_focus: Check,
    shot: Shot,
    tmp_path: Path,
) -> None:
    before = organisations(product)
    sign_in("consulent")
    page.goto("/organisaties/inlezen/")
    axe(page)
    shot(page, "inlezen-kiezen")
    bring(page, as_csv(ROWS, HEADER))
    ready(page, "Wat staat in welke kolom?")
    expect(page.get_by_label("Wat staat in kolom „E-mail secr.”?")).to_have_value("secretary_email")
    axe(page)
    shot(page, "inlezen-kolommen")
    page.get_by_role("button", name="Kijk de lijst na").click()
    ready(page, "Wat gebeurt er met uw lijst?")
    axe(page)
    visible_focus(page)
    shot(page, "inlezen-nakijken")
    page.get_by_label("In welke gemeente ligt “Nijezijlsterga”?").select_option("De Fryske Marren")
    page.get_by_role("button", name="Bewaar en kijk opnieuw na").click()
    expect(page.get_by_role("button", name="Lees in: 3 nieuw, 0 aangevuld")).to_be_visible(
        timeout=60_000
    )
    page.get_by_role("link", name="Bekijk rij 6").click()
    ready(page, "Toneelclub It Spul")
    axe(page)
    page.get_by_label("Lees deze rij niet in").check()
    page.get_by_role("button", name="Bewaar deze keuze").click()
    assert organisations(product) == before
    page.get_by_role("button", name="Lees in: 2 nieuw, 0 aangevuld").click()
    ready(page, "De lijst is ingelezen")
    axe(page)
    no_overflow(page)
    shot(page, "inlezen-klaar")
    assert organisations(product) == before + 2
    with page.expect_download() as download:
        page.get_by_role("link", name="2 rijen om te herstellen (Excel)").click()
    path = tmp_path / "niet-ingelezen.xlsx"
    download.value.save_as(path)
    result = page.url
    bring(page, mended(path), "hersteld.xlsx")
    page.get_by_role("button", name="Kijk de lijst na").click()
    expect(page.get_by_role("button", name="Lees in: 1 nieuw, 0 aangevuld")).to_be_visible(
        timeout=60_000
    )
    page.goto(result)
    page.get_by_role("link", name="Draai dit terug").click()
    axe(page)
    page.get_by_role("button", name="Ja, draai deze lijst terug").click()
    ready(page, "De lijst is teruggedraaid")
    assert organisations(product) == before


def mended(path: Path) -> bytes:
    """Somebody gives the row without a name its name."""
    book, out = load_workbook(path), BytesIO()
    lines = list(book.worksheets[0].iter_rows(values_only=True))
    assert lines[0][-2:] == ("Rij in uw lijst", "Wat is er mis")
    assert [line[-2] for line in lines[1:]] == [5, 7]
    book.worksheets[0]["A2"] = "Muziekvereniging Us Nocht"
    book.save(out)
    return out.getvalue()


def test_a_broken_file_gets_a_sentence_at_its_field(
    page: Page, sign_in: SignIn, axe: Check
) -> None:
    sign_in("consulent")
    bring(page, b"\x89PNG\r\n\x1a\n" + bytes(500), "foto.png")
    expect(page.get_by_role("alert")).to_contain_text("Dit bestand is een plaatje")
    axe(page)


def test_it_works_without_script_on_a_small_screen(visit: Visit, no_overflow: Check) -> None:
    page = visit(role="consulent", width=320, scripts=False)
    bring(page, as_csv(ROWS, HEADER), "klein.csv")
    no_overflow(page)
    page.get_by_role("button", name="Kijk de lijst na").click()
    link = page.get_by_role("link", name="Kijk hoe ver het is")
    while link.is_visible():
        link.click()
    ready(page, "Wat gebeurt er met uw lijst?")
    no_overflow(page)
