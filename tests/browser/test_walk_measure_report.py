"""Steps 3 and 4 of measuring: the report of who answered, and where several differ."""

import pytest
from playwright.sync_api import expect

from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.jobs.snapshots import make_first
from krachtlokaal.surveys.links import ANSWER
from tests.browser.answering import answer
from tests.browser.conftest import Shot, Visit
from tests.browser.product import Product
from tests.browser.tongues import in_each_language
from tests.browser.watching import Check, Watch
from tests.publishing.reading import read

# Links of one organisation in which nobody answered yet and at least four were asked.
SEVERAL = """
SELECT l.nonce FROM surveys_invitation i JOIN office_personallink l ON l.id = i.link_id
WHERE i.measurement_id = (
  SELECT m.id FROM surveys_measurement m
  JOIN surveys_wave w ON w.id = m.wave_id
  JOIN surveys_invitation o ON o.measurement_id = m.id
  JOIN office_personallink k ON k.id = o.link_id
  WHERE w.state = 'open' AND w.answering = 'each' AND m.profile = '{}'
  GROUP BY m.id HAVING count(*) >= 4 AND count(k.nonce) = count(*)
  ORDER BY m.id DESC LIMIT 1
) ORDER BY i.id LIMIT 4
"""


@pytest.fixture(scope="module")
def addresses(product: Product) -> list[str]:
    """The links of four people of one organisation."""
    nonces = [bytes(row[0]) for row in product.ask_all(SEVERAL)]
    assert len(nonces) == 4
    secrets = [links.token(PersonalLink(purpose=ANSWER, nonce=nonce)) for nonce in nonces]
    return [f"/meting/{secret}/" for secret in secrets]


def test_a_report_at_once_and_then_together(
    visit: Visit,
    product: Product,
    addresses: list[str],
    watch: Watch,
    axe: Check,
    no_overflow: Check,
    visible_focus: Check,
    shot: Shot,
) -> None:
    watch.forgive("422")  # the number that is too short
    phone = visit(width=360)
    answer(phone, addresses[0], strength="1")
    for words in ("Dit gaat goed", "Bespreek het in 20 minuten", "Wie mag dit zien?"):
        expect(phone.get_by_role("heading", name=words)).to_be_visible()
    expect(phone.get_by_role("heading", name="Schrijf op wie welke taak doet")).to_be_visible()
    expect(phone.get_by_text("„Onze vrijwilligers kunnen vertellen")).to_be_visible()
    expect(phone.get_by_text("Er zijn er nog 3 nodig.")).to_be_visible()
    in_each_language(phone, axe)
    no_overflow(phone)
    shot(phone, "uitkomst-telefoon")

    phone.get_by_label("Uw naam").fill("Sjoukje Wiersma")
    phone.get_by_label("Uw telefoonnummer of e-mailadres").fill("12")
    phone.get_by_role("button", name="Ja, bel of mail mij").click()
    expect(phone.get_by_role("heading", name="Er klopt nog iets niet")).to_be_visible()
    expect(phone.get_by_label("Uw naam")).to_have_value("Sjoukje Wiersma")
    axe(phone)
    phone.get_by_label("Uw telefoonnummer of e-mailadres").fill("0512 123456")
    phone.get_by_label("Waarover?").select_option("Bestuur")
    phone.get_by_role("button", name="Ja, bel of mail mij").click()
    expect(phone.get_by_text("heeft uw naam en nummer")).to_be_visible()

    with phone.expect_download() as download:
        phone.get_by_role("link", name="Bewaar als pdf").click()
    found = read(download.value.path().read_bytes())
    assert found.marked
    assert "Schrijf op wie welke taak doet" in found.tree.texts("H3")
    assert "Tien onderwerpen, vijf krachten" in found.tree.texts("H2")

    # On paper what comes after the page for the board meeting begins on the next sheet.
    phone.emulate_media(media="print")
    expect(phone.locator(".kl-board")).to_have_css("break-after", "page")
    expect(phone.get_by_role("link", name="Bewaar als pdf")).to_be_hidden()
    expect(phone.get_by_role("columnheader", name="Punten")).to_be_visible()

    for own, strength in zip(addresses[1:], ("5", "2", "5"), strict=True):
        answer(visit(scripts=False), own, strength=strength)
    product.strike(make_first)
    desk = visit()
    desk.goto(f"{addresses[0]}uitkomst/")
    visible_focus(desk)
    desk.get_by_role("link", name="Bekijk de gezamenlijke uitkomst").click()
    expect(desk.get_by_role("heading", level=2).first).to_have_text(
        "Waar u verschillend naar kijkt"
    )
    first = desk.get_by_role("row").nth(1)
    expect(first).to_contain_text("Bestuur")
    expect(first).to_contain_text("U kijkt hier heel verschillend naar")
    in_each_language(desk, axe)
    shot(desk, "uitkomst-samen")
    desk.set_viewport_size({"width": 320, "height": 800})
    no_overflow(desk)

    adviser = visit("consulent")
    adviser.goto("/start/")
    adviser.get_by_role("link", name="om hulp vroeg").first.click()
    row = adviser.get_by_role("row", name="Sjoukje Wiersma")
    expect(row).to_contain_text("Bestuur")
    axe(adviser)
    shot(adviser, "belverzoeken")
    row.get_by_role("button", name="Er was contact").click()
    expect(adviser.get_by_text("Het belverzoek van Sjoukje Wiersma is klaar.")).to_be_visible()
