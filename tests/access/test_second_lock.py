"""The second lock: PostgreSQL itself keeps rows of other workspaces, whatever a query forgets."""

import pytest
from django.db import DatabaseError, connection, models, transaction

from krachtlokaal.accounts.enums import WorkspaceKind
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from tests.access.rows import make, owned_models
from tests.accounts import factories

pytestmark = pytest.mark.django_db

# Tables with a workspace key that everybody may read, and why.
OPEN = {
    "accounts.WorkingArea": "everybody must see which steunpunt an organisation belongs to",
    "register.Proposal": "who proposed a change of a shared fact is part of its history",
    "register.Merge": "a merge of shared facts is part of their history",
    "topics.Offer": "a visitor may know what help exists",
    "surveys.Questionnaire": "everybody may read the questions that are asked",
}
# What was answered, and what was made of it, is shut even to the workspace's own members.
BLIND = {
    "surveys.Answer",
    "surveys.AnswerDraft",
    "surveys.Snapshot",
    "needs.OutcomeMarks",
    "events.EvaluationAnswer",
}
APPEND_ONLY = {"office.AuditEntry", "office.Release"}

OWNED = [model for model in owned_models() if model._meta.label not in OPEN]
Pair = tuple[Workspace, Workspace]


@pytest.fixture
def pair(db: None) -> Pair:
    return (
        factories.workspace("mijn", kind=WorkspaceKind.STEUNPUNT),
        factories.workspace("ander", kind=WorkspaceKind.STEUNPUNT),
    )


def fetch(query: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def name(model: type[models.Model]) -> str:
    return str(model._meta.label)


def test_the_open_tables_still_exist() -> None:
    assert set(OPEN) - {name(model) for model in owned_models()} == set()


@pytest.mark.parametrize("model", OWNED, ids=name)
def test_the_lock_is_on_for_the_owner_of_the_table_too(model: type[models.Model]) -> None:
    rows = fetch(
        "SELECT c.relrowsecurity, c.relforcerowsecurity, array_agg(p.polname::text)"
        " FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid"
        " WHERE c.oid = %s::regclass GROUP BY c.oid",
        model._meta.db_table,
    )
    assert rows[0][:2] == (True, True)
    assert "kl_guard" in rows[0][2]  # type: ignore[operator]  # an array of names


@pytest.mark.parametrize("model", OWNED, ids=name)
def test_no_filter_at_all_returns_no_row_of_others(model: type[models.Model], pair: Pair) -> None:
    mine, _other = pair
    with guard.system("rows in both workspaces"):
        for place in pair:
            make(model, place)
    select = f'SELECT workspace_id FROM "{model._meta.db_table}"'
    for place in pair:
        with guard.workspaces(place.pk):
            own = set() if name(model) in BLIND else {place.pk}
            assert {row[0] for row in fetch(select)} == own
    with guard.public():
        assert fetch(select) == []
    with guard.link(workspace=mine.pk, organisation=0):
        assert fetch(select) == []
    assert fetch(select) == []


@pytest.mark.parametrize("model", OWNED, ids=name)
def test_rows_of_others_are_neither_changed_nor_planted(
    model: type[models.Model], pair: Pair
) -> None:
    mine, other = pair
    table = f'"{model._meta.db_table}"'
    with guard.system("rows in both workspaces"):
        for place in pair:
            make(model, place)
    if name(model) in BLIND:
        with guard.workspaces(mine.pk):
            assert fetch(f"UPDATE {table} SET workspace_id = %s RETURNING 1", other.pk) == []
        return
    with guard.workspaces(mine.pk), pytest.raises(DatabaseError), transaction.atomic():
        fetch(f"UPDATE {table} SET workspace_id = %s RETURNING 1", other.pk)
    if name(model) in APPEND_ONLY:
        return
    with guard.workspaces(mine.pk):
        touched = fetch(f"UPDATE {table} SET workspace_id = workspace_id RETURNING workspace_id")
    assert {row[0] for row in touched} == {mine.pk}


def test_the_application_owns_nothing_and_has_no_way_round() -> None:
    assert fetch(
        "SELECT current_user::text, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,"
        " pg_has_role('kl_app', 'kl_owner', 'MEMBER')"
        " FROM pg_roles WHERE rolname = current_user"
    ) == [("kl_app", False, False, False, False, False)]
    assert fetch("SELECT tablename FROM pg_tables WHERE tableowner = 'kl_app'") == []


@pytest.mark.parametrize("table", ["office_auditentry", "office_release"])
@pytest.mark.parametrize("deed", ["UPDATE {} SET workspace_id = 1", "DELETE FROM {}"])
def test_what_is_written_down_stays(table: str, deed: str) -> None:
    with (
        guard.system("even the system does not rewrite history"),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        fetch(deed.format(table))
