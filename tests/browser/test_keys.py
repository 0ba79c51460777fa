"""Signing in as people do: a mailed code, a passkey, and the second key that strong roles need."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Check, Visit
from tests.browser.mail import Mailbox
from tests.browser.product import Product

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_device(page: Page) -> Page:
    """A browser on a telephone that can keep passkeys, and whose owner always agrees."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return page


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()


def ask_code(page: Page, email: str) -> None:
    page.get_by_label("Uw e-mailadres").fill(email)
    page.get_by_role("button", name="Stuur mij een code").click()
    heading(page, "Vul de code in")


def type_code(page: Page, mailbox: Mailbox) -> None:
    text = mailbox.open("is uw code").get_by_role("main").inner_text()
    found = re.search(r"\d{3} \d{3}", text)
    assert found
    page.get_by_label("De code uit de mail").fill(found.group())
    page.get_by_role("button", name="Log in", exact=True).click()


def make_passkey(page: Page, name: str) -> None:
    heading(page, "Nieuwe toegangssleutel")
    page.get_by_label("Hoe noemt u deze sleutel?").fill(name)
    page.get_by_role("button", name="Maak de sleutel").click()
    heading(page, "Uw noodcodes")


def coordinator(product: Product) -> str:
    """The address of a coordinator who has no key yet."""
    address: str = product.ask(
        "SELECT u.email FROM accounts_user u JOIN accounts_membership m ON m.user_id = u.id"
        " WHERE m.role = 'coordinator' AND NOT EXISTS"
        " (SELECT 1 FROM mfa_authenticator a WHERE a.user_id = u.id) ORDER BY u.id LIMIT 1"
    )
    return address


def test_a_coordinator_signs_in_by_mail_and_then_by_passkey(
    page: Page, product: Product, mailbox: Mailbox, axe: Check
) -> None:
    with_device(page).goto("/werkruimte/collegas/")
    heading(page, "Inloggen")
    axe(page)
    ask_code(page, coordinator(product))
    axe(page)
    type_code(page, mailbox)
    heading(page, "Stel een tweede sleutel in")
    axe(page)
    page.get_by_role("link", name="Maak een toegangssleutel").click()
    axe(page)
    make_passkey(page, "telefoon")
    axe(page)
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    heading(page, "Collega's")

    page.goto("/uitloggen/")
    page.get_by_role("button", name="Ja, log uit").click()
    page.goto("/inloggen/")
    page.get_by_role("button", name="Log in met een toegangssleutel").click()
    page.wait_for_url("**/start/")
    page.goto("/profiel/beveiliging/")
    expect(page.get_by_role("strong").filter(has_text="telefoon")).to_be_visible()
    axe(page)


def test_after_the_code_the_passkey_is_the_second_step(
    page: Page, product: Product, mailbox: Mailbox, axe: Check
) -> None:
    address = coordinator(product)
    with_device(page).goto("/inloggen/")
    ask_code(page, address)
    type_code(page, mailbox)
    page.get_by_role("link", name="Maak een toegangssleutel").click()
    make_passkey(page, "laptop")
    page.goto("/uitloggen/")
    page.get_by_role("button", name="Ja, log uit").click()
    page.goto("/inloggen/")
    ask_code(page, address)
    type_code(page, mailbox)
    heading(page, "Nu uw tweede sleutel")
    axe(page)
    page.get_by_role("button", name="Gebruik uw toegangssleutel").click()
    page.wait_for_url("**/start/")


def test_a_device_without_a_key_says_so(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator", {"options": DEVICE | {"isUserVerified": False}}
    )
    page.goto("/inloggen/")
    page.get_by_role("button", name="Log in met een toegangssleutel").click()
    expect(page.get_by_text("Er kwam geen sleutel.")).to_be_visible()


def test_without_script_the_code_still_works(
    visit: Visit, product: Product, mailbox: Mailbox
) -> None:
    page = visit(scripts=False)
    page.goto("/inloggen/")
    expect(page.get_by_role("button", name="Log in met een toegangssleutel")).to_be_hidden()
    reader = product.ask(
        "SELECT u.email FROM accounts_user u JOIN accounts_membership m ON m.user_id = u.id"
        " WHERE m.role = 'consulent' ORDER BY u.id LIMIT 1"
    )
    ask_code(page, reader)
    type_code(page, mailbox)
    page.wait_for_url("**/start/")


def test_setting_up_an_app_at_phone_width(visit: Visit, axe: Check, no_overflow: Check) -> None:
    page = visit("consulent", width=320)
    for address in ("/profiel/", "/profiel/beveiliging/", "/profiel/beveiliging/app/"):
        page.goto(address)
        no_overflow(page)
        axe(page)
    expect(page.get_by_alt_text("Vierkante code")).to_be_visible()
