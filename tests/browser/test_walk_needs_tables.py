"""Round tables: one is planned, guests are proposed and invited, a guest answers on her telephone
in Frisian, and who is there is ticked off."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from tests.browser.conftest import Shot, Visit
from tests.browser.product import Product
from tests.browser.watching import Check

SURVEY = "SELECT id FROM needs_needssurvey WHERE title = 'Behoeftepeiling Fryslân 2026'"
TODAY = "SELECT id FROM needs_roundtable WHERE title = 'Ronde tafel Kollum'"
GUEST = (
    "SELECT l.nonce FROM office_personallink l JOIN needs_guest g ON g.link_id = l.id"
    " JOIN needs_roundtable t ON t.id = g.table_id"
    " WHERE t.state = 'planned' AND g.state = 'invited' AND g.email <> '' AND g.language = %s"
    " ORDER BY g.id LIMIT 1"
)


def secret_of(product: Product, language: str) -> str:
    nonce = product.ask(GUEST, language)
    return links.token(PersonalLink(purpose="needs_guest", nonce=nonce))


def test_a_table_is_planned_and_its_guests_are_proposed_and_invited(
    visit: Visit, product: Product, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    page = visit("coordinator")
    page.goto(f"/behoeftepeiling/{product.ask(SURVEY)}/tafels/")
    expect(page.get_by_role("heading", name="Alle tafels samen")).to_be_visible()
    shot(page, "ronde-tafels")
    page.get_by_role("link", name="Plan een ronde tafel").click()
    page.get_by_label("Naam", exact=True).fill("Ronde tafel Heeg")
    day = timezone.localdate() + timedelta(days=20)
    page.get_by_label("Datum").fill(day.isoformat())
    page.get_by_label("Begint om").fill("19:30")
    page.get_by_label("Klaar om").fill("19:00")
    page.get_by_label("Plaats").fill("Dorpshuis De Wissel")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Het gesprek is klaar voordat het begint.").first).to_be_visible()
    axe(page)
    page.get_by_label("Klaar om").fill("21:30")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", name="Ronde tafel Heeg", level=1)).to_be_visible()
    page.get_by_role("link", name="Bekijk de voorgestelde gasten").click()
    expect(page.get_by_role("heading", name="Wie vraagt u?")).to_be_visible()
    axe(page)
    shot(page, "gasten-voorstel")
    page.locator("tbody input[type=checkbox]").first.uncheck()
    page.get_by_role("button", name="Neem deze gasten").click()
    page.get_by_role("link", name="Naar de uitnodiging").click()
    expect(page.get_by_role("heading", name="Zo ziet de mail eruit")).to_be_visible()
    axe(page)
    shot(page, "gasten-uitnodigen")
    page.set_viewport_size({"width": 320, "height": 800})
    no_overflow(page)
    page.get_by_role("button", name="Nodig").click()
    expect(page.get_by_text("Uitgenodigd. Mails:")).to_be_visible()
    expect(page.get_by_text("Uitgenodigd", exact=True).first).to_be_visible()
    no_overflow(page)


def test_a_guest_answers_on_her_telephone_in_frisian_and_the_table_sees_it(
    visit: Visit, product: Product, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    secret = secret_of(product, "fy")
    phone = visit(width=320, scripts=False)
    phone.goto(f"/ronde-tafel/{secret}/")
    expect(phone.locator("html")).to_have_attribute("lang", "fy")
    no_overflow(phone)
    phone.get_by_role("textbox", name="Jo namme").fill("Ymkje")
    phone.get_by_label("ringlieding").check()
    phone.get_by_role("button", name="Ja, ik kom").click()
    expect(phone.get_by_role("heading", name="Jo komme nei de rûne tafel")).to_be_visible()
    no_overflow(phone)
    answer = phone.request.get(f"/ronde-tafel/{secret}/agenda.ics")
    assert answer.text().startswith("BEGIN:VCALENDAR\r\n")
    looks = visit(width=360)
    looks.goto(f"/ronde-tafel/{secret}/")
    axe(looks)
    shot(looks, "gast-komt")
    looks.goto(f"/ronde-tafel/{secret}/afmelden/")
    expect(looks.get_by_role("heading", level=1)).to_be_visible()
    axe(looks)
    looks.goto(f"/ronde-tafel/{secret}/")
    looks.get_by_role("button", name="Nederlands").click()
    looks.get_by_role("link", name="Er komt iemand anders").click()
    expect(looks.get_by_role("heading", name="Wie komt er in uw plaats?")).to_be_visible()
    axe(looks)
    looks.get_by_role("link", name="Terug").click()
    looks.get_by_role("button", name="Ik kom toch niet").click()
    expect(looks.get_by_role("heading", name="U komt niet naar de ronde tafel")).to_be_visible()


def test_who_is_there_is_ticked_off_on_the_day(
    visit: Visit, product: Product, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    table = product.ask(TODAY)
    page = visit("coordinator", width=360)
    page.goto(f"/behoeftepeiling/tafel/{table}/aanwezig/")
    shot(page, "aanwezig")
    axe(page)
    no_overflow(page)
    page.locator("input[name=gast]").last.uncheck()
    page.get_by_role("button", name="Bewaar wie er is").click()
    expect(page.get_by_text("Er waren 11 gasten.")).to_be_visible()
    no_overflow(page)
    page.goto(f"/behoeftepeiling/tafel/{table}/aanwezig/")
    page.locator("input[name=gast]").last.check()
    page.get_by_role("button", name="Bewaar wie er is").click()
    expect(page.get_by_text("Er waren 12 gasten.")).to_be_visible()
