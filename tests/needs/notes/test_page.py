"""The note-taker's page without script: a plain form that loses nothing."""

import re
from uuid import uuid4

from django.test import Client

from krachtlokaal.needs.models import Card, RoundTable
from krachtlokaal.needs.services import talking
from tests.needs import factories


def field(page: str, name: str) -> str:
    found = re.search(rf'<input[^>]*name="{name}"[^>]*value="([^"]*)"', page)
    assert found, name
    return found[1]


def test_a_card_is_typed_and_the_page_stays_at_the_question(table: RoundTable, secret: str) -> None:
    client = Client()
    page = client.get(f"/notulen/{secret}/").content.decode()
    for question in table.guide:
        assert question in page
    sent = {
        "id": field(page, "id"),
        "version": "0",
        "question": "3",
        "text": "De gemeente <i>.</i>",
    }
    answer = client.post(f"/notulen/{secret}/", sent)
    assert (answer.status_code, answer["Location"]) == (302, f"/notulen/{secret}/?vraag=3")
    # The browser's button sends it once more.
    client.post(f"/notulen/{secret}/", sent)
    page = client.get(answer["Location"]).content.decode()
    assert Card.objects.get(table=table).text == "De gemeente <i>.</i>"
    assert "De gemeente &lt;i&gt;.&lt;/i&gt;" in page
    assert re.search(r'<option value="3" selected', page)


def test_what_is_too_long_stays_in_the_field(table: RoundTable, secret: str) -> None:
    sent = {"id": str(uuid4()), "version": "0", "text": "Lang. " * 200}
    answer = Client().post(f"/notulen/{secret}/", sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Dit kaartje is te lang: 1199 tekens." in page
    assert "Lang. " * 199 in page
    assert not Card.objects.filter(table=table).exists()


def test_two_who_change_the_same_card_see_both_texts(table: RoundTable, secret: str) -> None:
    client = Client()
    card = factories.card(table, "Getypt", number=1)
    page = client.get(f"/notulen/{secret}/?kaartje={card.pk}").content.decode()
    assert "Getypt" in page
    sent = {"id": str(card.pk), "version": "1"}
    client.post(f"/notulen/{secret}/", sent | {"text": "Van de een"})
    answer = client.post(f"/notulen/{secret}/", sent | {"text": "Van de ander"})
    page = answer.content.decode()
    assert (answer.status_code, "Van de een" in page, "Van de ander" in page) == (422, True, True)
    again = sent | {"text": "Van de ander", "version": field(page, "version")}
    assert client.post(f"/notulen/{secret}/", again).status_code == 302
    card.refresh_from_db()
    assert (card.text, card.version) == ("Van de ander", 3)


def test_a_card_is_taken_out_without_its_text(table: RoundTable, secret: str) -> None:
    card = factories.card(table, number=1)
    sent = {"id": str(card.pk), "version": "1", "text": "", "deed": "weg"}
    assert Client().post(f"/notulen/{secret}/", sent).status_code == 302
    card.refresh_from_db()
    assert card.is_dropped


def test_a_device_keeps_no_cards_of_others_and_a_closed_table_shows_none(
    table: RoundTable, secret: str
) -> None:
    factories.card(table, "Van een ander", number=1)
    client = Client()
    assert "Van een ander" in client.get(f"/notulen/{secret}/").content.decode()
    assert "Van een ander" not in client.get(f"/notulen/{secret}/?schil").content.decode()
    talking.step(table=table, name="done")
    page = client.get(f"/notulen/{secret}/").content.decode()
    assert "Van een ander" not in page
    assert "Vergat u iets?" in page


def test_a_card_of_another_table_is_no_card_here(table: RoundTable, secret: str) -> None:
    other = factories.card(factories.table(table.survey), "Van hiernaast")
    page = Client().get(f"/notulen/{secret}/?kaartje={other.pk}").content.decode()
    assert "Van hiernaast" not in page
    sent = {"id": str(other.pk), "version": "1", "text": "Overgenomen"}
    answer = Client().post(f"/notulen/{secret}/", sent)
    assert "Dit kaartje kan hier niet worden bewaard." in answer.content.decode()
    other.refresh_from_db()
    assert other.text == "Van hiernaast"
