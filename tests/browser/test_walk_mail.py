"""Step 5: mail a selection, opt out, ask whether data are right, and hand over to a successor."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Shot, Visit
from tests.browser.mail import Mailbox
from tests.browser.product import Product
from tests.browser.watching import Check, Watch

# Workspace, organisation and secretary that nobody else in this module touches.
SECRETARY = """
SELECT o.id, o.name, c.id, c.email FROM register_contact c
JOIN register_organisation o ON o.id = c.organisation_id
JOIN accounts_workspace w ON w.id = c.workspace_id
WHERE w.slug = 'partoer' AND c.role = 'secretary' AND c.email <> '' AND c.mail_problem = ''
  AND c.ended_on IS NULL AND o.ended_on IS NULL AND o.merged_into_id IS NULL
  AND c.confirmed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM register_factcheck f WHERE f.contact_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM register_optout t WHERE lower(t.email) = lower(c.email))
ORDER BY o.name OFFSET %s LIMIT 2
"""


def start_mailing(page: Page, ids: list[int], kind: str) -> None:
    """From ticked rows in the list to the step that says who gets it."""
    page.goto(f"/organisaties/?gebied=alles&ids={','.join(map(str, ids))}")
    for box in page.locator("input[name=ids]").all():
        box.check()
    page.get_by_role("button", name="Mailen").click()
    page.get_by_label(re.compile(kind)).check()
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("heading", name="Wie krijgt het?")).to_be_visible()


def send_to(page: Page, count: str) -> None:
    page.get_by_role("link", name="Volgende", exact=True).last.click()
    page.get_by_role("button", name=f"Verstuur aan {count}").click()
    expect(page.get_by_role("heading", name="De tekst")).to_be_visible()


def test_she_mails_a_selection_and_a_secretary_opts_out(
    visit: Visit, product: Product, mailbox: Mailbox, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    rows = product.ask_all(SECRETARY, 0)
    adviser = visit("consulent")
    start_mailing(adviser, [row[0] for row in rows], "Een bericht")
    axe(adviser)
    shot(adviser, "post-wie")
    adviser.get_by_role("button", name="Volgende").click()
    adviser.get_by_label("Onderwerp").fill("Inloopavond voor {organisatie}")
    adviser.get_by_label("Bericht").fill("Beste {naam},\n\nKom op 12 januari langs.")
    shot(adviser, "post-bericht")
    adviser.get_by_role("button", name="Volgende").click()
    expect(adviser.get_by_text(f"Inloopavond voor {rows[0][1]}")).to_be_visible()
    axe(adviser)
    shot(adviser, "post-voorbeeld")
    send_to(adviser, "2 contacten")
    axe(adviser)

    mail = mailbox.open(f"Inloopavond voor {rows[0][1]}")
    stop = mail.get_by_role("main").locator('a[href*="/afmelden/"]').first
    reader = visit(width=320)
    reader.goto(stop.get_attribute("href") or "")
    no_overflow(reader)
    axe(reader)
    reader.get_by_role("button", name="Ik wil geen berichten meer").click()
    expect(reader.get_by_role("heading", name="U bent afgemeld")).to_be_visible()

    start_mailing(adviser, [rows[0][0]], "Een bericht")
    expect(adviser.get_by_text("Wil geen berichten meer: 1")).to_be_visible()


def test_the_secretary_changes_her_number_and_hands_over(
    visit: Visit, product: Product, mailbox: Mailbox, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    organisation, name, _contact, email = product.ask_all(SECRETARY, 5)[0]
    adviser = visit("consulent")
    start_mailing(adviser, [organisation], "Klopt dit nog?")
    adviser.get_by_role("button", name="Volgende").click()
    adviser.get_by_role("button", name="Volgende").click()
    send_to(adviser, "1 contact")

    mail = mailbox.open(f"Kloppen de gegevens van {name} nog?")
    link = mail.get_by_role("main").locator('a[href*="/klopt/"]').first.get_attribute("href") or ""
    phone = visit(width=320, scripts=False)
    phone.goto(link)
    no_overflow(phone)
    shot(phone, "klopt-dit-nog")
    phone.get_by_role("link", name="Nee, ik wil iets wijzigen").click()
    no_overflow(phone)
    phone.get_by_label("E-mailadres").fill("geen adres")
    phone.get_by_label("Telefoon").fill("06 12345678")
    phone.get_by_role("button", name="Bewaar, zo klopt het").click()
    expect(phone.get_by_role("heading", name="Er klopt nog iets niet")).to_be_visible()
    expect(phone.get_by_label("Telefoon")).to_have_value("06 12345678")
    phone.get_by_label("E-mailadres").fill(email)
    phone.get_by_role("button", name="Bewaar, zo klopt het").click()
    expect(phone.get_by_role("heading", name="Dank u wel")).to_be_visible()
    expect(phone.get_by_text("is nu „06-12345678”")).to_be_visible()

    phone.get_by_role("link", name="Ik stop met deze taak").click()
    no_overflow(phone)
    phone.get_by_label("Naam van de opvolger").fill("Femke Overname")
    phone.get_by_label("E-mailadres van de opvolger").fill("femke.overname@club.example")
    phone.get_by_role("button", name="Vraag mijn opvolger").click()
    expect(phone.get_by_text("Wij hebben Femke Overname gevraagd")).to_be_visible()

    successor = mailbox.follow("femke.overname@club.example")
    axe(successor)
    shot(successor, "bestuurswissel")
    successor.get_by_role("button", name="Ja, ik neem het over").click()
    expect(successor.get_by_role("heading", name="Welkom, en dank u wel")).to_be_visible()

    adviser.goto(f"/organisaties/{organisation}/")
    expect(adviser.get_by_text("Femke Overname").first).to_be_visible()
    adviser.goto("/post/klopt/?toestand=gewijzigd")
    expect(adviser.get_by_text("Opvolger: was „leeg”, is nu „Femke Overname”")).to_be_visible()
    axe(adviser)
    shot(adviser, "post-klopt")


def test_a_link_that_is_gone_says_what_to_do(
    visit: Visit, watch: Watch, axe: Check, no_overflow: Check
) -> None:
    watch.forgive("404")
    phone = visit(width=320)
    answer = phone.goto("/klopt/bestaatniet/")
    assert answer is not None
    assert answer.status == 404
    expect(phone.get_by_role("heading", name="Deze link werkt niet (meer)")).to_be_visible()
    no_overflow(phone)
    axe(phone)
