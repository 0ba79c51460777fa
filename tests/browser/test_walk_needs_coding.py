"""Needs survey, step 3: cards are coded by keyboard, by a second person who sees nothing of the
first, and both decide where they differ."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Shot, Visit
from tests.browser.product import Product
from tests.browser.watching import Check

SURVEY = "SELECT id FROM needs_needssurvey WHERE title = 'Behoeftepeiling Fryslân 2026'"
CODINGS = "SELECT round, theme_id, kind, tag FROM needs_coding WHERE card_id = %s ORDER BY round"


def test_cards_are_coded_by_keyboard_and_a_second_time_blind(
    visit: Visit, product: Product, axe: Check, no_overflow: Check
) -> None:
    survey = product.ask(SURVEY)
    page = visit("coordinator")
    page.goto(f"/behoeftepeiling/{survey}/kaartjes/?toon=nieuw")
    said = page.locator(".kl-panel .kl-said")
    first = said.inner_text()
    card = _card(page)
    axe(page)
    # Nothing is typed outside the card; inside, keys choose and Enter saves.
    page.keyboard.press("3")
    expect(page.get_by_role("radio", name="Vrijwilligers vinden")).not_to_be_checked()
    page.get_by_role("radio", name="Bestuur").focus()
    page.keyboard.press("0")
    page.keyboard.press("v")
    page.keyboard.press("l")
    page.keyboard.type("kwartje3")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(f"Bewaard: „{first[:40]}")
    expect(said).not_to_have_text(first)
    assert product.ask_all(CODINGS, card) == [("first", "leren", "voorbeeld", "kwartje3")]
    # The next card has the focus: on with the keys, without the mouse.
    second = _card(page)
    expect(page.locator("form[data-keys]")).to_be_focused()
    page.keyboard.press("2")
    page.keyboard.press("w")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"na={second}"))
    assert product.ask_all(CODINGS, second)[0][:3] == ("first", "koers", "wens")
    # She changes her mind.
    page.get_by_role("link", name="Verander dit").click()
    expect(page.get_by_role("radio", name="Doel en plannen")).to_be_checked()
    page.get_by_role("radio", name="Kans").check()
    page.get_by_role("button", name="Bewaar en volgende").click()
    page.wait_for_url(re.compile(f"na={second}"))

    phone = visit("consulent", width=360)
    phone.goto(f"/behoeftepeiling/{survey}/kaartjes/?kaart={card}")
    no_overflow(phone)
    axe(phone)
    assert "kwartje3" not in phone.content()
    expect(phone.get_by_role("radio", checked=True)).to_have_count(0)
    expect(phone.get_by_text("U ziet pas hoe als u klaar bent.")).to_be_visible()
    phone.get_by_role("radio", name="Regels en veiligheid").check()
    phone.get_by_role("radio", name="Wens").check()
    phone.get_by_role("button", name="Bewaar en volgende").click()
    phone.get_by_role("link", name="Bekijk het verschil").click()
    _settle(phone, first, axe, no_overflow)
    assert product.ask_all(CODINGS, card) == [
        ("first", "leren", "voorbeeld", "kwartje3"),
        ("second", "regels", "wens", ""),
        ("settled", "bestuur", "kans", "samen"),
    ]


def _card(page: Page) -> str:
    """The key of the card that is open."""
    action = page.locator("form[data-keys]").get_attribute("action") or ""
    return action.rpartition("kaart=")[2]


def _settle(page: Page, text: str, axe: Check, no_overflow: Check) -> None:
    """First half a choice, which comes back with what is missing; then a whole one."""
    article = page.locator("article").filter(has_text=text)
    article.get_by_role("radio", name="Iets anders").check()
    article.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("Kies het thema dat u samen afsprak.").first).to_be_visible()
    axe(page)
    no_overflow(page)
    page.get_by_label("Thema").select_option(label="Bestuur")
    page.get_by_label("Soort").select_option(label="Kans")
    page.get_by_label("Eigen label").fill("samen")
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("Vastgelegd. Dit telt voor het rapport.")).to_be_visible()
    expect(page.locator("article").filter(has_text=text)).to_have_count(0)


def test_without_scripts_one_card_follows_the_other_and_the_pages_tell_what_is_agreed(
    visit: Visit, product: Product, shot: Shot
) -> None:
    survey = product.ask(SURVEY)
    bare = visit("coordinator", scripts=False)
    bare.goto(f"/behoeftepeiling/{survey}/kaartjes/?toon=nieuw&bron=table")
    shot(bare, "kaartje-coderen")
    text = bare.locator(".kl-panel .kl-said").inner_text()
    bare.get_by_role("radio", name="Zichtbaar en open").check()
    bare.get_by_role("radio", name="Knelpunt").check()
    bare.get_by_role("button", name="Bewaar en volgende").click()
    expect(bare.get_by_role("status")).to_contain_text("Zichtbaar en open")
    assert "toon=nieuw&bron=table" in bare.url
    assert bare.locator(".kl-panel .kl-said").inner_text() != text
    bare.goto(f"/behoeftepeiling/{survey}/kaartjes/verschillen/")
    shot(bare, "kaartjes-verschillen")
    finished = product.ask(SURVEY.replace("2026", "2025"))
    bare.goto(f"/behoeftepeiling/{finished}/kaartjes/overeenstemming/")
    expect(bare.get_by_text("Goed: u beiden kijkt op dezelfde manier").first).to_be_visible()
    shot(bare, "kaartjes-overeenstemming")
