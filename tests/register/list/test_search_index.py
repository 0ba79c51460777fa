"""The search of the list reads its index, also as the role and in the scope of a page."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.test.utils import CaptureQueriesContext

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import ScopedSearchRow
from krachtlokaal.register.queries import listing
from krachtlokaal.register.queries.organisations import from_query
from krachtlokaal.register.queries.searching import KIND
from tests.register import factories
from tests.register.people import access_of, workspace

pytestmark = pytest.mark.django_db

ROWS = 20_000
# One in a thousand is a fanfare, so that the names are not walked in their order to find some.
ORGANISATIONS = """
INSERT INTO register_organisation (name, name_key, kvk, sector, legal_form, address, postcode,
  place, municipality_id, website, version, created_at, updated_at)
SELECT name, lower(name), '', 'culture', 'association', '', '', 'Tiel', %s, '', 1, now(), now()
FROM (SELECT CASE WHEN n %% 1000 = 0 THEN 'Fanfare de Lingebocht ' ELSE 'Club de Waalrand ' END || n
      FROM generate_series(1, %s) n) AS made (name)
"""
FINDABLE = """
INSERT INTO office_publicsearchrow (kind, object_id, title, detail, tokens)
SELECT %s, id, name, place, lower(name || ' ' || place || ' ' || municipality_id)
FROM register_organisation
"""


@pytest.fixture(scope="module", autouse=True)
def many(django_db_setup: None, postgres: psycopg.Connection) -> Iterator[None]:
    """Rows that PostgreSQL has statistics of: made and counted by the owner, outside."""
    name = connection.settings_dict["NAME"]
    with psycopg.connect(postgres.info.dsn, dbname=name, autocommit=True) as owner:
        owner.execute(ORGANISATIONS, [factories.TIEL, ROWS])
        owner.execute(FINDABLE, [KIND])
        owner.execute("VACUUM ANALYZE register_organisation, office_publicsearchrow")
        yield
        owner.execute("TRUNCATE register_organisation, office_publicsearchrow CASCADE")


@pytest.fixture
def room() -> Workspace:
    return workspace("tiel", [factories.TIEL])


def role() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return str((cursor.fetchone() or ("",))[0])


def plan(words: str, access: Access) -> str:
    """How PostgreSQL counts what the list finds, and gets the rows of the first page."""
    with CaptureQueriesContext(connection) as asked:
        found = from_query(words, access)
        listing.result(found, access, None, searched=True)
    with connection.cursor() as cursor:
        return _plan(cursor, asked.captured_queries[-1]["sql"])


def _plan(cursor: CursorWrapper, query: str) -> str:
    cursor.execute(f"EXPLAIN {query}")
    return "\n".join(row[0] for row in cursor.fetchall())


@pytest.mark.parametrize("area", ["", "&gebied=alles"])
@pytest.mark.parametrize("word", ["fanfare", "fanf"])
def test_a_search_reads_the_full_text_index(room: Workspace, word: str, area: str) -> None:
    access = access_of(room)
    with guard.page(room.pk):
        assert role() == "kl_app"
        steps = plan(f"q={word}{area}", access)
    # once for the number and the rows together
    assert steps.count("on public_search_vector") == 1
    assert "Seq Scan on register_organisation " not in steps


def test_rows_of_a_workspace_are_searched_under_its_policy(room: Workspace) -> None:
    with guard.page(room.pk):
        steps = ScopedSearchRow.objects.filter(vector="fanfare").explain(verbose=True)
    assert "kl.scope" in steps
    assert "kl.workspaces" in steps
