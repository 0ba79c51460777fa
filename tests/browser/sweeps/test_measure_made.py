"""Each page of measuring about what a coordinator made, in English on a small telephone: drafts
of questionnaires and a wave in preparation. No finding of axe, and nothing is too wide.
"""

import re
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from tests.access.table import TABLE
from tests.browser.conftest import Visit, enter
from tests.browser.product import Product
from tests.browser.sweep import names
from tests.browser.watching import check_axe, check_width

MADE = {"preparing_wave", "questionnaire_draft", "questionnaire_published", "two_versions"}
PAGES = [name for name in names("surveys") if TABLE[name].thing in MADE]

Arguments = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def arguments(product: Product, browser: Browser) -> Arguments:
    """What stands in the address, by the thing that a line of the table names."""
    context = browser.new_context(base_url=product.url, locale="nl-NL", java_script_enabled=False)
    page = enter("coordinator", context.new_page())
    first = draft(page)
    page.get_by_role("link", name="Publiceer deze versie").click()
    page.get_by_role("button", name="Ja, publiceer deze versie").click()
    page.get_by_role("link", name="Maak een nieuwe versie").click()
    page.get_by_label("Nummer van de nieuwe versie").fill("1.1.0")
    page.get_by_role("button", name="Maak het concept").click()
    second = number_in(page)
    page.goto(reverse("surveys:wave_new"))
    page.get_by_label("Hoe heet deze meting?").fill("Voorjaar")
    page.get_by_role("button", name="Volgende").click()
    wave = number_in(page)
    context.close()
    return {
        "questionnaire_draft": {"pk": second},
        "questionnaire_published": {"pk": first},
        "two_versions": {"pk": second, "other": first},
        "preparing_wave": {"pk": wave},
    }


def draft(page: Page) -> int:
    """A questionnaire of her own, from the one that stands ready."""
    page.goto(reverse("surveys:questionnaire_new"))
    page.get_by_role("link", name="de evaluatie van een doe-dag").click()
    text = page.get_by_label("Tekst van de vragenlijst")
    text.fill(re.sub(r"key: evaluatie_\w+", "key: proeflijst", text.input_value(), count=1))
    page.get_by_role("button", name="Kijk na en bewaar als concept").click()
    return number_in(page)


def number_in(page: Page) -> int:
    """The number in the address of the page that she came to."""
    found = re.search(r"/(\d+)/", page.url)
    assert found, page.url
    return int(found[1])


@pytest.mark.parametrize("name", PAGES)
def test_page(visit: Visit, arguments: Arguments, product: Product, name: str) -> None:
    page = visit("coordinator", width=320, again=True)
    cookie = {"name": "django_language", "value": "en", "url": product.url}
    page.context.add_cookies([cookie])
    answered = page.goto(reverse(name, kwargs=arguments[TABLE[name].thing]))
    assert answered is not None
    assert answered.status == 200
    expect(page.locator("html")).to_have_attribute("lang", "en")
    check_axe(page)
    check_width(page)
