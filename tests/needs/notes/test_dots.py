"""Dots: by a code, on one's own telephone, changed until closed; and stickers on paper."""

import io
import re
from typing import Any
from uuid import uuid4

import pikepdf
import pytest
from django.test import Client

from krachtlokaal.needs.enums import GuestState
from krachtlokaal.needs.models import Ballot, Card, RoundTable
from krachtlokaal.needs.queries.dots import dots_of, tally
from krachtlokaal.needs.services import talking
from tests.needs import factories
from tests.needs.notes import addresses
from tests.publishing.standard import broken_rules


@pytest.fixture
def cards(table: RoundTable) -> list[Card]:
    said = ("Geen penningmeester.", "De zaal is te duur.", "Jongeren doen mee.")
    return [factories.card(table, text, number=n) for n, text in enumerate(said, 1)]


@pytest.fixture
def address(table: RoundTable, cards: list[Card]) -> str:
    return f"/stippen/{addresses.dots_secret(table)}/"


def phone(address: str) -> Client:
    """A telephone that opened the page: it holds its key now."""
    client = Client()
    assert client.get(address).status_code == 200
    return client


def give(client: Client, address: str, dots: dict[Any, int]) -> Any:
    sent = {"dots": {str(getattr(card, "pk", card)): number for card, number in dots.items()}}
    return client.post(address, sent, content_type="application/json")


def test_the_code_on_the_screen_leads_to_the_cards(
    table: RoundTable, cards: list[Card], address: str
) -> None:
    table.refresh_from_db()
    assert re.fullmatch(f"[{talking.ALPHABET}]{{6}}", table.dots_code)
    client = Client()
    wrong = client.post(
        "/stippen/", {"code": "AAAAAA" if table.dots_code != "AAAAAA" else "CCCCCC"}
    )
    assert "Deze code kennen wij niet. Kijk nog eens op het scherm." in wrong.content.decode()
    short = client.post("/stippen/", {"code": "AB"})
    assert "Een code heeft 6 tekens. U typte er 2." in short.content.decode()
    typed = f" {table.dots_code[:3].lower()}-{table.dots_code[3:].lower()} "
    answer = client.post("/stippen/", {"code": typed})
    assert (answer.status_code, answer["Location"]) == (302, address)
    page = client.get(address).content.decode()
    assert all(card.text in page for card in cards)


def test_who_guesses_codes_is_stopped(table: RoundTable, address: str, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"needs_dots_code": "2/m/ip"}
    client = Client()
    tries = [client.post("/stippen/", {"code": "AAAAAA"}).status_code for _try in range(3)]
    assert tries == [200, 200, 429]


def test_dots_are_kept_at_once_and_can_be_changed(
    table: RoundTable, cards: list[Card], address: str
) -> None:
    client = phone(address)
    assert give(client, address, {cards[0]: 3, cards[1]: 2}).json() == {
        "dots": {str(cards[0].pk): 3, str(cards[1].pk): 2},
        "left": 0,
    }
    assert give(client, address, {cards[2]: 1}).json()["left"] == 4
    assert dots_of(table) == {cards[0].pk: 0, cards[1].pk: 0, cards[2].pk: 1}
    page = client.get(address).content.decode()
    assert "Nog 4 stippen" in page


def test_without_script_each_button_gives_or_takes_one(
    table: RoundTable, cards: list[Card], address: str
) -> None:
    client = phone(address)
    for button in ("plus", "plus", "min"):
        answer = client.post(address, {button: str(cards[1].pk)})
        assert (answer.status_code, answer["Location"]) == (302, f"{address}#k-{cards[1].pk}")
    assert dots_of(table)[cards[1].pk] == 1
    for _tap in range(5):
        last = client.post(address, {"plus": str(cards[0].pk)})
    assert "U heeft 5 stippen. Haal eerst ergens een stip weg." in last.content.decode()
    assert sum(dots_of(table).values()) == 5


def test_twelve_telephones_at_one_table(table: RoundTable, cards: list[Card], address: str) -> None:
    for _guest in range(11):
        factories.guest(table, state=GuestState.CAME)
    phones = [phone(address) for _guest in range(12)]
    for client in phones:
        give(client, address, {cards[0]: 2, cards[2]: 1})
    stands = tally(table)
    assert (stands.ballots, stands.guests, stands.dots, stands.is_too_many) == (12, 11, 36, True)
    give(phones[0], address, {})
    assert (tally(table).ballots, tally(table).is_too_many) == (11, False)
    assert dots_of(table.survey) == {cards[0].pk: 22, cards[1].pk: 0, cards[2].pk: 11}


