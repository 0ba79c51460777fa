"""Each kind of page in the ways people meet it: on a telephone, in the dark, by keyboard, bare."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.product import Product
from tests.browser.sweep import open_page
from tests.browser.watching import Watch, check_axe, check_focus, check_width

# Kind of page: an address of that kind, and who looks at it.
KINDS = {
    "front": ("topics:offers", ""),
    "start": ("portal:start", "coordinator"),
    "search": ("portal:search", "coordinator"),
    "list": ("register:list", "coordinator"),
    "map": ("register:map", "coordinator"),
    "record": ("portal:organisation", "coordinator"),
    "form": ("register:contact_change", "coordinator"),
    "confirm": ("register:contact_end", "coordinator"),
    "wizard": ("register:imports", "coordinator"),
    "side by side": ("register:merge", "coordinator"),
    "job": ("portal:job", "coordinator"),
    "members": ("accounts:members", "coordinator"),
    "log": ("accounts:log", "coordinator"),
    "letter": ("register:check", ""),
    "parts": ("portal:style", ""),
    "operator": ("portal:operate", "beheerder"),
}
each_kind = pytest.mark.parametrize("kind", KINDS)


def opened(
    visit: Visit,
    product: Product,
    kind: str,
    *,
    width: int = 1280,
    scheme: str = "light",
    scripts: bool = True,
) -> Page:
    name, role = KINDS[kind]
    page = visit(role, width=width, scheme=scheme, scripts=scripts, again=bool(role))
    open_page(page, product, name)
    return page


@each_kind
def test_on_a_telephone(visit: Visit, product: Product, kind: str) -> None:
    page = opened(visit, product, kind, width=320)
    check_width(page)
    check_axe(page)


@each_kind
def test_in_the_dark(visit: Visit, product: Product, kind: str) -> None:
    check_axe(opened(visit, product, kind, scheme="dark"))


@each_kind
def test_by_keyboard(visit: Visit, product: Product, kind: str) -> None:
    check_focus(opened(visit, product, kind))


@each_kind
def test_without_scripts(visit: Visit, product: Product, kind: str) -> None:
    page = opened(visit, product, kind, scripts=False)
    assert page.locator("main h1").first.is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_not_there(visit: Visit, watch: Watch, width: int) -> None:
    watch.forgive("404")
    page = visit(width=width)
    page.goto("/dit-bestaat-niet/")
    check_axe(page)
    check_width(page)
