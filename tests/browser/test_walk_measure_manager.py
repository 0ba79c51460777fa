"""Steps 5 and 6 of measuring: change since last year, and the manager of a result."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.links import MANAGER
from tests.browser.conftest import Shot, Visit
from tests.browser.mail import Mailbox
from tests.browser.product import Product
from tests.browser.tongues import in_each_language
from tests.browser.watching import Check, Watch
from tests.publishing.reading import read

# A result that was kept last year and combined this year again, of a manager with an address.
RESULT = """
SELECT l.nonce, m.id, o.id, o.name, m.manager_email FROM surveys_measurement m
JOIN surveys_wave w ON w.id = m.wave_id
JOIN office_personallink l ON l.id = m.manager_link_id
JOIN register_organisation o ON o.id = m.organisation_id
JOIN surveys_snapshot s ON s.measurement_id = m.id
JOIN surveys_measurement b ON b.organisation_id = m.organisation_id AND b.keeps_for_comparison
JOIN surveys_wave v ON v.id = b.wave_id AND v.state = 'closed' AND v.workspace_id = w.workspace_id
JOIN surveys_snapshot t ON t.measurement_id = b.id
WHERE w.state = 'open' AND m.manager_email <> '' ORDER BY m.id LIMIT 1
"""


@pytest.fixture
def result(product: Product) -> tuple[str, int, int, str, str]:
    """Address of the manager, measurement, organisation with its name, and the manager's mail."""
    nonce, *rest = product.ask_all(RESULT)[0]
    secret = links.token(PersonalLink(purpose=MANAGER, nonce=bytes(nonce)))
    return (f"/meting/beheer/{secret}/", *rest)


def decide(page: Page, *, shares: bool) -> None:
    page.get_by_label("mag onze uitkomst zien").set_checked(shares)
    page.get_by_role("button", name="Bewaar mijn keuze").click()
    expect(page.get_by_text("Uw keuze is bewaard.")).to_be_visible()


def test_a_manager_compares_shares_takes_along_hands_over_and_deletes(
    visit: Visit,
    result: tuple[str, int, int, str, str],
    mailbox: Mailbox,
    watch: Watch,
    axe: Check,
    no_overflow: Check,
    shot: Shot,
) -> None:
    own, measurement, organisation, name, _email = result
    watch.forgive("404")
    adviser = visit("consulent")
    address = f"/krachtmeting/uitkomsten/{measurement}/"

    # What changed since last year, on what both asked.
    manager = visit(width=360)
    manager.goto(own)
    decide(manager, shares=False)
    in_each_language(manager, axe)
    no_overflow(manager)
    manager.get_by_role("link", name="Bekijk de uitkomst").click()
    expect(manager.get_by_role("heading", name="Wat is er veranderd?")).to_be_visible()
    expect(manager.get_by_text("alleen op zinnen die beide keren zijn gevraagd")).to_be_visible()
    in_each_language(manager, axe)
    no_overflow(manager)
    shot(manager, "uitkomst-verandering")

    # One switch decides whether the steunpunt sees it; she reads who looked.
    closed = adviser.goto(address)
    assert closed is not None
    assert closed.status == 404
    manager.get_by_role("link", name="Terug naar het beheer").click()
    decide(manager, shares=True)
    adviser.goto(f"/organisaties/{organisation}/")
    adviser.locator(f'a[href="{address}"]').first.click()
    expect(adviser.get_by_role("heading", level=1)).to_have_text(name)
    axe(adviser)
    shot(adviser, "gedeelde-uitkomst")
    manager.goto(own)
    looks = manager.get_by_role("region", name="Wie keek er?")
    expect(looks.get_by_role("listitem")).to_have_count(1)
    manager.set_viewport_size({"width": 1280, "height": 900})
    shot(manager, "uitkomst-beheer")

    # She takes it along.
    files = {}
    for words in ("Pdf, om te lezen", "Csv, voor Excel", "Csv, voor andere", "Json"):
        with manager.expect_download() as download:
            manager.get_by_role("link", name=re.compile(words)).click()
        files[words] = download.value.path().read_bytes()
    assert read(files["Pdf, om te lezen"]).tree.texts("H1") == [name]
    assert files["Csv, voor Excel"].startswith("\ufeffOnderwerp;".encode())
    assert len(files["Csv, voor andere"].splitlines()) == 11
    assert "answers" not in json.loads(files["Json"])

    # She hands over; her own link ends.
    manager.get_by_role("link", name="Geef het beheer over").click()
    in_each_language(manager, axe)
    manager.get_by_label("Naam van de beheerder").fill("Femke Opvolger")
    manager.get_by_label("E-mailadres van de beheerder").fill("femke.beheer@club.example")
    manager.get_by_role("button", name="Geef het beheer over").click()
    expect(manager.get_by_role("heading", name="Het beheer is overgedragen")).to_be_visible()
    manager.goto(own)
    expect(manager.get_by_role("heading", name="Deze link werkt niet")).to_be_visible()

    # The link can be sent again, and the page says the same to everybody.
    manager.get_by_role("link", name="Stuur mijn link opnieuw").click()
    manager.get_by_label("Uw e-mailadres").fill("niemand@nergens.example")
    manager.get_by_role("button", name="Stuur de link").click()
    expect(manager.get_by_text("Is dit adres bij ons bekend")).to_be_visible()
    axe(manager)

    # Who took over has everything deleted, and changes her mind within the term.
    successor = mailbox.follow("femke.beheer@club.example")
    expect(successor.get_by_text("U bent de beheerder: Femke Opvolger.")).to_be_visible()
    successor.get_by_role("link", name="Laat alles verwijderen").click()
    in_each_language(successor, axe)
    shot(successor, "uitkomst-verwijderen")
    successor.get_by_role("button", name="Ja, laat alles verwijderen").click()
    expect(
        successor.get_by_role("heading", name=re.compile("wordt alles verwijderd"))
    ).to_be_visible()
    mail = mailbox.open(f"De uitkomst van {name} wordt verwijderd")
    expect(mail.get_by_text("Dat gebeurt op").first).to_be_visible()
    successor.get_by_role("button", name="Nee, bewaar de uitkomst").click()
    expect(successor.get_by_text("De uitkomst blijft bewaard.")).to_be_visible()
    adviser.goto("/krachtmeting/uitkomsten/")
    expect(adviser.get_by_role("link", name=name).first).to_be_visible()
    axe(adviser)
