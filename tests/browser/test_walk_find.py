"""Step 4: an adviser finds organisations, keeps the choice, sees the map, takes them along."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Check, Shot, SignIn, Visit


def test_search_as_you_type_filters_in_the_address_and_a_saved_selection(
    sign_in: SignIn, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    page = sign_in("consulent")
    page.goto("/organisaties/")
    count = page.locator("#aantal")
    expect(count).to_contain_text("organisaties gevonden")
    axe(page)
    shot(page, "organisaties")
    everything = count.inner_text()
    page.get_by_label("Zoek op naam, plaats of KvK-nummer").press_sequentially("dorps")
    expect(page).to_have_url(re.compile("q=dorps"))
    expect(count).not_to_have_text(everything)
    page.get_by_label("Soort").select_option(label="Buurt en dorp")
    expect(page).to_have_url(re.compile("soort=neighbourhood"))
    found = count.inner_text()
    page.reload()
    expect(count).to_have_text(found)
    expect(page.get_by_label("Soort")).to_have_value("neighbourhood")

    page.get_by_role("checkbox", name=re.compile("^Alle ")).check()
    page.get_by_role("button", name="Selectie bewaren").click()
    page.get_by_label("Naam van de selectie").fill("Dorpshuizen van deze proef")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("De selectie is bewaard.")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Dorpshuizen van deze proef", exact=True).click()
    expect(count).to_have_text(found)
    no_overflow(page)


def test_the_map_leads_back_to_the_list(
    sign_in: SignIn, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    page = sign_in("consulent")
    page.goto("/organisaties/")
    page.get_by_role("link", name="Kaart").click()
    expect(page.get_by_role("heading", name="Organisaties op de kaart")).to_be_visible()
    axe(page)
    no_overflow(page)
    shot(page, "organisaties-kaart")
    page.get_by_role("checkbox", name="Leeuwarden").check()
    expect(page.get_by_text("1 gemeente gekozen")).to_be_visible()
    page.get_by_role("button", name="Toon in de lijst").click()
    expect(page).to_have_url(re.compile("gemeente=GM0080"))
    expect(page.get_by_label("Gemeente")).to_have_value("GM0080")


def test_chosen_rows_become_a_workbook(sign_in: SignIn, shot: Shot) -> None:
    page = sign_in("consulent")
    page.goto("/organisaties/")
    ticks = page.locator("tbody").get_by_role("checkbox")
    ticks.nth(0).check()
    ticks.nth(1).check()
    expect(page.locator("[data-chosen]")).to_have_text(re.compile(r"^2 van \d+ gekozen$"))
    page.get_by_role("button", name="Als bestand").click()
    expect(page.get_by_role("heading", name="2 organisaties als bestand")).to_be_visible()
    shot(page, "organisaties-bestand")
    page.get_by_role("button", name="Maak het bestand").click()
    link = page.get_by_role("link", name=re.compile(r"organisaties .*\.xlsx"))
    expect(link).to_be_visible(timeout=30_000)
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename.endswith(".xlsx")


def test_an_organisation_is_added_after_a_look_at_doubles_and_then_changed(
    sign_in: SignIn, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    page = sign_in("consulent")
    page.goto("/organisaties/?q=harmonie+proefdorp")
    page.get_by_role("link", name='"harmonie proefdorp" toevoegen').click()
    expect(page.get_by_label("Naam", exact=True)).to_have_value("harmonie proefdorp")
    page.get_by_label("Naam", exact=True).fill("Harmonie Proefdorp")
    page.get_by_label("KvK-nummer").fill("12")
    page.get_by_label("Plaats").fill("Leeuwarden")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_role("alert")).to_contain_text("heeft acht cijfers; dit zijn er 2")
    expect(page.get_by_label("Plaats")).to_have_value("Leeuwarden")
    axe(page)
    page.get_by_label("KvK-nummer").fill("87654321")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_role("heading", name="Harmonie Proefdorp", level=1)).to_be_visible()
    page.get_by_role("textbox", name="Notitie").fill("Zij zoeken een nieuwe dirigent.")
    page.get_by_role("button", name="Bewaar notitie").click()
    expect(page.locator("#notities")).to_contain_text("Zij zoeken een nieuwe dirigent.")
    page.get_by_label("Label", exact=True).fill("muziek")
    page.get_by_role("button", name="Geef dit label").click()
    page.get_by_role("link", name="Contact toevoegen").click()
    page.get_by_role("textbox", name="Naam").fill("Proef Persoon")
    page.get_by_label("E-mailadres").fill("dirigent@harmonie.example")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("link", name="dirigent@harmonie.example")).to_be_visible()
    expect(page.get_by_text("voegde Harmonie Proefdorp toe")).to_be_visible()
    axe(page)
    no_overflow(page)
    shot(page, "organisatie")
    page.goto("/organisaties/nieuw/")
    page.get_by_label("Naam", exact=True).fill("HARMONIE  PROEFDORP")
    page.get_by_label("Plaats").fill("Leeuwarden")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_text("Staat deze organisatie er al?")).to_be_visible()
    expect(page.get_by_role("button", name="Toch toevoegen")).to_be_visible()


def test_the_list_works_without_script(visit: Visit) -> None:
    page = visit("consulent", scripts=False)
    page.goto("/organisaties/")
    page.get_by_label("Zoek op naam, plaats of KvK-nummer").fill("dorps")
    page.get_by_role("button", name="Toon", exact=True).click()
    expect(page).to_have_url(re.compile("q=dorps"))
    page.get_by_role("link", name="Plaats").click()
    expect(page).to_have_url(re.compile("q=dorps.*sort=plaats"))


def test_list_map_and_record_hold_on_a_phone(visit: Visit, axe: Check, no_overflow: Check) -> None:
    page = visit("consulent", width=320)
    for address in ("/organisaties/", "/organisaties/kaart/", "/organisaties/selecties/"):
        page.goto(address)
        no_overflow(page)
        axe(page)
    page.goto("/organisaties/")
    page.locator("tbody th a").first.click()
    expect(page.get_by_role("heading", name="Geschiedenis")).to_be_visible()
    no_overflow(page)
    axe(page)
