"""The page of one offer, and its files."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from krachtlokaal.register.queries.places import towns
from krachtlokaal.topics.models import Offer, OfferFile
from krachtlokaal.topics.services import withdraw_offer
from tests.accounts.factories import workspace
from tests.topics.factories import file, offer

pytestmark = pytest.mark.django_db


def address(row: Offer) -> str:
    return f"/hulp-en-advies/{row.pk}/"


def download(row: OfferFile) -> str:
    return f"/hulp-en-advies/{row.offer_id}/bestanden/{row.pk}/"


def test_a_visitor_reads_what_it_is_where_and_whom_to_ask(client: Client) -> None:
    room = workspace()
    room.phone, room.email = "0344 123456", "post@oevermeer.example"
    room.save()
    row = offer(workspace=room, municipalities=["GM0281"], valid_until=date(2099, 3, 1))
    text = client.get(address(row)).content.decode()
    assert '<h1 lang="nl">Een goed gesprek</h1>' in text
    assert "Tot en met 1 maart 2099" in text
    assert "<dd>Tiel</dd>" in text
    assert 'href="tel:0344123456"' in text


def test_the_list_leads_to_it(client: Client) -> None:
    row = offer()
    assert f'<a href="{address(row)}">' in client.get("/hulp-en-advies/").content.decode()


def test_an_offer_for_everybody_says_so(client: Client) -> None:
    text = client.get(address(offer())).content.decode()
    assert "<dd>Heel Nederland</dd>" in text
    assert "<dd>Iedere organisatie</dd>" in text
    assert "Bel het steunpunt in uw gemeente" in text


def test_its_file_comes_as_it_is_with_its_name(client: Client) -> None:
    row = file(offer(), data=b"PK\x03\x04", content_type="application/x-proef")
    assert download(row) in client.get(address(row.offer)).content.decode()
    answer = client.get(download(row))
    assert (answer.content, answer["Content-Type"]) == (b"PK\x03\x04", "application/x-proef")
    assert answer["Content-Disposition"] == 'attachment; filename="voorbeeld.docx"'


def test_a_file_that_nobody_stands_for_any_more_is_gone(client: Client) -> None:
    row = file(offer(), valid_until=timezone.localdate() - timedelta(days=1))
    assert "voorbeeld.docx" not in client.get(address(row.offer)).content.decode()
    assert client.get(download(row)).status_code == 404


def test_a_file_of_the_same_name_replaces_it(client: Client) -> None:
    row = offer()
    file(row)
    newer = file(row, data=b"nieuw")
    assert client.get(download(newer)).content == b"nieuw"
    assert OfferFile.objects.count() == 1


def test_what_was_withdrawn_is_gone_with_its_files(client: Client) -> None:
    row = file(offer())
    withdraw_offer(source_kind="test", source_id="1")
    assert client.get(address(row.offer)).status_code == 404
    assert client.get(download(row)).status_code == 404


def test_a_file_does_not_hang_on_another_offer(client: Client) -> None:
    row, other = file(offer()), offer("2")
    assert client.get(f"{address(other)}bestanden/{row.pk}/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    towns()
    row = offer()
    for index in range(number):
        file(row, name=f"{index}.docx")
    with django_assert_max_num_queries(10):
        client.get(address(row))
