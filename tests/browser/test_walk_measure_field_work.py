"""Measuring, step 7: she follows the field work, calls who is silent, and types in paper."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Shot, Visit
from tests.browser.product import Product
from tests.browser.watching import Check

WAVE = "SELECT id FROM surveys_wave WHERE title = 'KrachtMeting Fryslân 2026'"


def test_she_sees_how_far_everybody_is_and_calls_from_her_telephone(
    visit: Visit, product: Product, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    wave = product.ask(WAVE)
    page = visit("coordinator")
    page.goto(f"/krachtmeting/{wave}/veldwerk/")
    expect(page.get_by_role("heading", name="Per soort")).to_be_visible()
    axe(page)
    shot(page, "veldwerk")
    page.get_by_role("link", name="Stop met verversen").click()
    expect(page.get_by_role("link", name="Ververs vanzelf")).to_be_visible()

    phone = visit("consulent", width=320)
    phone.goto(f"/krachtmeting/{wave}/veldwerk/bellen/")
    no_overflow(phone)
    axe(phone)
    first = phone.locator(".kl-list__link").first
    name = first.inner_text()
    first.click()
    expect(phone.get_by_role("heading", name=name, level=1)).to_be_visible()
    no_overflow(phone)
    axe(phone)
    phone.get_by_role("button", name="Schrijf het telefoontje op").click()
    expect(phone.get_by_text("Kies wat eruit kwam.").first).to_be_visible()
    phone.get_by_label("Gaat het doen").check()
    phone.get_by_label("Opmerking").fill("Belt woensdag terug")
    phone.get_by_role("button", name="Schrijf het telefoontje op").click()
    expect(phone.get_by_text("Het telefoontje is opgeschreven.")).to_be_visible()
    assert phone.locator(".kl-list__link").first.inner_text() != name


def test_the_list_goes_along_and_a_paper_answer_is_typed_in(
    visit: Visit, product: Product, axe: Check, shot: Shot
) -> None:
    wave = product.ask(WAVE)
    page = visit("coordinator")
    page.goto(f"/krachtmeting/{wave}/veldwerk/bellen/?toon=nooit")
    expect(page.get_by_role("heading", name="Bellijst")).to_be_visible()
    axe(page)
    shot(page, "bellijst")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Als Excel").click()
    assert waiting.value.suggested_filename.endswith(".xlsx")
    page.locator(".kl-list__link").nth(2).click()
    axe(page)
    shot(page, "bellen")
    page.get_by_role("button", name="Begin met intypen").click()
    page.wait_for_url(re.compile("/meting/"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_numbers_renew_themselves_and_the_page_works_bare(
    visit: Visit, product: Product, axe: Check
) -> None:
    wave = product.ask(WAVE)
    bare = visit("coordinator", scripts=False)
    bare.goto(f"/krachtmeting/{wave}/veldwerk/")
    expect(bare.get_by_role("link", name="Begin met bellen")).to_be_visible()
    bare.get_by_role("link", name="Begin met bellen").click()
    expect(bare.get_by_role("heading", name="Bellijst")).to_be_visible()
    english = visit("coordinator", again=True)
    english.context.add_cookies([{"name": "django_language", "value": "en", "url": product.url}])
    english.goto(f"/krachtmeting/{wave}/veldwerk/")
    expect(english.get_by_role("link", name="Begin met bellen")).to_have_count(0)
    axe(english)
