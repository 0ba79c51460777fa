"""Measuring, step 1: a coordinator opens a wave by mail and by letter, and who got one gets in."""

import re

from playwright.sync_api import Page, expect

from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from tests.browser.conftest import Shot, Visit
from tests.browser.mail import Mailbox
from tests.browser.product import Product
from tests.browser.watching import Check

PLACE = "(SELECT id FROM accounts_workspace WHERE slug = 'partoer')"
# A secretary who can be mailed, and an organisation that only the post reaches.
MAILED = f"""
SELECT o.id, o.name, min(c.email) FROM register_organisation o
JOIN register_contact c ON c.organisation_id = o.id AND c.workspace_id = {PLACE}
WHERE o.ended_on IS NULL AND o.merged_into_id IS NULL AND o.municipality_id = 'GM0080'
GROUP BY o.id HAVING count(*) = 1 AND bool_and(c.email <> '' AND c.mail_problem = ''
  AND c.ended_on IS NULL AND NOT EXISTS (
    SELECT 1 FROM register_optout t WHERE lower(t.email) = lower(c.email)))
ORDER BY o.id OFFSET %s LIMIT 1
"""  # text of this file alone
POSTED = f"""
SELECT o.id, o.name FROM register_organisation o
WHERE o.ended_on IS NULL AND o.merged_into_id IS NULL AND o.municipality_id = 'GM0080'
  AND o.address <> '' AND o.postcode <> '' AND o.place <> '' AND NOT EXISTS (
    SELECT 1 FROM register_contact c
    WHERE c.organisation_id = o.id AND c.workspace_id = {PLACE} AND c.email <> '')
ORDER BY o.id LIMIT 1
"""  # text of this file alone


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Volgende").click()


def from_the_list(page: Page, ids: list[int]) -> None:
    """Tick rows in the list and begin a wave with them."""
    page.goto(f"/organisaties/?gebied=alles&ids={','.join(map(str, ids))}")
    for box in page.locator("input[name=ids]").all():
        box.check()
    page.get_by_role("button", name="Meten").click()
    expect(page.get_by_role("heading", name="Nieuwe meting")).to_be_visible()


