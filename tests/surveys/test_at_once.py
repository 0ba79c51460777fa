"""Two deeds at the same moment, in transactions that really end: nothing lost, nothing doubled."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.enums import Answering
from krachtlokaal.surveys.models import Answer, AnswerDraft, Wave
from krachtlokaal.surveys.services import settling
from tests.surveys.answering import Scene, answer_and_send, desk, keep, page, post, scene
from tests.surveys.test_apart import database  # noqa: F401 a fixture

pytestmark = pytest.mark.usefixtures("database")
PATIENCE = 30


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """What each gives, when all begin together."""
    gate, found = threading.Barrier(len(deeds)), [None] * len(deeds)

    def run(place: int) -> None:
        gate.wait(PATIENCE)
        try:
            found[place] = deeds[place]()
        except Exception as wrong:  # noqa: BLE001 the test shows what it was
            found[place] = wrong
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(deeds))]
    for one in threads:
        one.start()
    for one in threads:
        one.join(PATIENCE)
    return found


def sent_by(*numbers: int) -> tuple[Scene, list[str]]:
    place = scene()
    secrets = [place.invite() for _ in numbers]
    for number, secret in zip(numbers, secrets, strict=True):
        answer_and_send(secret, bestuur_1=number)
    return place, secrets


def points() -> list[int]:
    with guard.system("a test looks"):
        rows: list[Answer | AnswerDraft] = [*Answer.objects.all(), *AnswerDraft.objects.all()]
    return sorted(sealing.unseal(row.sealed or b"")["bestuur_1"] for row in rows)


@pytest.fixture
def waiting() -> Callable[[Callable[[], Any]], Any]:
    """Does something while the clock is writing all answers anew, and waits for its end."""

    def do(deed: Callable[[], Any]) -> Any:
        found: list[Any] = []
        with transaction.atomic(), guard.system("the clock, held up half-way"):
            settling._settle(Wave.objects.select_for_update().get(), timezone.now())
            thread = threading.Thread(target=lambda: (found.append(deed()), connection.close()))
            thread.start()
            _until_it_waits()
        thread.join(PATIENCE)
        return found[0]

    return do


def _until_it_waits() -> None:
    """Until another connection waits for a row of this one."""
    with connection.cursor() as cursor:
        for _try in range(10_000):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
    raise AssertionError("nobody waits")


def test_two_buttons_at_once_send_one_answer() -> None:
    place = scene()
    secret = place.invite()
    keep(secret, {"bestuur_1": 4, "role": "board"})
    both = at_once(*[lambda: Client().post(page(secret, "versturen")).status_code] * 4)
    assert (both, points()) == ([302] * 4, [4])


def test_of_two_who_answer_for_the_organisation_at_once_one_counts() -> None:
    place = scene(answering=Answering.ORGANISATION)
    secrets = [place.invite(), place.invite()]
    for number, secret in enumerate(secrets, 1):
        keep(secret, {"bestuur_1": number, "role": "board"})
    at_once(*[lambda s=s: Client().post(page(s, "versturen")).status_code for s in secrets])  # type: ignore[misc]
    assert sorted(desk(secret).is_sent for secret in secrets) == [False, True]


def test_two_devices_that_begin_at_once_keep_both() -> None:
    secret = scene().invite()
    deeds = [
        lambda: post(Client(), secret, "u", role="board").status_code,
        lambda: post(Client(), secret, "bestuur", bestuur_1="4").status_code,
        lambda: post(Client(), secret, "koers", koers_1="2").status_code,
    ]
    assert at_once(*deeds) == [302] * 3
    assert desk(secret).content == {"role": "board", "bestuur_1": 4, "koers_1": 2}


def test_the_clock_twice_at_once_moves_everybody_once() -> None:
    sent_by(1, 2, 3, 4)
    assert at_once(settling.settle, settling.settle, settling.settle) == [None] * 3
    assert points() == [1, 2, 3, 4]
    with guard.system("a test looks"):
        assert (Answer.objects.count(), AnswerDraft.objects.count()) == (4, 0)


def test_a_change_while_the_clock_writes_anew_is_kept(waiting: Any) -> None:
    _place, secrets = sent_by(1, 2, 3, 4)
    settling.settle()
    keep(secrets[1], {"koers_1": 1})
    changed = waiting(lambda: post(Client(), secrets[0], "bestuur", bestuur_1="5").status_code)
    assert (changed, points()) == (302, [2, 3, 4, 5])


def test_an_answer_taken_back_while_the_clock_writes_anew_is_gone(waiting: Any) -> None:
    _place, secrets = sent_by(1, 2, 3, 4)
    settling.settle()
    keep(secrets[1], {"koers_1": 1})
    done = waiting(lambda: Client().post(page(secrets[0], "uitkomst", "verwijderen")).status_code)
    assert (done, points()) == (200, [2, 3, 4])


def test_an_answer_taken_back_while_it_moves_is_gone(waiting: Any) -> None:
    _place, secrets = sent_by(1, 2, 3, 4)
    done = waiting(lambda: Client().post(page(secrets[0], "uitkomst", "verwijderen")).status_code)
    assert (done, points()) == (200, [2, 3, 4])


def test_a_clock_that_is_killed_half_way_leaves_everything_as_it_was() -> None:
    _place, secrets = sent_by(1, 2, 3, 4)

    with transaction.atomic(), guard.system("the clock, killed before the end"):
        settling._settle(Wave.objects.select_for_update().get(), timezone.now())
        transaction.set_rollback(True)
    assert points() == [1, 2, 3, 4]
    assert [desk(secret).content["bestuur_1"] for secret in secrets] == [1, 2, 3, 4]
    settling.settle()
    assert points() == [1, 2, 3, 4]
