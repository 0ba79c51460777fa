"""The guard in Python fails closed, and puts back what held before."""

import pytest
from django.db import connection
from django_scopes.exceptions import ScopeError

from krachtlokaal.core import guard
from krachtlokaal.office.models import Draft

pytestmark = pytest.mark.django_db


def setting(name: str) -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", [name])
        row = cursor.fetchone()
    return row[0] if row else None


def draft(workspace: int) -> Draft:
    return Draft.objects.create(workspace_id=workspace, user_id=1, form="f")


def test_a_query_without_a_scope_is_refused() -> None:
    with pytest.raises(ScopeError):
        Draft.objects.count()


def test_a_scope_shows_its_own_rows_alone() -> None:
    with guard.system("two workspaces at once"):
        mine, _theirs = draft(1), draft(2)
    with guard.workspaces(1):
        assert list(Draft.objects.all()) == [mine]


def test_a_forgotten_filter_returns_nothing_of_others() -> None:
    with guard.system("two workspaces at once"):
        mine, _theirs = draft(1), draft(2)
    with guard.workspaces(1), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM office_draft")
        assert cursor.fetchall() == [(mine.pk,)]


def test_the_inner_scope_ends_with_its_block() -> None:
    with guard.workspaces(1):
        with guard.system("for a moment"):
            assert setting("kl.scope") == "system"
        assert (setting("kl.scope"), setting("kl.workspaces")) == ("workspaces", "{1}")
    assert setting("kl.scope") == ""


def test_the_system_scope_asks_for_a_reason() -> None:
    with pytest.raises(ValueError, match="why"), guard.system(""):
        pass


def test_the_database_role_is_the_applications_own() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("kl_app", False, False)
