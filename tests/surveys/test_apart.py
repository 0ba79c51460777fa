"""Who answered and what was answered are apart: with the whole database, the logs and the backups
every way to lay the answers of an organisation over its senders fits equally well.

Five people answer, each something of her own, in an order that we know, through the real pages.
"""

import io
import logging
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone
from psycopg import sql
from pytest_django import DjangoDbBlocker

from krachtlokaal.core import guard
from krachtlokaal.office import queue
from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.enums import Channel, Progress, WaveState
from krachtlokaal.surveys.jobs import settling
from krachtlokaal.surveys.models import Invitation
from tests.conftest import copy_database
from tests.register import factories as register
from tests.surveys import everything
from tests.surveys.answering import Scene, desk, page, post, scene

SENDERS = 5
# Each sender stands at each place at least once in so many shufflings, but for one in a milliard:
# 25 pairs of sender and place, each missing with a chance of (4/5) ** 110.
SHUFFLINGS = 110


@pytest.fixture
def database(
    postgres: psycopg.Connection,
    template_database: str,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[str]:
    """One whose transactions really end, so that PostgreSQL writes down what it does."""
    before, name = connection.settings_dict["NAME"], f"kl_apart_{os.getpid()}"
    copy_database(postgres, template_database, name)
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    with django_db_blocker.unblock():
        yield name
        connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = before
    postgres.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that is logged, at every level and before any filter of a handler."""
    written = io.StringIO()
    handler, before = logging.StreamHandler(written), logging.root.level
    logging.root.addHandler(handler)
    logging.root.setLevel(logging.DEBUG)
    yield written
    logging.root.removeHandler(handler)
    logging.root.setLevel(before)


@pytest.fixture
def asked(database: str) -> Scene:
    return scene()


@pytest.fixture
def secrets(asked: Scene) -> list[str]:
    return [asked.invite(email=f"lid{number}@club.example") for number in range(1, SENDERS + 1)]


def words(number: int) -> str:
    return f"kenmerk-van-nummer-{number}"


def answer(secret: str, number: int) -> None:
    """Through the pages, as she does it; her answer tells which number she has."""
    client = Client()
    client.get(page(secret))
    post(client, secret, "u", role="board")
    post(client, secret, "bestuur", bestuur_1=str(number), **{"bestuur.note": words(number)})
    client.post(page(secret, "toestemming"), {})
    client.post(page(secret, "versturen"))
    assert desk(secret).is_sent


def settle(*, later: timedelta = timedelta()) -> None:
    """As the clock does it."""
    cron, deed = queue._by_the_clock["krachtlokaal.surveys.jobs.settling.settle"]
    assert (cron, deed) == ("*/5 * * * *", settling.settle)
    if later:
        settling.settling.settle(timezone.now() + later)
    else:
        deed()


def close(asked: Scene) -> None:
    asked.change(state=WaveState.CLOSED, closed_at=timezone.now())
    settle(later=timedelta(minutes=5))


def numbers(rows: list[dict[str, Any]]) -> list[int]:
    """Whose answers these are; with the key outside the database, which no reader of it has."""
    contents = [row["content"] or sealing.unseal(row["sealed"]) for row in rows]
    return [content["bestuur_1"] for content in contents]


def test_answers_wait_until_four_were_sent_and_then_move_together(
    database: str, secrets: list[str]
) -> None:
    for number, secret in enumerate(secrets[:3], 1):
        answer(secret, number)
        settle()
    assert everything.answers(database) == []
    answer(secrets[3], 4)
    settle()
    rows = everything.answers(database)
    assert (sorted(numbers(rows)), len({row["xmin"] for row in rows})) == ([1, 2, 3, 4], 1)


def test_one_more_answer_has_all_of_them_written_anew(database: str, secrets: list[str]) -> None:
    for number, secret in enumerate(secrets[:4], 1):
        answer(secret, number)
    settle()
    before = everything.answers(database)
    answer(secrets[4], 5)
    settle()
    after = everything.answers(database)
    assert (sorted(numbers(after)), len({row["xmin"] for row in after})) == ([1, 2, 3, 4, 5], 1)
    for column in ("id", "owner", "sealed"):
        both = {bytes(row[column]) if column != "id" else row["id"] for row in before}
        both &= {bytes(row[column]) if column != "id" else row["id"] for row in after}
        assert both == set(), column


def test_a_row_has_no_column_that_could_hold_a_person_a_moment_or_an_order(database: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name, data_type FROM information_schema.columns"
            " WHERE table_name = 'surveys_answer' ORDER BY 1"
        )
        assert cursor.fetchall() == [
            ("content", "jsonb"),
            ("id", "uuid"),
            ("organisation_id", "bigint"),
            ("owner", "bytea"),
            ("sealed", "bytea"),
            ("wave_id", "bigint"),
            ("workspace_id", "bigint"),
        ]


def test_nothing_elsewhere_holds_anything_of_an_answer(
    database: str, asked: Scene, secrets: list[str], log: io.StringIO
) -> None:
    """Before closing not even the answers themselves can be read; afterwards they alone can."""
    for number, secret in enumerate(secrets, 1):
        answer(secret, number)
        settle()
    own = [*map(words, range(1, 6)), *secrets]
    hidden = [text.encode() for text in own]
    hidden += [sealing.answer_hash(secret) for secret in secrets]
    hidden += [sealing.answer_hash(secret).hex().encode() for secret in secrets]
    _nowhere(hidden, everything.everything(database), besides="")
    rows = everything.answers(database)
    keys = [part for row in rows for part in _parts(row)]
    _nowhere(keys, everything.everything(database), besides="surveys_answer")
    close(asked)
    _nowhere(hidden, everything.everything(database), besides="surveys_answer")
    assert all(words(n) in str(everything.answers(database)) for n in range(1, SENDERS + 1))
    assert [text for text in own if text in log.getvalue()] == []


def _parts(row: dict[str, Any]) -> Iterator[bytes]:
    """The key of an answer and pieces of its seals, as another table might hold them."""
    yield str(row["id"]).encode()
    yield row["id"].hex.encode()
    yield bytes(row["owner"])[:12]
    yield bytes(row["sealed"])[:12]


def _nowhere(wanted: list[bytes], rows: everything.Rows, *, besides: str) -> None:
    whole = b"\n".join(everything.values(rows, besides=besides))
    assert [text for text in wanted if text in whole] == []


def test_no_row_of_participation_differs_when_others_gave_the_same_answers(
    database: str, asked: Scene, secrets: list[str]
) -> None:
    """Each other laying of the answers over the senders leaves the same rows: here two
    organisations, whose people answer in opposite ways."""
    other = register.organisation(name="Muziekvereniging Excelsior")
    theirs = [asked.invite(other) for _secret in secrets]
    for number, (secret, their) in enumerate(zip(secrets, theirs, strict=True), 1):
        answer(secret, number)
        answer(their, SENDERS + 1 - number)
    settle()
    close(asked)
    rows = everything.everything(database)
    told = {}
    for about in (asked.about.pk, other.pk):
        taken = [r for r in rows["surveys_invitation"] if r["organisation_id"] == about]
        told[about] = [(r["progress"], r["reminded"], r["problem"], r["channel"]) for r in taken]
        own = [r for r in rows["surveys_answer"] if r["organisation_id"] == about]
        assert sorted(numbers(own)) == [1, 2, 3, 4, 5]
        assert {(r["pg xmin"], r["pg cmin"]) for r in own} == {
            (r["pg xmin"], r["pg cmin"]) for r in rows["surveys_answer"]
        }
    assert told[asked.about.pk] == told[other.pk] == [("sent", 0, "", Channel.MAIL)] * SENDERS
    assert rows["surveys_answerdraft"] == []


def test_the_order_on_the_disk_tells_nothing(database: str, secrets: list[str]) -> None:
    """Also after somebody changed her answer: all are written anew then."""
    for number, secret in enumerate(secrets, 1):
        answer(secret, number)
    seen = set()
    for turn in range(SHUFFLINGS):
        client = Client()
        post(client, secrets[0], "koers", koers_1=str(1 + turn % 5))
        settle()
        rows = everything.answers(database)
        assert len({row["xmin"] for row in rows}) == 1
        seen |= set(enumerate(numbers(rows)))
    assert seen == {(place, number) for place in range(SENDERS) for number in range(1, 6)}


def test_two_backups_around_the_fifth_have_nothing_in_common(
    database: str, asked: Scene, secrets: list[str], tmp_path: Path
) -> None:
    dumps = []
    for number, secret in enumerate(secrets, 1):
        answer(secret, number)
        if number == SENDERS - 1:
            dumps.append(_backup(database, tmp_path, "waiting"))
            settle()
            dumps.append(_backup(database, tmp_path, "four"))
    dumps.append(_backup(database, tmp_path, "one waits"))
    settle()
    dumps.append(_backup(database, tmp_path, "five"))
    close(asked)
    dumps.append(_backup(database, tmp_path, "closed"))
    moved = [_seals(everything.lines_of(dump, "surveys_answer")) for dump in dumps]
    waiting = [_seals(everything.lines_of(dump, "surveys_answerdraft")) for dump in dumps]
    assert [len(lines) for lines in moved] == [0, 8, 8, 10, 5]
    assert moved[1] == moved[2]
    for one, other in [(1, 3), (3, 4), (1, 4)]:
        assert moved[one] & moved[other] == set()
    drafts = set().union(*waiting)
    assert drafts & set().union(*moved) == set()
    lengths = {len(text) for text in drafts | set().union(*moved[:4]) if len(text) > 1000}
    assert len(lengths) == 1
    secret_words = [
        *secrets,
        *map(words, range(1, 6)),
        *(words(n).encode().hex() for n in range(6)),
    ]
    assert [text for dump in dumps[:4] for text in secret_words if text in dump] == []


def _backup(database: str, folder: Path, name: str) -> str:
    (folder / name).mkdir()
    return everything.backup(database, folder / name)


def _seals(lines: list[list[str]]) -> set[str]:
    """Every sealed value in these rows."""
    return {field for line in lines for field in line if field.startswith("\\\\x")}


def test_after_closing_answers_are_in_the_open_once_and_still_her_own(
    database: str, asked: Scene, secrets: list[str]
) -> None:
    for number, secret in enumerate(secrets, 1):
        answer(secret, number)
    settle()
    close(asked)
    rows = everything.answers(database)
    assert {row["sealed"] for row in rows} == {None}
    assert len({row["xmin"] for row in rows}) == 1
    assert [desk(secret).content["bestuur_1"] for secret in secrets] == [1, 2, 3, 4, 5]
    close(asked)
    assert everything.answers(database) == rows
    changed = post(Client(), secrets[0], "bestuur", bestuur_1="5")
    assert changed.status_code == 409
    assert everything.answers(database) == rows


def test_few_senders_are_taken_along_at_closing(
    database: str, asked: Scene, secrets: list[str]
) -> None:
    answer(secrets[0], 1)
    settle()
    assert everything.answers(database) == []
    close(asked)
    assert numbers(everything.answers(database)) == [1]


def test_who_took_part_is_told_for_all_at_once(
    database: str, asked: Scene, secrets: list[str]
) -> None:
    for number, secret in enumerate(secrets[:2], 1):
        answer(secret, number)
    with guard.system("a test looks"):
        assert not Invitation.objects.filter(progress=Progress.SENT).exists()
    settle()
    rows = everything.everything(database)["surveys_invitation"]
    sent = [row for row in rows if row["progress"] == Progress.SENT]
    assert (len(sent), len({row["pg xmin"] for row in sent})) == (2, 1)


def test_somebody_who_is_known_to_belong_there_after_closing_comes_along_unseen(
    database: str, asked: Scene, secrets: list[str]
) -> None:
    """All of her organisation are written anew with her."""
    with guard.system("the last one came by the open link"):
        Invitation.objects.filter(email="lid5@club.example").update(is_verified=False)
    for number, secret in enumerate(secrets, 1):
        answer(secret, number)
    close(asked)
    before = everything.answers(database)
    assert sorted(numbers(before)) == [1, 2, 3, 4]
    with guard.system("the known contact says yes"):
        Invitation.objects.update(is_verified=True)
    settle()
    after = everything.answers(database)
    assert (sorted(numbers(after)), len({row["xmin"] for row in after})) == ([1, 2, 3, 4, 5], 1)
    assert {row["id"] for row in before} & {row["id"] for row in after} == set()
    assert desk(secrets[4]).content["bestuur_1"] == 5


def test_how_much_somebody_kept_shows_in_no_row_while_it_waits(
    database: str, secrets: list[str]
) -> None:
    """A backup that counts would tell later which of the answers in the open were the long ones."""
    answer(secrets[0], 1)
    for point in ("1", "2", "3"):
        post(Client(), secrets[1], "koers", koers_1=point, **{"koers.note": "lang " * 40})
    answer(secrets[1], 2)
    first, second = (_told(database, secret) for secret in secrets[:2])
    assert first == second


def _told(database: str, secret: str) -> dict[str, Any]:
    """What stands about a sender, but for what names her and what PostgreSQL writes."""
    rows = everything.everything(database)
    own = desk(secret).invitation
    kinds = {
        "surveys_answerdraft": (
            "invitation_id",
            own.pk,
            {"invitation_id", "sealed", "answer_hash"},
        ),
        "surveys_invitation": ("id", own.pk, {"email", "link_id", "created_at"}),
        "office_personallink": ("id", own.link_id, {"token_hash", "object_id", "created_at"}),
    }
    return {
        f"{table}.{name}": value
        for table, (key, number, personal) in kinds.items()
        for row in rows[table]
        if row[key] == number
        for name, value in row.items()
        if name not in personal | {"id"} and not name.startswith("pg ")
    }
