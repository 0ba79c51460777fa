"""Needs surveys, the report: two write at once, remarks, a version, a telephone, an action."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Shot, Visit
from tests.browser.product import Product
from tests.browser.watching import Check

FINISHED = "SELECT id FROM needs_needssurvey WHERE title = 'Behoeftepeiling Fryslân 2025'"
RUNNING = "SELECT id FROM needs_needssurvey WHERE title = 'Behoeftepeiling Fryslân 2026'"
REACH = "SELECT id FROM needs_block WHERE survey_id = %s AND theme_id = 'bereik'"


def test_two_write_at_once_and_neither_loses_a_word(
    visit: Visit, product: Product, axe: Check, shot: Shot
) -> None:
    survey = product.ask(RUNNING)
    block = product.ask(REACH, survey)
    page, other = visit("coordinator"), visit("consulent")
    for one in page, other:
        one.goto(f"/behoeftepeiling/{survey}/rapport/")
    expect(page.get_by_text("De cijfers zijn veranderd sinds deze tekst").first).to_be_visible()
    shot(page, "rapport-schrijven")
    mine, hers = page.locator(f"#blok-{block}"), other.locator(f"#blok-{block}")
    hers.get_by_role("link", name=re.compile("^Schrijf")).click()
    hers.get_by_role("textbox", name=re.compile("^Tekst")).fill("Jongeren vinden ons niet.")
    page.goto(f"/behoeftepeiling/blok/{block}/")
    expect(mine.get_by_text("Nynke (consulent) is hier bezig")).to_be_visible()
    mine.get_by_role("textbox", name=re.compile("^Tekst")).fill("Onze website is oud.")
    hers.get_by_role("button", name="Bewaar").click()
    expect(hers.get_by_text("Jongeren vinden ons niet.")).to_be_visible()
    mine.get_by_role("button", name="Bewaar").click()
    expect(mine.get_by_text("bewaarde intussen een andere tekst")).to_be_visible()
    expect(mine.locator("[data-theirs]")).to_contain_text("Jongeren vinden ons niet.")
    expect(mine.get_by_role("textbox", name=re.compile("^Tekst"))).to_have_value(
        "Onze website is oud."
    )
    axe(page)
    shot(page, "rapport-twee-teksten")
    both = "Jongeren vinden ons niet. Onze website is oud."
    mine.get_by_role("textbox", name=re.compile("^Tekst")).fill(both)
    mine.get_by_role("button", name="Bewaar de tekst hierboven").click()
    expect(mine.get_by_text(both)).to_be_visible()

    page.goto(f"/behoeftepeiling/{survey}/rapport/")
    page.get_by_role("link", name=re.compile("^1 opmerking.*Acties")).click()
    page.get_by_role("button", name="Afgehandeld").click()
    expect(page.get_by_text("Afgehandeld door Gerlof")).to_be_visible()
    page.get_by_label("Uw opmerking").fill("Staat nu bij de acties.")
    page.get_by_role("button", name="Plaats de opmerking").click()
    expect(page.get_by_text("Staat nu bij de acties.")).to_be_visible()
    axe(page)


def test_a_version_is_fixed_and_read_on_a_telephone_and_an_action_is_told_of(
    visit: Visit, product: Product, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    survey = product.ask(FINISHED)
    page = visit("coordinator")
    page.goto(f"/behoeftepeiling/{survey}/acties/")
    axe(page)
    shot(page, "rapport-acties")
    page.get_by_role("link", name=re.compile("^Meld wat ervan kwam.*Bij elk bestuurslid")).click()
    page.get_by_label("Gedaan").check()
    page.get_by_label("Wat kwam ervan?").fill("Vijf besturen spraken erover.")
    page.get_by_role("button", name="Meld dit").click()
    expect(page.get_by_text("Vijf besturen spraken erover.")).to_be_visible()

    page.goto(f"/behoeftepeiling/{survey}/rapport/")
    # A demo world that was kept is read with the words of today: more may be marked than this one.
    marked = page.get_by_role("button", name=re.compile("^Ik heb het nagelezen"))
    expect(marked.filter(has_text="Acties")).to_be_visible()
    for left in reversed(range(marked.count())):
        marked.first.click()
        expect(marked).to_have_count(left)
    expect(page.get_by_text("Alle teksten zijn nagelezen")).to_be_visible()
    page.get_by_role("link", name="Stel een versie vast").click()
    axe(page)
    shot(page, "rapport-vaststellen")
    page.get_by_role("button", name="Stel versie 2 vast").click()
    expect(page.get_by_text("Versie 2 is vastgesteld.")).to_be_visible()
    axe(page)
    address = page.locator("#inhoud a[href*='/rapport/'][href^=http]").get_attribute("href")
    assert address is not None

    phone = visit(width=320)
    phone.goto(address)
    changed = re.compile(r"Anders dan in versie 1: .*(Acties|nog \d+ delen)")
    expect(phone.get_by_text(changed)).to_be_visible()
    expect(phone.get_by_text("Vijf besturen spraken erover.")).to_be_visible()
    no_overflow(phone)
    axe(phone)
    phone.set_viewport_size({"width": 1280, "height": 900})
    axe(phone)
    shot(phone, "rapport-lezen")
    with phone.expect_download() as waiting:
        phone.get_by_role("link", name="PDF").click()
    assert waiting.value.suggested_filename.endswith("versie-2.pdf")
