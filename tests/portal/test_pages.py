"""The small pages at the foot, what machines read, and the frame around all pages."""

import re
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from krachtlokaal.accounts.capabilities import OPERATOR, TABLE
from krachtlokaal.accounts.enums import Role
from krachtlokaal.portal.context import member_menu, visitor_menu

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/privacy/", "Wat wij met uw gegevens doen"),
        ("/toegankelijkheid/", "Wat nog niet is getest"),
        ("/hulp/", "Ik kreeg een mail: klopt dit nog?"),
        ("/bronnen/", "Centraal Bureau voor de Statistiek"),
    ],
)
def test_each_page_at_the_foot_stands_and_its_links_work(
    client: Client, address: str, words: str
) -> None:
    text = client.get(address).content.decode()
    assert words in text
    for link in set(re.findall(r'href="(/[^"#]*)', text)):
        if not link.startswith("/static/"):
            assert client.get(link).status_code == 200, link


def test_the_sources_are_named_with_their_licence(client: Client) -> None:
    text = client.get("/bronnen/").content.decode()
    for source in ("CC BY 4.0", "GeoNames", "Designsystemet", "Open Font License", "htmx", "EUPL"):
        assert source in text


def test_robots_stay_away_from_personal_links(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Disallow: /klopt/" in answer.content.decode().splitlines()


def test_security_txt_names_a_contact_and_still_holds(client: Client) -> None:
    lines = dict(
        line.split(": ", 1)
        for line in client.get("/.well-known/security.txt").content.decode().splitlines()
    )
    assert lines["Contact"] == "mailto:post@krachtlokaal.example"
    assert datetime.fromisoformat(lines["Expires"]) > timezone.now()


def test_an_unknown_address_gets_a_kind_page(client: Client) -> None:
    answer = client.get("/bestaat-niet/")
    assert answer.status_code == 404
    assert "Deze bladzijde is er niet" in answer.content.decode()


def test_the_menu_holds_what_the_role_may_do() -> None:
    def urls(role: Role) -> list[str]:
        return [url for _label, url in member_menu(TABLE[role])]

    assert urls(Role.DEURVRIJWILLIGER) == ["/start/"]
    reader = [
        "/start/",
        "/organisaties/",
        "/krachtmeting/",
        "/behoeftepeiling/",
        "/evenementen/",
        "/taken/",
        "/werkruimte/",
        "/zoeken/",
    ]
    assert urls(Role.LEZER) == reader
    more = {"/organisaties/dubbel/", "/advies-vragen/", "/post/"}
    assert set(urls(Role.COORDINATOR)) - set(reader) == more
    assert [url for _label, url in member_menu(OPERATOR)] == ["/start/", "/beheer/"]
    assert [url for _label, url in visitor_menu()] == ["/hulp-en-advies/", "/hulp/", "/inloggen/"]


def test_the_page_with_the_longest_address_is_the_current_one(adviser: Client) -> None:
    text = adviser.get("/organisaties/dubbel/").content.decode()
    marked = set(re.findall(r'<a href="([^"]+)"\s+aria-current="page"', text))
    assert marked == {"/organisaties/dubbel/"}
