"""Needs, step 3: two note-takers type without a network, and twelve guests give dots."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from urllib.request import HTTPCookieProcessor, Request, build_opener

from playwright.sync_api import Page, expect

from tests.browser.conftest import Shot, Visit
from tests.browser.product import Product
from tests.browser.watching import Check, Watch

TALKING = "SELECT id FROM needs_roundtable WHERE title = 'Ronde tafel Kollum'"
PLANNED = "SELECT id FROM needs_roundtable WHERE title = 'Ronde tafel Bolsward'"
SAFE = "Alles staat veilig bij de organisatie"
# Whether a card that is not entered yet is on the disk of this device within a second.
IS_KEPT = """async (text) => {
    const until = performance.now() + 1000;
    const asked = (wish) => new Promise((done) => (wish.onsuccess = () => done(wish.result)));
    const base = await asked(indexedDB.open("kl-kaartjes"));
    for (;;) {
        const rows = await asked(base.transaction("waiting").objectStore("waiting").getAll());
        if (rows.some((one) => one.row?.text === text)) return true;
        if (performance.now() > until) return false;
    }
}"""


def type_card(page: Page, text: str) -> None:
    field = page.get_by_label("Wat werd er gezegd?")
    field.fill(text)
    field.press("Enter")
    expect(field).to_have_value("")
    expect(page.locator(".kl-card").filter(has_text=text)).to_be_visible()


def change(page: Page, text: str, better: str) -> None:
    page.locator(".kl-card").filter(has_text=text).get_by_role("button", name="Wijzig").click()
    page.get_by_label("Wat werd er gezegd?").fill(better)
    page.get_by_role("button", name="Bewaar de wijziging").click()
    expect(page.locator(".kl-card").filter(has_text=better)).to_be_visible()


def test_two_note_takers_type_while_the_network_is_cut(
    visit: Visit, product: Product, watch: Watch, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    watch.forgive("ERR_INTERNET_DISCONNECTED")
    table = product.ask(TALKING)
    lead = visit("coordinator")
    lead.goto(f"/behoeftepeiling/tafel/{table}/notulist/")
    axe(lead)
    shot(lead, "notulist-adres")
    address = lead.locator("a[href*='/notulen/']").get_attribute("href") or ""

    one, two = visit(width=360), visit()
    for page in (one, two):
        page.goto(address)
        expect(page.get_by_text("Deze bladzijde werkt ook zonder internet.")).to_be_visible()
    one.get_by_label("Bij welke vraag hoort het?").select_option(index=2)
    type_card(one, "Samen getypt")
    expect(two.get_by_text("Samen getypt")).to_be_visible()

    for page in (one, two):
        page.context.set_offline(True)
    type_card(one, "Zonder net, de een")
    type_card(two, "Zonder net, de ander")
    type_card(two, "Zonder net, nog een")
    change(one, "Samen getypt", "Beter van de een")
    change(two, "Samen getypt", "Beter van de ander")
    expect(one.get_by_text("2 kaartjes wachten op internet")).to_be_visible()
    one.get_by_label("Wat werd er gezegd?").fill("Half getypt")
    assert one.evaluate(IS_KEPT, "Half getypt")
    one.reload()
    expect(one.get_by_label("Wat werd er gezegd?")).to_have_value("Half getypt")
    change(one, "Zonder net, de een", "Zonder net, de een")
    expect(one.get_by_label("Wat werd er gezegd?")).to_have_value("Half getypt")
    expect(one.get_by_text("2 kaartjes wachten op internet")).to_be_visible()
    expect(one.get_by_text("Zonder net, de een")).to_be_visible()
    expect(one.get_by_text("Beter van de een")).to_be_visible()
    type_card(one, "Na het herladen")
    no_overflow(one)
    axe(one)
    shot(two, "notulist")

    one.context.set_offline(False)
    expect(one.get_by_text(SAFE)).to_be_visible()
    two.context.set_offline(False)
    clash = two.locator(".kl-card").filter(has_text="Iemand anders wijzigde dit kaartje ook.")
    expect(clash.get_by_text("Beter van de een")).to_be_visible()
    expect(clash.get_by_text("Beter van de ander")).to_be_visible()
    axe(two)
    clash.get_by_role("button", name="Bewaar mijn tekst als nieuw kaartje").click()
    expect(two.get_by_text(SAFE)).to_be_visible()
    expect(one.get_by_text("Beter van de ander")).to_be_visible()
    kept = product.ask_all(
        "SELECT text FROM needs_card WHERE table_id = %s AND number > 9 ORDER BY number", table
    )
    assert [text for (text,) in kept] == [
        "Beter van de een",
        "Zonder net, de een",
        "Na het herladen",
        "Zonder net, de ander",
        "Zonder net, nog een",
        "Beter van de ander",
    ]

    lead.goto(f"/behoeftepeiling/tafel/{table}/kaartjes/")
    lead.get_by_role("button", name="Rond af zonder telefoons").click()
    expect(one.get_by_text("Op dit apparaat staan geen kaartjes meer.")).to_be_visible()
    assert one.evaluate("Object.keys(localStorage)") == []
    expect(one.locator(".kl-card")).to_have_count(0)


def guest(address: str, cards: list[str]) -> int:
    """A telephone without a face: opens the page, gives five dots, and tells how many are left."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    page = browser.open(address).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    given = Request(  # noqa: S310 the product that runs here
        address,
        json.dumps({"dots": {cards[0]: 3, cards[2]: 2}}).encode(),
        {"Content-Type": "application/json", "X-CSRFToken": token[1], "Referer": address},
    )
    left: int = json.load(browser.open(given))["left"]
    return left


