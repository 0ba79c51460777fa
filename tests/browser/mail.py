"""Reads the demo's mailbox as a user does: on its page."""

from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

MAILBOX = "/postvak/"
TRIES = 100
PAUSE = 200  # milliseconds between two looks; the worker delivers at its own pace


class Mailbox:
    """The mailbox page; opened without signing in."""

    def __init__(self, visit: "Visit") -> None:
        self._visit = visit

    def open(self, text: str) -> Page:
        """Wait for a mail whose line in the list holds this text, and open the newest."""
        page = self._visit()
        for _ in range(TRIES):
            page.goto(MAILBOX)
            line = page.get_by_role("main").get_by_role("listitem").filter(has_text=text)
            if line.count():
                line.first.get_by_role("link").first.click()
                page.wait_for_url(f"**{MAILBOX}*/")
                return page
            page.wait_for_timeout(PAUSE)
        raise AssertionError(f"No mail about '{text}' arrived.")

    def follow(self, text: str) -> Page:
        """Open the mail and go where its link leads."""
        page = self.open(text)
        link = page.get_by_role("main").locator('a[href^="http"]').first
        expect(link).to_be_visible()
        page.goto(link.get_attribute("href") or "")
        return page