def test_the_key_goes_to_this_page_alone_and_names_nobody(address: str) -> None:
    client = Client()
    client.get(address)
    cookie = client.cookies["kl_stippen"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (address, True, "Lax")
    assert not Ballot.objects.exists()  # fetching gives nothing


def test_a_telephone_without_cookies_is_told_so_and_never_counts_twice(
    table: RoundTable, cards: list[Card], address: str
) -> None:
    answer = give(Client(), address, {cards[0]: 1})
    assert answer.status_code == 422
    assert answer.json()["why"] == (
        "Uw telefoon bewaart geen cookies. Zet ze aan, of geef uw stippen op papier."
    )
    assert not Ballot.objects.exists()


def test_nothing_of_another_table_is_reachable(
    table: RoundTable, cards: list[Card], address: str
) -> None:
    beside = factories.table(table.survey)
    theirs = factories.card(beside, "Van hiernaast", number=1)
    other = f"/stippen/{addresses.dots_secret(beside)}/"
    client, stranger = phone(address), phone(other)
    give(stranger, other, {theirs: 2})
    assert give(client, address, {theirs: 5, uuid4(): 1}).json() == {"dots": {}, "left": 5}
    # With the key of a ballot at the other table nothing is counted here, and nothing lost there.
    client.cookies["kl_stippen"] = stranger.cookies["kl_stippen"].value
    give(client, address, {cards[0]: 1})
    assert dots_of(table.survey)[theirs.pk] == 2
    assert dots_of(table)[cards[0].pk] == 0


@pytest.mark.parametrize(
    "body",
    [
        "[]",
        "null",
        '{"dots": []}',
        '{"dots": {"x": 1}}',
        '{"dots": {"%s": -1}}',
        '{"dots": {"%s": 1.5}}',
        '{"dots": {"%s": true}}',
        '{"dots": {"%s": 1e999}}',
        "[" * 100_000,
    ],
    ids=range(9),
)
def test_what_is_not_readable_changes_nothing(
    table: RoundTable, cards: list[Card], address: str, body: str
) -> None:
    client = phone(address)
    give(client, address, {cards[0]: 2})
    sent = body.replace("%s", str(cards[0].pk))
    answer = client.post(address, sent, content_type="application/json")
    assert (answer.status_code, answer.json()["dots"]) == (422, {str(cards[0].pk): 2})
    bare = client.post(address, {"plus": "geen-kaartje"})
    assert (bare.status_code, dots_of(table)[cards[0].pk]) == (422, 2)


def test_after_closing_nothing_changes_and_the_code_is_gone(
    table: RoundTable, cards: list[Card], address: str
) -> None:
    client = phone(address)
    give(client, address, {cards[0]: 2})
    table.refresh_from_db()
    code = table.dots_code
    talking.step(table=table, name="done")
    answer = give(client, address, {cards[1]: 5})
    assert (answer.status_code, answer.json()["shut"]) == (409, True)
    assert "Het stippen geven is klaar." in client.get(address).content.decode()
    assert "Deze code kennen wij niet." in client.post("/stippen/", {"code": code}).content.decode()
    assert dots_of(table)[cards[0].pk] == 2


def test_a_card_that_is_taken_out_gives_its_dots_back(
    table: RoundTable, cards: list[Card], address: str
) -> None:
    client = phone(address)
    give(client, address, {cards[0]: 4, cards[1]: 1})
    Card.objects.filter(pk=cards[0].pk).update(is_dropped=True)
    assert "Nog 4 stippen" in client.get(address).content.decode()
    client.post(address, {"plus": str(cards[1].pk)})
    assert dots_of(table) == {cards[1].pk: 2, cards[2].pk: 0}


def test_stickers_count_beside_telephones_and_two_who_type_see_it(
    table: RoundTable, cards: list[Card], address: str, coordinator: Client
) -> None:
    give(phone(address), address, {cards[0]: 1})
    page = f"/behoeftepeiling/tafel/{table.pk}/stippen/papier/"
    name = f"k{cards[0].pk.hex}"
    assert cards[0].text in coordinator.get(page).content.decode()
    sent = {name: "6", f"seen-{name}": "0"}
    assert coordinator.post(page, sent).status_code == 302
    assert dots_of(table)[cards[0].pk] == 7
    answer = coordinator.post(page, {name: "4", f"seen-{name}": "0"})
    assert "Iemand anders typte hier intussen 6. Wat klopt?" in answer.content.decode()
    assert coordinator.post(page, {name: "4", f"seen-{name}": "6"}).status_code == 302
    assert dots_of(table)[cards[0].pk] == 5
    bad = coordinator.post(page, {name: "-1", f"seen-{name}": "4"})
    assert "Minder dan 0 stippen kan niet." in bad.content.decode()


def test_cards_on_paper_are_a_document_that_is_read_aloud(
    table: RoundTable, cards: list[Card], coordinator: Client
) -> None:
    factories.card(table, "Heel lang. " * 90, number=4)
    answer = coordinator.get(f"/behoeftepeiling/tafel/{table.pk}/kaartjes/pdf/")
    assert broken_rules(answer.content) == []
    with pikepdf.open(io.BytesIO(answer.content)) as document:
        assert document.Root.MarkInfo.Marked
        assert len(document.pages) == 1