def test_twelve_guests_give_dots_at_once(
    visit: Visit,
    product: Product,
    watch: Watch,
    axe: Check,
    no_overflow: Check,
    visible_focus: Check,
    shot: Shot,
) -> None:
    watch.forgive("409")  # what a dot after closing gets
    table = product.ask(PLANNED)
    lead = visit("coordinator")
    lead.goto(f"/behoeftepeiling/tafel/{table}/")
    lead.get_by_role("button", name="Begin het gesprek").click()
    lead.get_by_role("link", name="Alle kaartjes van deze tafel").click()
    for text in ("De zaal is te duur.", "Jongeren helpen graag.", "Wij zoeken een bestuur."):
        lead.get_by_label("Wat werd er gezegd?").fill(text)
        lead.get_by_role("button", name="Bewaar kaartje").click()
        expect(lead.locator("#kaartjes-lijst").get_by_text(text)).to_be_visible()
    axe(lead)
    lead.get_by_role("button", name="Laat gasten stippen geven").click()
    code = lead.locator(".kl-dotscreen__code").inner_text()
    axe(lead)
    shot(lead, "stippen-scherm")

    phone, bare = visit(width=360), visit(width=360, scripts=False)
    for page in (phone, bare):
        page.goto("/stippen/")
        page.get_by_label("De code op het scherm").fill(code.lower())
        page.get_by_role("button", name="Naar de kaartjes").click()
        expect(page.get_by_text("Nog 5 stippen")).to_be_visible()
    visible_focus(phone)
    for _dot in range(2):
        phone.get_by_role("button", name="Stip op kaartje 2").press("Enter")
    phone.get_by_role("button", name="Stip op kaartje 1").click()
    phone.get_by_role("button", name="Stip weg van kaartje 2").click()
    expect(phone.get_by_text("Nog 3 stippen")).to_be_visible()
    expect(phone.get_by_text("Bewaard", exact=True)).to_be_visible()
    no_overflow(phone)
    axe(phone)
    shot(phone, "stippen-telefoon")
    bare.get_by_role("button", name="Stip op kaartje 1").click()
    expect(bare.get_by_text("Nog 4 stippen")).to_be_visible()
    bare.get_by_role("button", name="Frysk").click()
    expect(bare.get_by_text("Noch 4 stippen")).to_be_visible()

    cards = phone.locator("[data-card]").evaluate_all("all => all.map(e => e.dataset.card)")
    with ThreadPoolExecutor(10) as room:
        assert list(room.map(lambda _n: guest(phone.url, cards), range(10))) == [0] * 10
    expect(lead.locator("#stand").get_by_text("12", exact=True)).to_be_visible()
    lead.get_by_role("link", name="Typ de stippen van papier over").click()
    lead.get_by_label("Kaartje 2").fill("4")
    lead.get_by_role("button", name="Bewaar").click()
    lead.get_by_role("button", name="Sluit de stippen en rond af").click()
    expect(lead.get_by_role("button", name="Open het gesprek opnieuw")).to_be_visible()
    lead.get_by_role("link", name="Stippen", exact=True).click()
    expect(lead.locator(".kl-dots__sum")).to_have_text(["32 stippen", "20 stippen", "5 stippen"])
    phone.get_by_role("button", name="Stip op kaartje 3").click()
    expect(phone.get_by_text("Het stippen geven is klaar.")).to_be_visible()
