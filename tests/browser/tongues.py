"""A page in each language that who came by a link may choose."""

from playwright.sync_api import Page, expect

from tests.browser.watching import Check

LANGUAGES = ("en", "fy", "nl")


def in_each_language(page: Page, look: Check) -> None:
    """Looks at the page in English, in Frisian, and in Dutch again."""
    address = page.evaluate("location.origin")
    for language in LANGUAGES:
        page.context.add_cookies([{"name": "django_language", "value": language, "url": address}])
        page.reload()
        expect(page.locator("html")).to_have_attribute("lang", language)
        look(page)
