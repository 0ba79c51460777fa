"""Questionnaires are data: a coordinator brings a file with faults, mends it, words a text while
she sees what respondents will see, publishes, and reads what differs from the version before.
"""

import re

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Shot, Visit
from tests.browser.watching import Check
from tests.surveys.factories import yaml_of

NAME = "Oefenlijst doe-dag"


def list_of(key: str) -> str:
    """A questionnaire of our own shape that nobody else in this module has."""
    text = yaml_of("evaluatie_doe_dag_v1")
    text = text.replace("key: evaluatie_doe_dag", f"key: {key}")
    return text.replace("Hoe was de doe-dag?", NAME)


def bring(page: Page, text: str) -> None:
    page.goto("/vragenlijsten/nieuw/")
    file = FilePayload(name="lijst.yaml", mimeType="", buffer=text.encode())
    page.get_by_label("Bestand").set_input_files(file)
    page.get_by_role("button", name="Kijk na en bewaar als concept").click()


def confirm(page: Page, link: str, button: str) -> None:
    page.get_by_role("link", name=link).click()
    page.get_by_role("button", name=button).click()


def test_she_mends_a_file_words_it_publishes_and_compares(
    visit: Visit, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    page = visit("coordinator")
    right = list_of("oefenlijst_een")
    wrong = right.replace("type: multi", "type: meer").replace("code: right", "code: Right")
    bring(page, wrong)
    table = page.get_by_role("table", name="Wat er niet klopt, per regel")
    expect(table.get_by_role("row")).to_have_count(3)
    expect(table).to_contain_text("Kies uit: likert, single, multi, text, ref.")
    expect(page.get_by_label("Tekst van de vragenlijst")).to_have_value(wrong)
    shot(page, "vragenlijst-fouten")
    axe(page)

    page.get_by_label("Tekst van de vragenlijst").fill(right)
    page.get_by_role("button", name="Kijk na en bewaar als concept").click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    axe(page)
    confirm(page, "Publiceer deze versie", "Ja, publiceer deze versie")
    expect(page.get_by_text("De vragenlijst is gepubliceerd.")).to_be_visible()

    page.get_by_role("link", name="Maak een nieuwe versie").click()
    page.get_by_label("Nummer van de nieuwe versie").fill("1.1.0")
    page.get_by_role("button", name="Maak het concept").click()
    page.get_by_role("link", name="Teksten wijzigen").click()
    page.get_by_label("Deel van de vragenlijst").select_option("De dag zelf")
    page.get_by_role("button", name="Toon dit deel").click()
    page.get_by_role("link", name="Fries").click()
    words = page.get_by_role("group", name="Vraag lengte", exact=True)
    shown = page.get_by_role("complementary", name="Zo ziet wie invult het")
    expect(shown).to_contain_text("Hoe lang duorre de dei foar jo?")
    words.get_by_label("Nederlands").fill("Was de dag lang genoeg?")
    words.get_by_label("Fries").fill("Wie de dei lang genôch?")
    expect(shown).to_contain_text("Wie de dei lang genôch?")
    shot(page, "vragenlijst-teksten")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("De teksten zijn bewaard.")).to_be_visible()
    axe(page)

    page.get_by_role("link", name=f"{NAME} 1.1.0").click()
    confirm(page, "Publiceer deze versie", "Ja, publiceer deze versie")
    page.get_by_role("link", name="Versie 1.0.0").click()
    expect(page.get_by_text("1 vraag veranderd, 0 erbij, 0 niet meer gevraagd.")).to_be_visible()
    expect(page.get_by_text("Was de dag lang genoeg?")).to_be_visible()
    axe(page)


def test_on_a_phone_without_script_the_preview_comes_by_its_button(
    visit: Visit, no_overflow: Check
) -> None:
    page = visit("coordinator", width=320, scripts=False)
    bring(page, list_of("oefenlijst_twee"))
    no_overflow(page)
    page.get_by_role("link", name="Teksten wijzigen").click()
    no_overflow(page)
    title = page.get_by_role("group", name="Titel", exact=True).get_by_label("Nederlands")
    title.fill("Hoe vond u de dag?")
    page.get_by_role("button", name="Ververs het voorbeeld").click()
    expect(title).to_have_value("Hoe vond u de dag?")
    shown = page.get_by_role("complementary", name="Zo ziet wie invult het")
    expect(shown).to_contain_text("Hoe vond u de dag?")
    page.get_by_role("link", name="Terug").click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()


def test_the_krachtmeting_says_what_may_be_compared(
    visit: Visit, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    page = visit("landelijk")
    page.goto("/vragenlijsten/")
    axe(page)
    page.get_by_role("link", name="Versie 1.0.0 KrachtMeting").click()
    page.get_by_role("link", name="Maak een nieuwe versie").click()
    axe(page)
    page.get_by_label("Nummer van de nieuwe versie").fill("1.0.1")
    page.get_by_role("button", name="Maak het concept").click()
    page.get_by_role("link", name="Teksten wijzigen").click()
    page.get_by_label("Deel van de vragenlijst").select_option("Bestuur")
    page.get_by_role("button", name="Toon dit deel").click()
    words = page.get_by_role("group", name="Zin bestuur_1").get_by_label("Nederlands")
    words.fill("In ons bestuur zijn alle stoelen bezet.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    page.get_by_role("link", name="KrachtMeting 1.0.1").click()
    page.get_by_role("link", name="Versie 1.0.0").click()
    row = page.get_by_role("row", name=re.compile("^Bestuur"))
    expect(row).to_contain_text("Met voorbehoud")
    expect(page.get_by_text("Ja", exact=True)).to_have_count(9)
    shot(page, "vragenlijst-verschil")
    axe(page)
    page.set_viewport_size({"width": 320, "height": 900})
    no_overflow(page)
