"""Answering as quickly as a person can: what a page after sending needs."""

from playwright.sync_api import Page, expect


def answer(page: Page, own: str, *, strength: str) -> None:
    """Two topics, and send: enough for a report."""
    page.goto(f"{own}onderwerp/u/")
    page.locator('input[name="role"][value="board"]').check()
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_text("Onderwerp 1 van 10")).to_be_visible()
    for key in ("bestuur_1", "bestuur_2", "bestuur_3"):
        page.locator(f'input[name="{key}"][value="{strength}"]').check()
    page.locator('input[name="bestuur.importance"][value="5"]').check()
    page.locator('input[name="bestuur.help_wanted"][value="soon"]').check()
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_text("Onderwerp 2 van 10")).to_be_visible()
    for key in ("koers_1", "koers_2", "koers_3", "koers_4"):
        page.locator(f'input[name="{key}"][value="5"]').check()
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_text("Onderwerp 3 van 10")).to_be_visible()
    page.goto(f"{own}nakijken/")
    page.get_by_role("button", name="Versturen").click()
    page.wait_for_url(f"**{own}uitkomst/")
