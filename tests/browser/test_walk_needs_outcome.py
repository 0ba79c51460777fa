"""Needs surveys, step 4: she reads what matters most and how sure it is, and takes it along."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Shot, Visit
from tests.browser.product import Product
from tests.browser.watching import Check

SURVEY = """SELECT s.id FROM needs_needssurvey s JOIN office_release r ON r.key = s.id::text
    WHERE r.kind = 'needs.outcome' ORDER BY s.id LIMIT 1"""
# Texts of the charts in sight that touch each other or stick out, as the browser lays them out.
CLASHES = """() => [...document.querySelectorAll('.kl-chart svg')].flatMap((svg) => {
  const edge = svg.getBoundingClientRect();
  const words = [...svg.querySelectorAll('text')].map((one) => [one.textContent, one.getBoundingClientRect()]);
  const out = edge.width ? words.filter(([, w]) => w.left < edge.left - 1 || w.right > edge.right + 1) : [];
  const touching = words.flatMap(([name, a], at) => words.slice(at + 1).filter(([, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top + 4 < b.bottom - 4 && b.top + 4 < a.bottom - 4
  ).map(([other]) => [name, other]));
  return [...out.map(([name]) => [name, 'outside']), ...touching];
})"""  # noqa: E501 a script for the browser


def size_of_words(page: Page) -> list[float]:
    """The smallest size of letters in each chart in sight, in pixels of the screen."""
    found: list[float] = page.evaluate(
        "[...document.querySelectorAll('.kl-chart svg')].filter((s) => s.clientWidth).map((s) =>"
        " Math.min(...[...s.querySelectorAll('text')].map((t) =>"
        " t.getAttribute('font-size') * s.clientWidth / s.viewBox.baseVal.width)))"
    )
    return found


def test_she_reads_what_matters_most_and_takes_it_along(
    visit: Visit, product: Product, shot: Shot
) -> None:
    survey = product.ask(SURVEY)
    page = visit("coordinator")
    page.goto(f"/behoeftepeiling/{survey}/")
    page.get_by_role("link", name="Uitkomst").click()
    expect(page.get_by_role("heading", name="Dit valt op")).to_be_visible()
    assert page.evaluate(CLASHES) == []
    page.set_viewport_size({"width": 1280, "height": 1230})
    shot(page, "uitkomst-behoeftepeiling")
    page.get_by_role("link", name="Niet gewogen").click()
    expect(page.get_by_text("U ziet hier cijfers zonder wegen")).to_be_visible()
    page.get_by_label("Onderwerp op de kaart").select_option(label="Bestuur")
    page.get_by_role("button", name="Toon op de kaart").click()
    expect(page.get_by_role("img", name="Bestuur: score per gemeente").first).to_be_visible()
    page.get_by_role("link", name="Alles over dit onderwerp").click()
    expect(page.get_by_role("heading", name="Bestuur", level=2)).to_be_visible()
    assert page.evaluate(CLASHES) == []
    page.set_viewport_size({"width": 1280, "height": 1150})
    shot(page, "uitkomst-onderwerp")
    page.get_by_role("link", name="Zo is dit berekend").click()
    expect(page.get_by_role("heading", name="Wat wij niet laten zien, en waarom")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Neem mee als Excel").click()
    assert waiting.value.suggested_filename.endswith(".xlsx")


def test_on_a_telephone_the_charts_are_drawn_for_it(
    visit: Visit, product: Product, axe: Check, no_overflow: Check
) -> None:
    phone = visit("lezer", width=320, scheme="dark")
    phone.goto(f"/behoeftepeiling/{product.ask(SURVEY)}/uitkomst/")
    expect(phone.locator(".kl-chart .narrow").first).to_be_visible()
    expect(phone.locator(".kl-chart .wide").first).to_be_hidden()
    assert phone.evaluate(CLASHES) == []
    assert min(size_of_words(phone)) >= 12.9
    no_overflow(phone)
    axe(phone)
    phone.get_by_text("Dezelfde cijfers in een tabel").first.click()
    expect(phone.get_by_role("table", name="Waar is de meeste behoefte?")).to_be_visible()
    no_overflow(phone)
