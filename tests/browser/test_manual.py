"""The pictures of the manual that no other walk makes, and the help inside the product."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Shot, SignIn, Visit
from tests.browser.watching import Check

# Where each task of the help stands, and a word of its explanation that is on a screen as well.
TASKS = {
    "Een lijst inlezen": "Kijk de lijst na",
    "Dubbele organisaties": "Voeg deze twee samen",
    "Organisaties zoeken en meenemen": "Maak het bestand",
    "Een selectie mailen": "Stuur een proef aan mijzelf",
    "Een collega uitnodigen": "Stuur de uitnodiging",
}


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()


def test_signing_in_and_what_waits_today(visit: Visit, sign_in: SignIn, shot: Shot) -> None:
    stranger = visit()
    stranger.goto("/inloggen/")
    expect(stranger.get_by_role("button", name="Stuur mij een code")).to_be_visible()
    shot(stranger, "inloggen")
    page = sign_in("consulent")
    expect(page.get_by_role("heading", name="Vandaag doen")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 760})
    shot(page, "start")


def test_deciding_about_a_proposal(sign_in: SignIn, shot: Shot) -> None:
    page = sign_in("consulent")
    page.get_by_role("link", name=re.compile("^Beslis over")).click()
    heading(page, "Voorstellen")
    page.get_by_role("link", name="Volleybalclub Noorderzijl").click()
    expect(page.get_by_role("button", name="Neem over")).to_be_visible()
    shot(page, "voorstel")


def test_what_became_of_each_mail(sign_in: SignIn, shot: Shot) -> None:
    page = sign_in("consulent")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Post").click()
    page.get_by_role("link", name="Uitgaande post").click()
    heading(page, "Uitgaande post")
    shot(page, "uitgaande-post")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_help_explains_each_task_in_steps(
    visit: Visit, axe: Check, no_overflow: Check, width: int
) -> None:
    page = visit(width=width)
    page.goto("/hulp/")
    for task, words in TASKS.items():
        part = page.get_by_role("group").filter(has=page.get_by_text(task, exact=True))
        if part.get_attribute("open") is None:
            part.get_by_text(task, exact=True).click()
        expect(part.get_by_text(words)).to_be_visible()
    axe(page)
    no_overflow(page)
