"""An adviser writes down a question, notes what she did and finishes it."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit


def test_a_question_from_call_to_finish(visit: Visit) -> None:
    page = visit("consulent")
    page.goto("/advies-vragen/")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("link", name="Nieuwe adviesvraag").click()
    page.get_by_label("Naam van de organisatie").fill("Fanfare De Zilveren Hoorn")
    page.get_by_role("textbox", name="De vraag", exact=True).fill(
        "Wie wil onze nieuwe dirigent worden?"
    )
    # Looking the organisation up afterwards loses nothing of it.
    page.get_by_label("Zoek de organisatie").fill("zilveren")
    expect(page.get_by_text("Wij bewaren wat u typt")).to_be_visible()
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_text("U ziet wat u eerder typte")).to_be_visible()
    expect(page.get_by_role("textbox", name="De vraag", exact=True)).to_have_value(
        "Wie wil onze nieuwe dirigent worden?"
    )
    page.get_by_role("button", name="Bewaar").click()
    page.set_viewport_size({"width": 360, "height": 900})
    page.get_by_role("textbox", name="Notitie").fill("De muziekschool gebeld.")
    page.get_by_role("button", name="Bewaar de notitie").click()
    expect(page.get_by_role("article")).to_contain_text("De muziekschool gebeld.")
    page.get_by_role("button", name="Afronden").click()
    expect(page.get_by_role("button", name="Weer openen")).to_be_visible()
