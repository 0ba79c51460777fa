"""Entering by a link opens one organisation, and nothing where no link holds."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.models import AnswerDraft
from krachtlokaal.surveys.queries import answering
from tests.register import factories as register
from tests.register.people import workspace
from tests.surveys import factories
from tests.surveys.answering import Scene, answer_and_send, page, scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> Scene:
    return scene()


def told() -> tuple[str, ...]:
    """What PostgreSQL was told last."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting('kl.scope', true), ''),"
            " coalesce(current_setting('kl.workspaces', true), ''),"
            " coalesce(current_setting('kl.organisation', true), '')"
        )
        row: tuple[str, ...] = cursor.fetchone()
    return row


def organisations(table: str) -> set[int]:
    """Whose rows plain SQL sees."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT organisation_id FROM {table}")
        return {row[0] for row in cursor.fetchall()}


def test_who_entered_sees_rows_of_her_own_organisation_alone(asked: Scene) -> None:
    own = asked.invite()
    neighbour = register.organisation(name="Buurthuis De Es")
    stranger = scene_elsewhere()
    for secret in (own, asked.invite(neighbour), stranger):
        answer_and_send(secret)
    with transaction.atomic():
        found = answering.found_by(own)
        assert found is not None
        assert told() == ("link", f"{{{asked.room.pk}}}", str(asked.about.pk))
        with guard.entered(workspace=asked.room.pk, organisation=asked.about.pk):
            for table in ("surveys_answerdraft", "surveys_invitation", "surveys_measurement"):
                assert organisations(table) == {asked.about.pk}
            assert {row.organisation_id for row in AnswerDraft.objects.all()} == {asked.about.pk}
            assert guard.current() == guard.Scope("link", (asked.room.pk,), asked.about.pk)
    assert (guard.current(), told()[0]) == (guard.NOTHING, "")


def scene_elsewhere() -> str:
    room = workspace("zutphen", municipalities=[register.TIEL])
    about = register.organisation(name="Fanfare Zutphen")
    with guard.workspaces(room.pk):
        wave = factories.wave(room)
        factories.measurement(wave, about)
    return Scene(room, wave, about).invite()


def revoke() -> None:
    PersonalLink.objects.update(revoked_at=timezone.now())


def expire() -> None:
    PersonalLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))


def rename() -> None:
    PersonalLink.objects.update(purpose="register_check")


@pytest.mark.parametrize("change", [revoke, expire, rename])
def test_a_link_that_does_not_hold_opens_nothing(asked: Scene, change: Callable[[], None]) -> None:
    own = asked.invite()
    with guard.system("a test ends a link"):
        change()
    assert (answering.found_by(own), told()[0]) == (None, "")
    assert organisations("surveys_invitation") == set()
    assert answering.desk_of(own) is None


def test_a_made_up_secret_leaves_the_scope_that_was_there(asked: Scene) -> None:
    with guard.workspaces(asked.room.pk):
        before = told()
        assert answering.found_by("mmmmmmmmmmmmmmmm") is None
        assert told() == before


def test_looking_at_a_desk_leaves_the_scope_that_was_there(asked: Scene) -> None:
    own = asked.invite()
    with guard.workspaces(asked.room.pk):
        before = told()
        assert answering.desk_of(own) is not None
        assert (told(), guard.current().kind) == (before, "workspaces")


def test_the_scope_ends_with_the_page(client: Client, asked: Scene) -> None:
    for secret in (asked.invite(), "mmmmmmmmmmmmmmmm"):
        client.get(page(secret))
        assert (told()[0], guard.current()) == ("", guard.NOTHING)
        assert organisations("surveys_invitation") == set()


def test_the_scope_goes_back_with_what_it_was_for(asked: Scene) -> None:
    own, point = asked.invite(), transaction.savepoint()
    assert answering.found_by(own) is not None
    transaction.savepoint_rollback(point)
    assert told()[0] == ""
