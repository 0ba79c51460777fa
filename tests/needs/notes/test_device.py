"""A device sends what it kept: nothing lost, nothing twice, nothing of others touched."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.needs.enums import TableState
from krachtlokaal.needs.models import Card, RoundTable
from krachtlokaal.needs.services import talking
from krachtlokaal.office.models import AuditEntry
from tests.accounts import factories as accounts
from tests.needs import factories
from tests.needs.notes.conftest import Send, typed

NOT_HERE = "Dit kaartje kan hier niet worden bewaard. Typ het opnieuw."


def texts(table: RoundTable) -> list[str]:
    return list(
        Card.objects.filter(table=table, is_dropped=False)
        .order_by("number")
        .values_list("text", flat=True)
    )


def answers(answer: Any) -> list[Any]:
    told: list[Any] = answer.json()["answers"]
    return told


def test_cards_stand_in_the_order_of_typing_with_all_that_was_said(
    table: RoundTable, send: Send
) -> None:
    first = typed("Wij zoeken al een jaar.", question=2, heard_as="knelpunt", may_quote=True)
    told = send(first, typed("De buren helpen.")).json()
    assert [one["ok"] for one in told["answers"]] == [True, True]
    assert [(one["number"], one["text"]) for one in told["cards"]] == [
        (1, "Wij zoeken al een jaar."),
        (2, "De buren helpen."),
    ]
    assert told["cards"][0] == first | {"version": 1, "number": 1}


def test_what_is_sent_twice_stays_one_card(table: RoundTable, send: Send) -> None:
    card = typed()
    for again in (False, True, True):
        assert answers(send(card | {"again": again}))[0]["ok"]
    assert texts(table) == [card["text"]]


def test_a_card_that_is_changed_before_its_first_answer_came_keeps_the_last_text(
    table: RoundTable, send: Send
) -> None:
    card = typed("Eerste tekst")
    send(card)
    assert answers(send(card | {"text": "Tweede tekst"}))[0] == {
        "ok": True,
        "why": "",
        "version": 2,
        "theirs": None,
    }
    assert texts(table) == ["Tweede tekst"]


def test_an_old_message_that_comes_late_undoes_nothing(table: RoundTable, send: Send) -> None:
    card = typed("Zoals getypt")
    send(card)
    send(card | {"text": "Zoals een ander het verbeterde", "version": 1})
    assert answers(send(card | {"again": True}))[0]["ok"]
    assert texts(table) == ["Zoals een ander het verbeterde"]


def test_two_who_change_the_same_card_both_keep_their_text(table: RoundTable, send: Send) -> None:
    card = typed("Getypt")
    send(card)
    send(card | {"text": "Van de een", "version": 1})
    told = answers(send(card | {"text": "Van de ander", "version": 1}))[0]
    assert not told["ok"]
    assert told["why"] == "Iemand anders wijzigde dit kaartje ook. Beide teksten staan hier."
    assert (told["theirs"]["text"], told["theirs"]["version"]) == ("Van de een", 2)
    assert answers(send(card | {"text": "Van de ander", "version": 2}))[0]["ok"]
    assert texts(table) == ["Van de ander"]


def test_a_card_is_dropped_once_and_comes_back_for_who_keeps_her_text(
    table: RoundTable, send: Send
) -> None:
    card = typed("Blijft of niet")
    send(card)
    gone = {"id": card["id"], "text": "", "version": 1, "dropped": True}
    assert [answers(send(gone))[0]["ok"] for _turn in range(2)] == [True, True]
    assert texts(table) == []
    told = answers(send(card | {"text": "Blijft", "version": 1}))[0]
    assert told["why"] == "Iemand anders haalde dit kaartje weg. Uw tekst staat nog hier."
    assert answers(send(card | {"text": "Blijft", "version": told["theirs"]["version"]}))[0]["ok"]
    assert texts(table) == ["Blijft"]


def test_what_never_arrived_and_is_dropped_leaves_nothing(table: RoundTable, send: Send) -> None:
    assert answers(send(typed(dropped=True)))[0]["ok"]
    assert Card.objects.filter(table=table).count() == 0


def test_one_bad_card_keeps_no_other_out(table: RoundTable, send: Send) -> None:
    long = typed("x" * 100_000)
    told = answers(send(typed("Goed"), long, typed("  \n "), typed("Ook goed")))
    assert [one["ok"] for one in told] == [True, False, False, True]
    assert told[1]["why"] == (
        "Dit kaartje is te lang: 100000 tekens. Er passen er 1000 op. Maak er twee van."
    )
    assert told[2]["why"] == "Dit kaartje is leeg. Typ eerst een uitspraak."
    assert texts(table) == ["Goed", "Ook goed"]


def test_the_key_of_a_card_elsewhere_is_refused_like_one_that_is_none(
    table: RoundTable, send: Send, room: Workspace
) -> None:
    beside = factories.card(factories.table(table.survey), "Van de tafel hiernaast")
    other = accounts.workspace("elders")
    with guard.workspaces(other.pk):
        far = factories.card(factories.table(factories.survey(other)), "Van een ander")
    keys = [str(beside.pk), str(far.pk), "geen-sleutel", "", None, 7, {"a": 1}]
    told = answers(
        send(*(typed(version=version) | {"id": key} for key in keys for version in (0, 1)))
    )
    assert {(one["ok"], one["why"], one["theirs"] is None) for one in told} == {
        (False, NOT_HERE, True)
    }
    beside.refresh_from_db()
    assert (beside.text, beside.version) == ("Van de tafel hiernaast", 1)
    assert texts(table) == []


@pytest.mark.parametrize(
    "odd",
    [
        {"text": 7},
        {"text": None},
        {"version": -1},
        {"version": True},
        {"version": 10**30},
        {"version": "1"},
    ],
    ids=str,
)
def test_odd_values_are_refused(table: RoundTable, send: Send, odd: dict[str, Any]) -> None:
    assert answers(send(typed() | odd))[0]["why"] == NOT_HERE
    assert texts(table) == []


def test_small_oddities_are_read_as_nothing(table: RoundTable, send: Send) -> None:
    send(typed("<b>Vet</b> \x00\ud800 & meer", question=99, heard_as="iets", may_quote="ja"))
    card = Card.objects.get(table=table)
    assert (card.text, card.question, card.heard_as, card.may_quote) == (
        "<b>Vet</b> & meer",
        0,
        "",
        False,
    )


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b'{"cards": {}}', b"\xff\x00", b"[" * 200_000, b'{"cards": [NaN'],
    ids=["empty", "null", "list", "object", "bytes", "deep", "cut"],
)
def test_what_is_not_readable_changes_nothing_and_says_so(
    table: RoundTable, secret: str, body: bytes
) -> None:
    answer = Client().post(f"/notulen/{secret}/kaartjes/", body, content_type="application/json")
    assert (answer.status_code, answer.json()) == (
        400,
        {"message": "Dit is niet te lezen. Er is niets veranderd."},
    )
    assert texts(table) == []


def test_no_message_is_larger_than_half_a_megabyte(secret: str) -> None:
    body = json.dumps({"cards": [typed("x" * 600_000)]})
    answer = Client().post(f"/notulen/{secret}/kaartjes/", body, content_type="application/json")
    assert answer.status_code == 400


def test_a_device_that_was_offline_is_heard_until_two_weeks_after_the_end(
    table: RoundTable, send: Send
) -> None:
    talking.step(table=table, name="done")
    told = send(typed("Te laat, maar welkom")).json()
    assert (told["answers"][0]["ok"], told["state"], told["cards"]) == (True, "done", [])
    RoundTable.objects.filter(pk=table.pk).update(closed_at=timezone.now() - timedelta(days=15))
    told = answers(send(typed("Veel te laat")))[0]
    assert told["why"] == (
        "Deze ronde tafel is te lang geleden afgerond. Er komen geen kaartjes meer bij."
    )
    assert texts(table) == ["Te laat, maar welkom"]


def test_a_table_that_is_called_off_takes_no_cards(table: RoundTable, send: Send) -> None:
    RoundTable.objects.filter(pk=table.pk).update(state=TableState.CALLED_OFF)
    assert answers(send(typed()))[0]["why"] == (
        "Deze ronde tafel gaat niet door. Er komen geen kaartjes bij."
    )


def test_once_the_address_is_ended_nothing_comes_in(table: RoundTable, send: Send) -> None:
    talking.end_notes_link(table=table)
    assert send(typed()).status_code == 404
    assert texts(table) == []


def test_the_list_is_of_this_table_alone_and_fetching_changes_nothing(
    table: RoundTable, send: Send, secret: str
) -> None:
    factories.card(factories.table(table.survey), "Van de tafel hiernaast")
    send(typed("Van hier"))
    before = AuditEntry.objects.count()
    answer = Client().get(f"/notulen/{secret}/kaartjes/")
    assert [one["text"] for one in answer.json()["cards"]] == ["Van hier"]
    assert answer["Cache-Control"] == "no-store"
    assert AuditEntry.objects.count() == before
    assert Client().put(f"/notulen/{secret}/kaartjes/").status_code == 405


def test_a_table_holds_no_more_than_five_hundred_cards(table: RoundTable, send: Send) -> None:
    Card.objects.bulk_create(
        Card(workspace_id=table.workspace_id, survey_id=table.survey_id, table=table, number=number)
        for number in range(1, 501)
    )
    assert answers(send(typed()))[0]["why"] == "Deze tafel heeft al 500 kaartjes. Meer gaat niet."


def test_who_sends_without_end_is_slowed_down(table: RoundTable, send: Send, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"needs_notes": "2/m/ip"}
    assert [send().status_code for _turn in range(3)] == [200, 200, 429]


@pytest.mark.django_db
def test_the_worker_reaches_no_page_outside_its_folder() -> None:
    answer = Client().get("/notulen/werker.js")
    assert answer["Service-Worker-Allowed"] == "/notulen/"
    assert answer["Content-Type"].startswith("text/javascript")
    source = answer.content.decode()
    assert "/static/js/notes" in source
