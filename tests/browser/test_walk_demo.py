"""Step 1: a newcomer opens the address that `make demo` prints and is inside with one click.

How the command itself starts, prints and stops is in tests/cli/test_demo.py.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Check, Shot, Visit

# The button on the page of roles, and a page of the menu that this role has.
ROLES = [
    ("Word consulent", "Organisaties"),
    ("Word coördinator", "Werkruimte"),
    ("Word lezer", "Organisaties"),
    ("Word landelijk team", "Dubbelen"),
    ("Word deurvrijwilliger", "Vandaag"),
    ("Word beheerder", "Vandaag"),
]


def test_from_the_home_page_to_the_roles(page: Page, axe: Check, shot: Shot) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    shot(page, "voorpagina")
    page.get_by_role("link", name="Kies een rol").click()
    expect(page.get_by_role("heading", name="Wie wilt u zijn?")).to_be_visible()
    axe(page)
    shot(page, "rollen")


@pytest.mark.parametrize(("button", "door"), ROLES)
def test_one_click_signs_in(visit: Visit, button: str, door: str) -> None:
    page = visit()
    page.goto("/demo/")
    page.get_by_role("button", name=button).click()
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    expect(menu.get_by_role("link", name="Vandaag")).to_have_attribute("aria-current", "page")
    menu.get_by_role("link", name=door, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_one_click_signs_in_on_a_phone_without_script(visit: Visit, no_overflow: Check) -> None:
    page = visit(width=320, scripts=False)
    page.goto("/demo/")
    page.get_by_role("button", name="Word consulent").click()
    expect(page.get_by_role("heading", name="Vandaag doen")).to_be_visible()
    no_overflow(page)
