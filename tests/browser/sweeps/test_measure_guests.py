"""Each page of measuring and of offers that guests see, on a small telephone and in Dutch, English
and Frisian: no finding of axe, and nothing is wider than the window.
"""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page

from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.links import ANSWER, CONFIRM, MANAGER
from tests.access.table import LINK, PUBLIC, TABLE
from tests.browser.answering import answer
from tests.browser.conftest import Visit, enter
from tests.browser.product import Product
from tests.browser.sweep import addresses, names
from tests.browser.tongues import in_each_language
from tests.browser.watching import check_axe, check_width

# Its line in the table is tried before sending, when it sends on to the report.
AFTER_SENDING = "surveys:colleagues"
PAGES = [name for name in names("surveys", "topics") if TABLE[name].gate in {LINK, PUBLIC}]
PAGES.append(AFTER_SENDING)

NEWEST = (
    " l.nonce IS NOT NULL AND l.revoked_at IS NULL AND l.purpose = %s ORDER BY l.id DESC LIMIT 2"
)
ASKED = f"""
SELECT l.nonce, i.organisation_id, i.wave_id FROM office_personallink l
JOIN surveys_invitation i ON i.link_id = l.id JOIN surveys_wave w ON w.id = i.wave_id
JOIN accounts_workspace p ON p.id = w.workspace_id
WHERE p.slug = 'partoer' AND w.state = 'open' AND i.progress = 'reached' AND i.email <> '' AND
{NEWEST}"""
MAILED = f"""
SELECT l.nonce FROM office_personallink l JOIN office_outboxmail m ON m.link_id = l.id
WHERE {NEWEST}"""
COMBINED = f"""
SELECT l.nonce FROM office_personallink l JOIN surveys_measurement m ON m.manager_link_id = l.id
JOIN surveys_snapshot s ON s.measurement_id = m.id WHERE {NEWEST}"""
TO_CONFIRM = f"SELECT l.nonce FROM office_personallink l WHERE {NEWEST}"

Arguments = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def arguments(product: Product, browser: Browser) -> Arguments:
    """What stands in the address, by the thing that a line of the table names."""
    context = browser.new_context(base_url=product.url, locale="nl-NL", java_script_enabled=False)
    page = context.new_page()
    (fresh, organisation, wave), (used, *_same) = product.ask_all(ASKED, ANSWER)
    waiting, sent = secret(ANSWER, fresh), secret(ANSWER, used)
    answer(page, reverse("surveys:answer_start", args=[sent]), strength="2")
    opened = open_link(page, wave)
    page.goto(f"{opened}?organisatie={organisation}")
    page.get_by_label("Uw e-mailadres").fill("nieuw.bestuurslid@club.example")
    page.get_by_role("button", name="Maak mijn link").click()
    page.get_by_role("link", name="Begin").wait_for()
    context.close()

    def newest(query: str, purpose: str) -> dict[str, Any]:
        return {"secret": secret(purpose, product.ask(query, purpose))}

    return {
        "answer_link": {"secret": waiting},
        "answer_page": {"secret": waiting, "key": "bestuur"},
        "sent_answer_link": {"secret": sent},
        "own_answer_link": {"secret": sent},
        "manager_link": newest(COMBINED, MANAGER),
        "open_link": {"secret": opened.rstrip("/").rpartition("/")[2]},
        "entry_link": newest(TO_CONFIRM, CONFIRM),
        "mailed_answer_link": newest(MAILED, ANSWER),
    }


def secret(purpose: str, nonce: bytes) -> str:
    return links.token(PersonalLink(purpose=purpose, nonce=bytes(nonce)))


def open_link(page: Page, wave: int) -> str:
    """The address by which anybody may enter this wave."""
    enter("coordinator", page)
    page.goto(reverse("surveys:open_link", args=[wave]))
    page.get_by_role("button", name="Zet een open link aan").click()
    return page.locator("main a[href*='/meting/open/']").get_attribute("href") or ""


def where(product: Product, arguments: Arguments, name: str) -> str:
    thing = "own_answer_link" if name == AFTER_SENDING else TABLE[name].thing
    if thing in arguments:
        return reverse(name, kwargs=arguments[thing])
    return addresses(product, name)[0]


@pytest.mark.parametrize("name", PAGES)
def test_page(visit: Visit, product: Product, arguments: Arguments, name: str) -> None:
    page = visit(width=320)

    def look(page: Page) -> None:
        check_axe(page)
        check_width(page)

    answered = page.goto(where(product, arguments, name))
    assert answered is not None
    assert answered.status == 200
    in_each_language(page, look)
