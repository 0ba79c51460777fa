"""Needs surveys, steps 1 and 2: a coordinator sets one up; the field work is steered on a phone."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Shot, Visit
from tests.browser.product import Product
from tests.browser.watching import Check

RUNNING = "SELECT id FROM needs_needssurvey WHERE title = 'Behoeftepeiling Fryslân 2026'"


def test_she_sets_up_a_survey_and_begins_its_field_work(
    visit: Visit, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    page = visit("coordinator")
    page.goto("/behoeftepeiling/")
    page.get_by_role("link", name="Nieuwe peiling").click()
    page.get_by_label("Hoe heet deze peiling?").fill("Behoeftepeiling Noardeast 2027")
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_text("Kies ten minste één gemeente.").first).to_be_visible()
    page.get_by_label("Noardeast-Fryslân").check()
    shot(page, "peiling-gebied")
    page.get_by_role("button", name="Volgende").click()
    page.get_by_label("Welke vraag moet de peiling beantwoorden?").fill("Waar is hulp nodig?")
    expect(page.get_by_text("Wij bewaren wat u typt")).to_be_visible()
    page.reload()
    question = page.get_by_label("Welke vraag moet de peiling beantwoorden?")
    expect(question).to_have_value("Waar is hulp nodig?")
    page.get_by_label("Eerste dag").fill("2027-01-10")
    page.get_by_label("Laatste dag").fill("2027-06-30")
    page.get_by_label("Wie besluit over het rapport?").fill("Het college")
    page.get_by_role("button", name="Volgende").click()
    page.get_by_label("Hoe heet de nieuwe meting?").fill("KrachtMeting Noardeast 2027")
    page.get_by_role("button", name="Begin deze meting").click()
    expect(page.get_by_role("link", name="KrachtMeting Noardeast 2027")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Volgende").click()
    shot(page, "peiling-beginnen")
    axe(page)
    page.get_by_role("button", name=re.compile("Leg .* organisaties vast en begin")).click()
    expect(page.get_by_text("Het veldwerk is begonnen.")).to_be_visible()
    expect(page.get_by_role("heading", name="Nodig de organisaties uit")).to_be_visible()
    page.get_by_role("link", name="Bekijk de aantallen").click()
    expect(page.get_by_role("heading", name="Noardeast-Fryslân")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 800})
    no_overflow(page)


def test_she_calls_from_her_telephone_where_it_helps_most(
    visit: Visit, product: Product, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    survey = product.ask(RUNNING)
    page = visit("coordinator", again=True)
    page.goto(f"/behoeftepeiling/{survey}/veldwerk/")
    expect(page.get_by_role("heading", name=re.compile("Bel eerst: "))).to_be_visible()
    shot(page, "peiling-veldwerk")
    page.get_by_text("Zo is dit berekend").click()
    axe(page)

    phone = visit("consulent", width=360)
    phone.goto(f"/behoeftepeiling/{survey}/veldwerk/")
    no_overflow(phone)
    axe(phone)
    phone.get_by_role("link", name="Begin met bellen").click()
    no_overflow(phone)
    axe(phone)
    first = phone.locator(".kl-list__link").first
    name = first.inner_text()
    first.click()
    expect(phone.get_by_role("heading", name=name, level=1)).to_be_visible()
    phone.get_by_label("Doet niet mee").check()
    phone.get_by_role("button", name="Schrijf het telefoontje op").click()
    expect(phone).to_have_url(re.compile(f"/behoeftepeiling/{survey}/veldwerk/bellen/"))
    expect(phone.get_by_text("Het telefoontje is opgeschreven.")).to_be_visible()
    expect(phone.get_by_role("link", name=name, exact=True)).to_have_count(0)
    phone.get_by_role("link", name="Doet niet mee").click()
    expect(phone.get_by_role("link", name=name, exact=True)).to_be_visible()
