"""Step 2 of measuring, as the user does it: answer a questionnaire by a personal link."""

import os
import re
import signal
from collections.abc import Callable
from itertools import count
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.links import ANSWER
from tests.browser.conftest import Shot, Visit
from tests.browser.product import Product, wait_for_answer
from tests.browser.watching import Check, Watch

THEMES = ("bestuur", "koers", "mensen_vinden", "mensen_houden", "samen_intern")
THEMES += ("samen_extern", "geld_plek", "regels", "bereik", "leren")
MOST_BYTES = 60_000
MINE = (
    "SELECT l.nonce FROM surveys_invitation i JOIN office_personallink l ON l.id = i.link_id"
    " JOIN surveys_wave w ON w.id = i.wave_id JOIN surveys_measurement m ON m.id = i.measurement_id"
    " WHERE w.state = 'open' AND w.answering = 'each' AND m.profile = '{}' AND l.nonce IS NOT NULL"
    " ORDER BY i.id OFFSET %s LIMIT 1"
)
_used = count()


@pytest.fixture
def own(product: Product) -> str:
    """The address of a link that no other test uses."""
    nonce = bytes(product.ask(MINE, 7 * next(_used)))
    return f"/meting/{links.token(PersonalLink(purpose=ANSWER, nonce=nonce))}/"


def theme(page: Page, own: str, key: str) -> None:
    page.goto(f"{own}onderwerp/{key}/")


def choose(page: Page, key: str, value: str) -> None:
    page.locator(f'input[name="{key}"][value="{value}"]').check()


def is_kept(page: Page) -> None:
    sign = page.locator("[data-saved]")
    expect(sign).to_have_attribute("data-state", "kept")
    expect(sign).to_have_text("Bewaard")
    expect(sign).to_be_visible()


def stands(page: Page, key: str, value: str) -> None:
    expect(page.locator(f'input[name="{key}"][value="{value}"]')).to_be_checked()


def on(page: Page) -> None:
    page.get_by_role("button", name="Volgende").click()


def fill_in(page: Page, look: Check | None = None) -> None:
    """From the first page to the last before sending; `look` looks at each page."""
    looks = look or (lambda _page: None)
    looks(page)
    page.get_by_role("link", name="Begin").click()
    expect(page.get_by_role("heading", name="Klopt dit nog?")).to_be_visible()
    looks(page)
    page.get_by_role("button", name="Zo klopt het").click()
    expect(page.get_by_role("heading", name="Over uzelf")).to_be_visible()
    looks(page)
    choose(page, "role", "board")
    for number, key in enumerate(THEMES, 1):
        on(page)
        expect(page.get_by_text(f"Onderwerp {number} van 10")).to_be_visible()
        if number == 1:
            looks(page)
        for field in page.locator('fieldset input[value="4"]').all():
            field.check()
        choose(page, f"{key}.importance", "5" if number == 3 else "3")
        choose(page, f"{key}.help_wanted", "this_year" if number == 3 else "no_help")
    on(page)
    expect(page.get_by_role("heading", name="Tot slot")).to_be_visible()
    page.get_by_label("Waar bent u trots op?").fill("Op onze mensen.")
    looks(page)
    on(page)
    expect(page.get_by_role("heading", name="Wat mag?")).to_be_visible()
    looks(page)
    on(page)
    expect(page.get_by_role("heading", name="Kijk het na")).to_be_visible()
    looks(page)


def is_sent(page: Page, product: Product, own: str) -> None:
    page.get_by_role("button", name="Versturen").click()
    page.wait_for_url(f"**{own}uitkomst/")
    secret = own.split("/")[2]
    query = "SELECT nonce IS NULL FROM office_personallink WHERE token_hash = %s"
    assert product.ask(query, links.hashed(secret))


