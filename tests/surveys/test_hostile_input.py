"""Whatever is sent to a page of answering: a clear sentence, nothing lost, and never a 500."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.surveys.models import Answer, AnswerDraft, Measurement
from krachtlokaal.surveys.services.deletions import carry_out_deletions
from tests.surveys.answering import answer_and_send, desk, keep, keep_json, page, post, scene, text

pytestmark = pytest.mark.django_db
KEPT = {"bestuur_1": 4, "role": "board"}
DEEP = "[" * 200_000


@pytest.fixture
def secret() -> str:
    secret = scene().invite()
    keep(secret, KEPT)
    return secret


def raw(secret: str, body: str | bytes, content_type: str = "application/json") -> Any:
    return Client().post(page(secret, "bewaren"), body, content_type=content_type)


@pytest.mark.parametrize(
    "body",
    [
        DEEP,
        '{"values":' * 100_000,
        '{"values": {"bestuur_1": ' + "9" * 5000 + "}}",
        "",
        "null",
        "[]",
        '{"values": []}',
        b"\xff\xfe\x00",
        '{"values": {"bestuur_1": NaN',
    ],
    ids=[
        "deep list",
        "deep object",
        "long number",
        "empty",
        "null",
        "list",
        "array",
        "bytes",
        "cut",
    ],
)
def test_what_is_not_readable_changes_nothing_and_says_so(secret: str, body: str | bytes) -> None:
    answer = raw(secret, body)
    assert (answer.status_code, answer.json()["state"]) == (400, "unread")
    assert desk(secret).content == KEPT


@pytest.mark.parametrize("content_type", ["text/plain", "multipart/form-data", "application/xml"])
def test_what_kind_the_sender_calls_it_does_not_matter(secret: str, content_type: str) -> None:
    answer = raw(secret, json.dumps({"values": {"bestuur_2": 3}}), content_type)
    assert answer.status_code in (200, 400)
    assert desk(secret).content in (KEPT, KEPT | {"bestuur_2": 3})


@pytest.mark.parametrize(
    "value",
    [True, 1.5, {"a": 1}, [[1]], [None], "9", "\ud800", "\x00", 10**400, ["1", "2"], [True]],
    ids=str,
)
def test_a_value_that_no_answer_has_is_refused_by_name(secret: str, value: Any) -> None:
    answer = keep_json(Client(), secret, {"bestuur_1": value})
    assert answer.status_code == 400
    assert list(answer.json()["faults"]) == ["bestuur_1"]
    assert desk(secret).content == KEPT


def test_five_thousand_unknown_answers_are_refused(secret: str) -> None:
    answer = keep_json(Client(), secret, {f"x{n}\ud800": n for n in range(5000)})
    assert (answer.status_code, desk(secret).content) == (400, KEPT)


def test_a_form_with_five_thousand_fields_is_refused(secret: str) -> None:
    answer = post(Client(), secret, "bestuur", **{f"x{n}": "1" for n in range(5000)})
    assert (answer.status_code, desk(secret).content) == (400, KEPT)


@pytest.mark.parametrize("seen", [DEEP, "9" * 5000, "[]", "nee", '{"bestuur_1": {"a": []}}'])
@pytest.mark.parametrize("rest", [("onderwerp", "bestuur"), ("gegevens",)], ids=str)
def test_what_a_page_showed_may_come_back_in_any_shape(
    secret: str, seen: str, rest: tuple[str, ...]
) -> None:
    answer = Client().post(page(secret, *rest), {"seen": seen, "bestuur_1": "4"})
    assert answer.status_code in (200, 302)


@pytest.mark.parametrize("told", ["9" * 5000, "-1", "²", "1e9", "0x1"])
def test_addresses_with_strange_numbers_are_no_trouble(secret: str, told: str) -> None:
    answer_and_send(secret)
    for address in (page(secret, "collegas") + "?gevraagd=", page("zelf") + "?organisatie="):
        assert Client().get(address + told).status_code == 200


@pytest.mark.parametrize("rest", [("onderwerp", "bestuur"), ("onderwerp", "u")], ids=str)
def test_who_took_her_answer_back_reads_that_she_can_not_fill_it_in_again(
    secret: str, rest: tuple[str, ...]
) -> None:
    answer_and_send(secret)
    assert Client().post(page(secret, "uitkomst", "verwijderen")).status_code == 200
    assert desk(secret).content == {}
    answer = Client().post(page(secret, *rest), {"bestuur_1": "4", "role": "board"})
    assert answer.status_code == 409
    assert "Uw antwoorden zijn verwijderd" in text(answer)
    assert keep_json(Client(), secret, {"bestuur_1": 4}).status_code == 409
    assert desk(secret).content == {}


@pytest.mark.parametrize("key", ["%00", "onbekend", "%ff%fe", "bestuur%0d%0aX", "a" * 3000])
def test_pages_that_do_not_exist(secret: str, key: str) -> None:
    assert Client().get(page(secret, "onderwerp", key)).status_code == 404


def test_when_the_result_was_deleted_nobody_of_the_organisation_fills_in_any_more() -> None:
    """Neither who sent, nor who had only begun, nor who had done nothing yet."""
    place = scene()
    sent, begun, other = place.invite(), place.invite(), place.invite()
    answer_and_send(sent)
    keep(begun, KEPT)
    with guard.system("its manager asked for it two weeks ago"):
        today = timezone.localdate()
        Measurement.objects.update(deletion_asked_on=today - timedelta(days=14))
    assert carry_out_deletions() == 1
    for secret in (sent, begun, other):
        assert "Uw antwoorden zijn verwijderd" in text(Client().get(page(secret)))
        for rest in (("onderwerp", "bestuur"), ("versturen",), ("gegevens",), ("toestemming",)):
            assert Client().post(page(secret, *rest), {"bestuur_1": "4"}).status_code == 409
        assert keep_json(Client(), secret, {"bestuur_1": 4}).status_code == 409
    with guard.system("a test looks"):
        assert AnswerDraft.objects.count() + Answer.objects.count() == 0
