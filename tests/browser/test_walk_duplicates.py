"""Step 3: an adviser looks for duplicates, puts two side by side, merges them and takes it back."""

from playwright.sync_api import expect

from tests.browser.conftest import Check, Shot, SignIn, Visit


def test_a_pair_is_compared_merged_and_taken_apart(
    sign_in: SignIn, axe: Check, no_overflow: Check, shot: Shot
) -> None:
    page = sign_in("consulent")
    page.get_by_role("link", name="Dubbelen").click()
    expect(page.get_by_role("heading", name="Mogelijk dubbel", level=1)).to_be_visible()
    axe(page)
    shot(page, "dubbelen")
    page.get_by_role("link", name="Vergelijk").first.click()
    expect(page.get_by_role("heading", name="Is dit dezelfde organisatie?")).to_be_visible()
    expect(page.get_by_role("heading", name="Gegevens naast elkaar")).to_be_visible()
    axe(page)
    shot(page, "dubbelen-vergelijken")
    page.get_by_role("button", name="Voeg deze twee samen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ging op in")
    axe(page)
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.get_by_text("staan weer apart in het register")).to_be_visible()
    expect(page.get_by_text("Ongedaan gemaakt door")).to_be_visible()
    no_overflow(page)


def test_a_pair_that_is_not_the_same_leaves_the_list_without_script(visit: Visit) -> None:
    page = visit("consulent", scripts=False)
    page.goto("/organisaties/dubbel/")
    compare = page.get_by_role("link", name="Vergelijk").last
    name = compare.get_attribute("aria-label")
    compare.click()
    page.get_by_role("button", name="Nee, dit zijn twee organisaties").click()
    expect(page.get_by_text("blijven apart")).to_be_visible()
    expect(page.get_by_role("link", name=name, exact=True)).to_have_count(0)


def test_the_search_runs_in_the_background_and_says_what_it_found(sign_in: SignIn) -> None:
    page = sign_in("consulent")
    page.goto("/organisaties/dubbel/")
    page.get_by_role("button", name="Zoek opnieuw").click()
    expect(page.get_by_role("heading", name="Dubbele organisaties zoeken")).to_be_visible()
    expect(page.get_by_text("Klaar").first).to_be_visible(timeout=60_000)


def test_two_are_compared_on_a_phone(visit: Visit, axe: Check, no_overflow: Check) -> None:
    page = visit("consulent", width=320)
    page.goto("/organisaties/dubbel/")
    no_overflow(page)
    page.get_by_role("link", name="Vergelijk").first.click()
    expect(page.get_by_role("heading", name="Gegevens naast elkaar")).to_be_visible()
    no_overflow(page)
    axe(page)
