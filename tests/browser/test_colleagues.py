"""A coordinator invites a colleague, gives a role, takes it away again, and reads who did what."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Check, Shot, SignIn, Visit
from tests.browser.mail import Mailbox
from tests.browser.test_keys import heading

PAGES = ["", "gegevens/", "gebied/", "wissel/", "collegas/", "collegas/uitnodigen/", "logboek/"]


def test_from_invitation_to_farewell(
    page: Page, sign_in: SignIn, mailbox: Mailbox, axe: Check, shot: Shot
) -> None:
    sign_in("coordinator")
    page.goto("/werkruimte/collegas/")
    axe(page)
    shot(page, "collegas")
    page.get_by_role("link", name="Nodig een collega uit").click()
    page.get_by_label("Naam van uw collega").fill("Nora Nieuw")
    page.get_by_label("E-mailadres").fill("nora@steunpunt.example")
    page.get_by_label("Lezer").check()
    shot(page, "collega-uitnodigen")
    axe(page)
    page.get_by_role("button", name="Stuur de uitnodiging").click()
    expect(page.get_by_text("Nora Nieuw krijgt een mail")).to_be_visible()

    hers = mailbox.follow("Uitnodiging voor")
    expect(hers.get_by_text("Nora Nieuw")).to_be_visible()
    shot(hers, "uitnodiging")
    axe(hers)
    hers.get_by_role("button", name="Ja, ik doe mee").click()
    hers.wait_for_url("**/start/")

    page.goto("/werkruimte/collegas/")
    line = page.get_by_role("row").filter(has_text="Nora Nieuw")
    line.get_by_role("link", name="Rol van Nora Nieuw").click()
    axe(page)
    page.get_by_label("Consulent").check()
    page.get_by_role("button", name="Geef deze rol").click()
    expect(line.get_by_text("Consulent")).to_be_visible()

    line.get_by_role("link", name="Haal weg Nora Nieuw").click()
    axe(page)
    page.get_by_role("button", name="Ja, haal Nora Nieuw eruit").click()
    expect(page.get_by_text("Nora Nieuw kan deze werkruimte niet meer in.")).to_be_visible()

    page.get_by_role("link", name="Wie deed wat").click()
    heading(page, "Wie deed wat")
    expect(page.get_by_text("gaf Nora Nieuw een andere rol")).to_be_visible()
    axe(page)
    shot(page, "wie-deed-wat")


def test_the_pages_of_a_workspace_hold_at_phone_width(
    visit: Visit, axe: Check, no_overflow: Check
) -> None:
    page = visit("coordinator", width=320)
    for part in (
        "",
        "gegevens/",
        "gebied/",
        "wissel/",
        "collegas/",
        "collegas/uitnodigen/",
        "logboek/",
    ):
        page.goto(f"/werkruimte/{part}")
        no_overflow(page)
        axe(page)
