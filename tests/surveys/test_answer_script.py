"""What the script of a page sends; and how much work keeping is."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from krachtlokaal.surveys.services import settling
from tests.surveys.answering import (
    Scene,
    answer_and_send,
    desk,
    keep,
    keep_json,
    page,
    post,
    scene,
)

pytestmark = pytest.mark.django_db
SET = re.compile(r"^(?:SELECT set_config|SAVEPOINT|RELEASE)")


@pytest.fixture
def asked() -> Scene:
    return scene()


@pytest.fixture
def own(asked: Scene) -> str:
    return asked.invite()


def test_the_script_keeps_an_answer_and_hears_what_stands(client: Client, own: str) -> None:
    answer = keep_json(client, own, {"bestuur_1": "4", "bestuur.help_form": ["hands", "info"]})
    assert answer.json() == {
        "state": "kept",
        "faults": {},
        "held": {},
        "stands": {"bestuur_1": 4, "bestuur.help_form": ["info", "hands"]},
    }
    keep_json(client, own, {"bestuur_1": None, "consent.may_quote": True})
    assert desk(own).content == {"bestuur.help_form": ["info", "hands"], "consent.may_quote": True}


def test_what_a_device_kept_back_gives_way(client: Client, own: str) -> None:
    keep(own, {"bestuur_1": 5})
    answer = keep_json(client, own, {"bestuur_1": "2"}, seen={"bestuur_1": None}, late=True)
    assert answer.json()["held"] == {"bestuur_1": 5}
    assert desk(own).content == {"bestuur_1": 5}


def test_an_answer_to_a_question_that_does_not_exist_is_told(client: Client, own: str) -> None:
    answer = keep_json(client, own, {"verzonnen": "1"})
    told = {"verzonnen": "Deze vraag is er niet in deze vragenlijst."}
    assert (answer.status_code, answer.json()["faults"]) == (400, told)
    answer = keep_json(client, own, {"verzonnen": "1", "bestuur_1": "1"})
    assert (answer.status_code, answer.json()["faults"]) == (200, told)
    assert desk(own).content == {"bestuur_1": 1}


@pytest.mark.parametrize("body", ["", "{", "[]", '{"values": 3}', "\x00", '{"values": null}'])
def test_what_is_no_message_of_the_script_is_refused(client: Client, own: str, body: str) -> None:
    answer = client.post(page(own, "bewaren"), body, content_type="application/json")
    assert (answer.status_code, answer.json()["state"]) == (400, "unread")


@pytest.mark.parametrize("value", [{"a": 1}, [["x"]], 4.5, True])
def test_values_of_another_kind_are_refused(client: Client, own: str, value: Any) -> None:
    answer = keep_json(client, own, {"bestuur_1": value})
    assert answer.status_code == 400
    assert answer.json()["faults"] == {
        "bestuur_1": "Dit antwoord is niet leesbaar. Kies het opnieuw."
    }


def test_it_takes_no_other_method(client: Client, own: str) -> None:
    assert client.get(page(own, "bewaren")).status_code == 405


def statements(act: Any) -> list[str]:
    with CaptureQueriesContext(connection) as seen:
        act()
    return [q["sql"] for q in seen.captured_queries if not SET.match(q["sql"])]


def test_a_saved_page_takes_two_statements_and_the_first_three(client: Client, own: str) -> None:
    assert desk(own).definition  # the questionnaire itself is read once per process
    first = statements(lambda: post(client, own, "bestuur", bestuur_1="4"))
    later = statements(lambda: post(client, own, "koers", koers_1="4"))
    shown = statements(lambda: client.get(page(own, "onderwerp", "regels")))
    assert (len(first), len(later), len(shown)) == (3, 2, 1), [*first, *later, *shown]


def test_changing_a_sent_answer_takes_five_at_most(client: Client, asked: Scene, own: str) -> None:
    for secret in (own, *(asked.invite() for _number in range(3))):
        answer_and_send(secret)
    settling.settle()
    assert desk(own).draft is None
    done = statements(lambda: keep_json(client, own, {"bestuur_1": "1"}))
    assert len(done) <= 5, done
    assert desk(own).content["bestuur_1"] == 1


def test_pages_ask_no_session_whoever_comes(client: Client, own: str) -> None:
    client.cookies["kl_session"] = "a" * 32
    for parts in ([], ["gegevens"], ["onderwerp", "bestuur"], ["toestemming"], ["nakijken"]):
        asked = statements(lambda parts=parts: client.get(page(own, *parts)))
        assert [sql for sql in asked if "django_session" in sql] == [], parts