def test_she_opens_a_wave_and_a_board_member_gets_in(
    visit: Visit, product: Product, mailbox: Mailbox, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    mailed, name, _email = product.ask_all(MAILED, 0)[0]
    posted, post_name = product.ask_all(POSTED)[0]
    page = visit("coordinator")
    from_the_list(page, [mailed, posted])
    axe(page)
    page.get_by_label("Hoe heet deze meting?").fill("KrachtMeting proef")
    go_on(page)
    expect(page.get_by_role("heading", name="Wie doet er mee?")).to_be_visible()
    expect(page.get_by_role("cell", name="Brief", exact=True)).to_be_visible()
    axe(page)
    shot(page, "meting-wie")
    go_on(page)
    page.get_by_label(re.compile("Ieder voor zich: elk")).check()
    page.get_by_label("Korte meting").check()
    axe(page)
    shot(page, "meting-hoe")
    go_on(page)
    page.get_by_label("Uitnodiging: bericht").fill("Beste {naam},\n\nDoet {organisatie} mee?")
    axe(page)
    shot(page, "meting-tekst")
    page.get_by_role("button", name="Bewaar en bekijk").click()
    expect(page.get_by_text(f"Doet {name} mee?")).to_be_visible()
    axe(page)
    shot(page, "meting-voorbeeld")
    page.get_by_role("link", name="Fries").click()
    expect(page.get_by_text(re.compile("KrachtMjitting|KrachtMeting")).first).to_be_visible()
    page.get_by_role("button", name="Stuur een proef aan mijzelf").click()
    expect(page.get_by_text("Er is een proef onderweg")).to_be_visible()
    page.get_by_role("link", name="Volgende").click()
    page.get_by_label("Wie ondertekent?").fill("Gerlof van Partoer")
    axe(page)
    go_on(page)
    expect(page.get_by_role("heading", name="Klopt alles?")).to_be_visible()
    axe(page)
    shot(page, "meting-openen")
    page.set_viewport_size({"width": 320, "height": 800})
    no_overflow(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("button", name="Open en verstuur 1 mail").click()
    expect(page.get_by_text("Open tot en met").first).to_be_visible()
    expect(page.get_by_role("link", name="Naar het veldwerk")).to_be_visible()
    axe(page)

    board = mailbox.follow(f"Vul de KrachtMeting in voor {name}")
    expect(board.get_by_role("heading", level=1)).to_be_visible()
    assert "/meting/" in board.url

    read_the_letter(page, visit, product, axe, no_overflow, post_name)


def read_the_letter(
    page: Page, visit: Visit, product: Product, axe: Check, no_overflow: Check, name: str
) -> None:
    """The PDF comes at once, and its code leads to the same pages."""
    page.get_by_role("link", name="Brieven").click()
    axe(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Maak de PDF").click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
    page.get_by_role("button", name="Deze zijn op de post").click()
    expect(page.get_by_text("Opgeschreven: 1 brieven zijn op de post.")).to_be_visible()
    nonce = product.ask(
        "SELECT l.nonce FROM office_personallink l JOIN surveys_invitation i ON i.link_id = l.id"
        " JOIN register_organisation o ON o.id = i.organisation_id"
        " WHERE i.channel = 'letter' AND o.name = %s ORDER BY i.id DESC LIMIT 1",
        name,
    )
    code = links.in_groups(links.token(PersonalLink(purpose="survey", nonce=nonce)))
    reader = visit(width=320)
    reader.goto("/meting/")
    no_overflow(reader)
    axe(reader)
    reader.get_by_label("De code uit uw brief").fill("ABCD-EFGH-IJKL-MNOP")
    reader.get_by_role("button", name="Open de vragenlijst").click()
    expect(reader.get_by_text("Deze code kennen wij niet").first).to_be_visible()
    reader.get_by_label("De code uit uw brief").fill(code.lower())
    reader.get_by_role("button", name="Open de vragenlijst").click()
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    assert "/meting/" in reader.url


def test_a_doubter_looks_up_who_asks_and_gets_a_lost_link(
    visit: Visit, product: Product, mailbox: Mailbox, axe: Check, no_overflow: Check
) -> None:
    email = product.ask(
        "SELECT i.email FROM surveys_invitation i JOIN surveys_wave w ON w.id = i.wave_id"
        " JOIN office_personallink l ON l.id = i.link_id"
        " WHERE w.state = 'open' AND i.email <> '' AND l.nonce IS NOT NULL ORDER BY i.id LIMIT 1"
    )
    page = visit(width=320)
    page.goto("/meting/echt/")
    axe(page)
    page.get_by_label("Van wie kreeg u de mail of brief?").fill("Partoer")
    page.get_by_role("button", name="Kijk na").click()
    expect(page.get_by_role("heading", name="Ja, hier loopt nu een vragenlijst")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("^Bel ")).first).to_be_visible()
    axe(page)
    no_overflow(page)
    page.get_by_role("link", name="Stuur mijn link opnieuw").click()
    axe(page)
    page.get_by_label("Uw e-mailadres").fill(email)
    page.get_by_role("button", name="Stuur de link").click()
    expect(page.get_by_role("heading", name="Kijk in uw mailbox")).to_be_visible()
    axe(page)
    no_overflow(page)
    own = mailbox.follow(email)
    expect(own.get_by_role("heading", level=1)).to_be_visible()


def test_she_extends_it_and_a_board_may_come_by_the_open_link(
    visit: Visit, product: Product, axe: Check, no_overflow: Check
) -> None:
    page = visit("coordinator")
    page.goto("/krachtmeting/")
    axe(page)
    page.get_by_role("link", name="KrachtMeting Fryslân 2026").click()
    page.get_by_role("link", name="Verlengen").click()
    axe(page)
    page.get_by_label("Nieuwe laatste dag").fill("2099-01-01")
    page.get_by_role("button", name="Verleng").click()
    expect(page.get_by_text("Verleng hoogstens met een jaar.").first).to_be_visible()
    page.goto(page.url.replace("/verlengen/", "/open-link/"))
    page.get_by_role("button", name="Zet een open link aan").click()
    expect(page.get_by_role("heading", name="Dit is het adres")).to_be_visible()
    axe(page)
    address = page.locator("main a[href*='/meting/open/']").get_attribute("href") or ""
    page.set_viewport_size({"width": 320, "height": 800})
    no_overflow(page)
    visitor = visit(width=320)
    visitor.goto(address)
    expect(visitor.get_by_role("heading", level=1)).to_be_visible()
