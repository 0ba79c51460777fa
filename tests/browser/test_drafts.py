"""Nothing typed is lost: a reload, a second tab, and a change of mind."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.browser.product import Product
from tests.browser.watching import Check, Watch

KEPT = "Wij bewaren wat u typt"
FOUND = "Wij hebben uw tekst bewaard."
CLASH = "Dit formulier staat ook open in een ander venster."


@pytest.fixture
def address(product: Product) -> str:
    """A mailing of Partoer that is still being written."""
    number = product.ask(
        "SELECT m.id FROM register_mailing m JOIN accounts_workspace w ON w.id = m.workspace_id"
        " WHERE m.state = 'draft' AND w.slug = 'partoer' ORDER BY m.id LIMIT 1"
    )
    return f"/post/{number}/bericht/"


def write(page: Page, text: str) -> None:
    page.get_by_label("Onderwerp").fill(text)
    page.get_by_label("Bericht").focus()


def test_what_is_typed_survives_a_reload_and_can_be_dropped(
    page: Page, sign_in: SignIn, address: str, axe: Check, no_overflow: Check
) -> None:
    sign_in("coordinator")
    page.goto(address)
    subject = page.get_by_label("Onderwerp")
    before = subject.input_value()
    write(page, "Hulp bij uw jaarverslag")
    expect(page.get_by_text(KEPT)).to_be_visible()
    page.reload()
    expect(page.get_by_text(FOUND)).to_be_visible()
    expect(subject).to_have_value("Hulp bij uw jaarverslag")
    axe(page)
    no_overflow(page)
    page.get_by_role("button", name="Gooi die tekst weg").click()
    expect(subject).to_have_value(before)
    page.reload()
    expect(subject).to_have_value(before)
    expect(page.get_by_text(FOUND)).to_be_hidden()


def test_a_second_tab_hears_of_the_first(
    page: Page, sign_in: SignIn, address: str, watch: Watch
) -> None:
    watch.forgive("409")
    sign_in("coordinator")
    page.goto(address)
    second = page.context.new_page()
    second.goto(address)
    write(page, "Het eerste venster")
    expect(page.get_by_text(KEPT)).to_be_visible()
    write(second, "Het tweede venster")
    expect(second.get_by_text(CLASH)).to_be_visible()
    second.get_by_role("button", name="Bewaar de tekst van dit venster").click()
    expect(second.get_by_text(KEPT)).to_be_visible()
    page.reload()
    expect(page.get_by_label("Onderwerp")).to_have_value("Het tweede venster")
    page.get_by_role("button", name="Gooi die tekst weg").click()


def test_a_form_that_is_saved_has_no_draft(
    page: Page, sign_in: SignIn, address: str, product: Product
) -> None:
    sign_in("coordinator")
    page.goto(address)
    write(page, "Hulp bij uw plan")
    expect(page.get_by_text(KEPT)).to_be_visible()
    page.get_by_label("Onderwerp").fill("Hulp bij uw plannen")
    page.get_by_role("button", name="Volgende").click()
    page.wait_for_url("**/voorbeeld/")
    assert (
        product.ask("SELECT count(*) FROM office_draft WHERE form LIKE 'register.mailing.%%'") == 0
    )