def test_by_touch_on_a_telephone(
    visit: Visit, product: Product, own: str, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    phone = visit(width=360)
    phone.goto(own)
    shot(phone, "meting-begin")

    def look(page: Page) -> None:
        axe(page)
        no_overflow(page)

    fill_in(phone, look)
    shot(phone, "meting-nakijken")
    theme(phone, own, "bestuur")
    shot(phone, "meting-onderwerp")
    phone.goto(f"{own}nakijken/")
    is_sent(phone, product, own)


def test_without_scripts_at_320_pixels(
    visit: Visit, product: Product, own: str, no_overflow: Check
) -> None:
    phone = visit(width=320, scripts=False)
    phone.goto(own)
    fill_in(phone, no_overflow)
    phone.get_by_role("link", name="Vorige").click()
    expect(phone.get_by_role("heading", name="Wat mag?")).to_be_visible()
    theme(phone, own, "leren")
    stands(phone, "leren_1", "4")
    phone.get_by_role("button", name="Vorige").click()
    expect(phone.get_by_text("Onderwerp 9 van 10")).to_be_visible()
    phone.goto(f"{own}nakijken/")
    is_sent(phone, product, own)


def press_until(page: Page, found: Callable[[], bool], key: str = "Tab", most: int = 60) -> None:
    for _number in range(most):
        if found():
            return
        page.keyboard.press(key)
    raise AssertionError(f"Not reached by {key} at {page.url}")


def has_focus(page: Page, selector: str) -> Callable[[], bool]:
    return lambda: bool(page.evaluate("s => document.activeElement.matches(s)", selector))


def test_by_keyboard_alone(visit: Visit, product: Product, own: str, visible_focus: Check) -> None:
    page = visit()
    page.goto(own)
    press_until(page, has_focus(page, "main a.ds-button"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Klopt dit nog?")).to_be_visible()
    press_until(page, has_focus(page, ".kl-stepbar button"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Over uzelf")).to_be_visible()
    press_until(page, has_focus(page, "input[name=role]"))
    page.keyboard.press("Space")
    is_kept(page)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Onderwerp 1 van 10")).to_be_visible()
    press_until(page, has_focus(page, "input[name=bestuur_1]"))
    page.keyboard.press("ArrowDown")
    stands(page, "bestuur_1", "2")
    for number in range(2, len(THEMES) + 2):
        press_until(page, has_focus(page, ".kl-stepbar button:last-child"))
        page.keyboard.press("Enter")
        if number <= len(THEMES):
            expect(page.get_by_text(f"Onderwerp {number} van 10")).to_be_visible()
    expect(page.get_by_role("heading", name="Tot slot")).to_be_visible()
    visible_focus(page)
    for heading in ("Wat mag?", "Kijk het na"):
        press_until(page, has_focus(page, ".kl-stepbar button:last-child"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    press_until(page, has_focus(page, ".kl-stepbar button"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{own}uitkomst/")


def test_in_frisian(visit: Visit, own: str) -> None:
    phone = visit(width=360)
    phone.goto(own)
    phone.get_by_role("button", name="Frysk").click()
    expect(phone.locator("html")).to_have_attribute("lang", "fy")
    assert phone.url.endswith(own)
    phone.get_by_role("link", name="Begjin").click()
    expect(phone.get_by_role("heading", name="Kloppet dit noch?")).to_be_visible()
    theme(phone, own, "mensen_vinden")
    expect(phone.get_by_text("Underwerp 3 fan 10")).to_be_visible()
    expect(phone.get_by_text("Hielendal mei iens").first).to_be_visible()
    assert phone.locator('main [lang="nl"]').count() == 0
    choose(phone, "vinden_1", "2")
    phone.get_by_role("button", name="Folgjende").click()
    expect(phone.get_by_text("Underwerp 4 fan 10")).to_be_visible()


def test_with_the_network_cut_in_the_middle(
    visit: Visit, watch: Watch, own: str, axe: Check, no_overflow: Check
) -> None:
    watch.forgive("ERR_INTERNET_DISCONNECTED")
    phone = visit(width=320)
    theme(phone, own, "bestuur")
    choose(phone, "bestuur_1", "4")
    is_kept(phone)
    phone.context.set_offline(True)
    choose(phone, "bestuur_2", "2")
    phone.get_by_label("Wilt u iets uitleggen?").fill("In de trein.")
    expect(phone.locator("[data-saved]")).to_contain_text("Geen internet")
    on(phone)
    expect(phone.get_by_text("Onderwerp 1 van 10")).to_be_visible()
    axe(phone)
    no_overflow(phone)
    phone.context.set_offline(False)
    is_kept(phone)
    assert phone.evaluate("Object.keys(localStorage)") == []
    elsewhere = visit()
    theme(elsewhere, own, "bestuur")
    for key, value in (("bestuur_1", "4"), ("bestuur_2", "2")):
        stands(elsewhere, key, value)
    expect(elsewhere.get_by_label("Wilt u iets uitleggen?")).to_have_value("In de trein.")


def test_what_waits_on_a_telephone_survives_leaving_the_page(
    visit: Visit, watch: Watch, own: str
) -> None:
    watch.forgive("ERR_INTERNET_DISCONNECTED")
    phone = visit(width=360)
    theme(phone, own, "bestuur")
    phone.context.set_offline(True)
    choose(phone, "bestuur_3", "1")
    expect(phone.locator("[data-saved]")).to_contain_text("Geen internet")
    phone.close(run_before_unload=False)
    again = phone.context.new_page()
    again.context.set_offline(False)
    theme(again, own, "koers")
    is_kept(again)
    theme(again, own, "bestuur")
    stands(again, "bestuur_3", "1")


def test_two_devices_and_one_link(visit: Visit, watch: Watch, own: str) -> None:
    """What the second one changes meanwhile stays, and the first one sees it."""
    watch.forgive("ERR_INTERNET_DISCONNECTED")
    phone, laptop = visit(width=360), visit()
    for device in (phone, laptop):
        theme(device, own, "bestuur")
    choose(phone, "bestuur_1", "4")
    is_kept(phone)
    choose(laptop, "bestuur_2", "5")
    on(laptop)
    expect(laptop.get_by_text("Onderwerp 2 van 10")).to_be_visible()
    theme(laptop, own, "bestuur")
    for key, value in (("bestuur_1", "4"), ("bestuur_2", "5")):
        stands(laptop, key, value)
    phone.context.set_offline(True)
    choose(phone, "bestuur_1", "1")
    expect(phone.locator("[data-saved]")).to_contain_text("Geen internet")
    choose(laptop, "bestuur_1", "3")
    is_kept(laptop)
    phone.context.set_offline(False)
    expect(phone.locator("[data-saved]")).to_contain_text("Op een ander apparaat")
    stands(phone, "bestuur_1", "3")


def test_the_server_killed_between_two_pages(
    visit: Visit, watch: Watch, product: Product, own: str
) -> None:
    """No answer that was shown as kept is lost, nor one that was given while nobody listened."""
    watch.forgive("ERR_CONNECTION_REFUSED")
    watch.forgive("ERR_EMPTY_RESPONSE")
    watch.forgive("ERR_CONNECTION_RESET")
    phone = visit(width=360)
    theme(phone, own, "bestuur")
    choose(phone, "bestuur_1", "4")
    is_kept(phone)
    web = product.processes._running["serve"]
    os.killpg(web.pid, signal.SIGKILL)
    web.wait()
    choose(phone, "bestuur_2", "2")
    expect(phone.locator("[data-saved]")).to_contain_text("Geen internet")
    start_again(product)
    is_kept(phone)
    on(phone)
    expect(phone.get_by_text("Onderwerp 2 van 10")).to_be_visible()
    elsewhere = visit()
    theme(elsewhere, own, "bestuur")
    for key, value in (("bestuur_1", "4"), ("bestuur_2", "2")):
        stands(elsewhere, key, value)


def start_again(product: Product) -> None:
    port = urlsplit(product.url).port or 0
    parent = str(os.getpid())
    product.processes.start("serve", "--port", str(port), "--parent", parent)
    wait_for_answer(port, product.processes)


def test_questions_that_depend_on_another_come_and_go(visit: Visit, own: str) -> None:
    page = visit()
    theme(page, own, "bestuur")
    asked = page.get_by_role("group", name=re.compile("Welke hulp past het beste"))
    expect(asked).to_be_hidden()
    choose(page, "bestuur.help_wanted", "soon")
    expect(asked).to_be_visible()
    choose(page, "bestuur.help_form", "workshop")
    choose(page, "bestuur.help_wanted", "no_help")
    expect(asked).to_be_hidden()


@pytest.mark.parametrize("language", ["nl", "en", "fy"])
def test_every_kind_of_page_in_every_language(
    visit: Visit, watch: Watch, own: str, axe: Check, no_overflow: Check, language: str
) -> None:
    watch.forgive("404")
    page = visit(width=320)
    cookie = {"name": "django_language", "value": language, "url": page.evaluate("location.origin")}
    page.goto(own)
    cookie["url"] = re.sub(r"(https?://[^/]+).*", r"\1", page.url)
    page.context.add_cookies([cookie])  # type: ignore[list-item]  # a cookie as Playwright takes it
    addresses = ["", "gegevens/", "onderwerp/u/", "onderwerp/regels/", "onderwerp/slot/"]
    addresses += ["toestemming/", "nakijken/"]
    whole = [own + part for part in addresses]
    whole += ["/meting/bestaatniet/", "/meting/zelf/", "/meting/zelf/?zoek=dorpshuis"]
    for address in [*whole, "/meting/zelf/?nieuw"]:
        page.goto(address)
        expect(page.locator("html")).to_have_attribute("lang", language)
        axe(page)
        no_overflow(page)


@pytest.mark.parametrize("part", ["", "onderwerp/bestuur/"])
def test_a_first_visit_takes_at_most_60_kb(visit: Visit, own: str, part: str) -> None:
    page = visit(width=360)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: dict[str, float] = {}
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(own + part, wait_until="networkidle")
    assert sum(sizes.values()) <= MOST_BYTES, sizes
