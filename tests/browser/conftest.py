"""Tests in a real Chromium, against the real product. What a test can ask for:

`product`    one installation per test module: web (granian) and worker on a copy of the demo world.
             `product.url`, `product.ask("SELECT …", …)` reads one value, `product.ask_all` rows.
`page`       a page of a visitor: Dutch, 1280 × 900, addresses relative to the product
             (`page.goto("/organisaties/")`).
`visit`      makes more of them, each a visitor with cookies of its own:
             `visit(role="consulent", width=320, scheme="dark", scripts=False)`. With `again=True`
             the session of an earlier visit in this role is used again: quick, for who only looks.
`sign_in`    `sign_in("coordinator")` signs `page` in by the demo page, or another one:
             `sign_in("lezer", other)`. The keys stand in `krachtlokaal/demo_world/roles.py`.
`mailbox`    `mailbox.open("deel van onderwerp of adres")` waits for that mail in the demo's mailbox
             and returns a page that shows it; `mailbox.follow("…")` opens the link in it.
`axe`        `axe(page)`: no finding of WCAG 2.2 AA or of axe's best practices.
`no_overflow` `no_overflow(page)`: nothing sticks out sideways.
`visible_focus` `visible_focus(page)`: walks by Tab, the focus can be seen everywhere.
`shot`       `shot(page, "organisaties-lijst")` refreshes a picture of docs/gebruik, only when
             `make shots` asks for it; else it does nothing.
`watch`      every page is watched: a console message, a script error, a breach of the content
             policy, a request to another host or an answer of 500 fails the test.
             `watch.forgive("404")` names what a test provokes itself.

A walk waits for what a user sees (`expect(page.get_by_role("heading", name="…")).to_be_visible()`),
never for time. Tests in one module share its database, in any order: each makes what it changes.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import psycopg
import pytest
from playwright.sync_api import Browser, Page, StorageState, ViewportSize, expect, sync_playwright

from krachtlokaal.cli.machine import CHROMIUM, find
from tests.browser import product as installation
from tests.browser.mail import Mailbox
from tests.browser.product import Product
from tests.browser.watching import Check, Watch, check_axe, check_focus, check_width

# Playwright runs a loop in this thread; the ORM is used beside it, never inside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
PICTURES = Path(__file__).resolve().parents[2] / "docs" / "gebruik" / "beelden"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
]
PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)


class Visit(Protocol):
    def __call__(
        self,
        role: str = "",
        *,
        width: int = 1280,
        scheme: str = "light",
        scripts: bool = True,
        again: bool = False,
    ) -> Page: ...


class SignIn(Protocol):
    def __call__(self, role: str, page: Page | None = None) -> Page: ...


class Shot(Protocol):
    def __call__(self, page: Page, name: str) -> None: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def world(postgres: psycopg.Connection, template_database: str) -> str:
    """The database with the demo world that each module copies."""
    installation.make_files()
    return installation.make_world(postgres, template_database)


@pytest.fixture(scope="module")
def product(postgres: psycopg.Connection, world: str) -> Iterator[Product]:
    with installation.running(postgres, world, f"kl_browser_{os.getpid()}") as product:
        yield product


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    watch = Watch()
    yield watch
    assert watch.unforgiven() == []


@pytest.fixture(scope="module")
def sessions() -> dict[str, StorageState]:
    """The cookies of each role that has signed in, in this module."""
    return {}


@pytest.fixture
def visit(
    browser: Browser, product: Product, watch: Watch, sessions: dict[str, StorageState]
) -> Iterator[Visit]:
    contexts = []

    def open_page(
        role: str = "",
        *,
        width: int = 1280,
        scheme: str = "light",
        scripts: bool = True,
        again: bool = False,
    ) -> Page:
        options: dict[str, Any] = {"color_scheme": scheme, "java_script_enabled": scripts}
        known = sessions.get(role) if again else None
        context = browser.new_context(
            base_url=product.url,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            viewport=ViewportSize(width=width, height=900),
            reduced_motion="reduce",
            storage_state=known,
            **options,
        )
        context.set_default_timeout(PATIENCE)
        watch.listen(context)
        contexts.append(context)
        page = context.new_page()
        if role and known is None:
            enter(role, page)
            sessions[role] = context.storage_state()
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit()


@pytest.fixture
def sign_in(page: Page) -> SignIn:
    def sign_in(role: str, other: Page | None = None) -> Page:
        return enter(role, other or page)

    return sign_in


def enter(role: str, page: Page) -> Page:
    """Sign in with the one click of the demo page."""
    page.goto("/demo/")
    page.locator(f'form[action="/demo/inloggen/{role}/"] button').click()
    page.wait_for_url("**/start/")
    return page


@pytest.fixture
def mailbox(visit: Visit) -> Mailbox:
    return Mailbox(visit)


@pytest.fixture
def axe() -> Check:
    return check_axe


@pytest.fixture
def no_overflow() -> Check:
    return check_width


@pytest.fixture
def visible_focus() -> Check:
    return check_focus


@pytest.fixture
def shot() -> Shot:
    def take(page: Page, name: str) -> None:
        if os.environ.get("KL_SHOTS") != "1":
            return
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.evaluate("document.fonts.ready")
        page.evaluate("window.scrollTo(0, 0)")
        page.screenshot(path=PICTURES / f"{name}.png", animations="disabled", caret="hide")

    return take
