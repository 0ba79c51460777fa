"""What the list page shows: its rows, and what stands around them, in three queries together.

Written in SQL: each page asks this, and building the same with the ORM takes longer than
PostgreSQL needs to answer it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import QuerySet

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.queries.areas import AreaFilter
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.areas import works_everywhere

PER_PAGE = 25
# A search that finds more is not read to its end: counting on takes longer than it tells.
MOST_COUNTED = 10_000
_AROUND = """
SELECT 'area', 0, municipality, sector FROM accounts_workingarea WHERE workspace_id = %s
UNION ALL SELECT 'tag', id, name, '' FROM register_tag WHERE workspace_id = %s
UNION ALL SELECT 'selection', id, name, query FROM register_selection WHERE workspace_id = %s
ORDER BY 1, 3
"""
# The page is cut from the keys alone, which an index holds in order; only then come the rows.
_LINES = """
WITH chosen AS MATERIALIZED (SELECT id, row_number() OVER () AS at FROM ({keys}) AS keys (id))
SELECT o.id, o.name, o.sector, o.place, o.municipality_id, o.volunteers, o.confirmed_at,
  o.ended_on IS NOT NULL,
  EXISTS (SELECT 1 FROM register_duplicatepair p
          WHERE p.state = 'open' AND (p.a_id = o.id OR p.b_id = o.id)),
  EXISTS (SELECT 1 FROM register_contact c WHERE c.organisation_id = o.id
          AND c.workspace_id = %s AND c.mail_problem <> '' AND c.ended_on IS NULL),
  ARRAY(SELECT t.name FROM register_organisationtag g JOIN register_tag t ON t.id = g.tag_id
        WHERE g.organisation_id = o.id AND g.workspace_id = %s ORDER BY t.name)
FROM chosen JOIN register_organisation o ON o.id = chosen.id ORDER BY chosen.at
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list; the last three tell what needs attention."""

    id: int
    name: str
    sector: str
    place: str
    municipality: str
    volunteers: int | None
    confirmed_at: datetime | None
    has_ended: bool
    may_be_double: bool
    has_mail_problem: bool
    tags: list[str]


@dataclass(frozen=True)
class Surroundings:
    """What the workspace brings along: its area (None is everywhere), labels and selections."""

    area: AreaFilter | None
    tags: list[tuple[int, str]]
    selections: list[tuple[int, str, str]]


def surroundings(access: Access) -> Surroundings:
    """One query."""
    with connection.cursor() as cursor:
        cursor.execute(_AROUND, [access.workspace.pk] * 3)
        rows = cursor.fetchall()
    parts = {(code, sector) for kind, _id, code, sector in rows if kind == "area"}
    area = AreaFilter(
        municipalities=frozenset(code for code, sector in parts if not sector),
        sectors=frozenset(sector for code, sector in parts if not code),
        pairs=frozenset((code, sector) for code, sector in parts if code and sector),
    )
    return Surroundings(
        area=None if works_everywhere(access) else area,
        tags=[(pk, name) for kind, pk, name, _query in rows if kind == "tag"],
        selections=[(pk, name, query) for kind, pk, name, query in rows if kind == "selection"],
    )


@dataclass(frozen=True)
class Result:
    """One page of what was found; `is_cut` where a search found more than is counted."""

    page: "Page[int]"
    lines: list[Line]
    is_cut: bool = False

    @property
    def count(self) -> int:
        return self.page.paginator.count


def result(
    found: QuerySet[Organisation], access: Access, number: str | None, *, searched: bool
) -> Result:
    """The page with this number, or the nearest that exists, and its rows. Two queries.

    What a search found is put in order as a whole: PostgreSQL thinks that any word is common and
    would walk all names to come upon 25. Where a search is cut off the words are common indeed.
    """
    keys, order, values = _compiled(found)
    count = _count(keys, values, cut=MOST_COUNTED + 1 if searched else None)
    is_cut = searched and count > MOST_COUNTED
    counted = min(count, MOST_COUNTED) if is_cut else count
    page = Paginator(range(counted), PER_PAGE).get_page(number)
    if not count:
        return Result(page, [])
    wanted = f"{keys}{order}"
    if searched and not is_cut:
        wanted = f"WITH every AS MATERIALIZED ({wanted}) SELECT * FROM every"  # noqa: S608 as below
    cut = f" LIMIT {PER_PAGE} OFFSET {page.start_index() - 1}"
    return Result(page, _lines(wanted + cut, values, access), is_cut)


def _compiled(found: QuerySet[Organisation]) -> tuple[str, str, Sequence[Any]]:
    """The keys of what was found as SQL, apart from their order, with the values for both."""
    try:
        keys, values = found.values("pk").query.sql_with_params()
    except EmptyResultSet:  # nothing can be found, such as in an area without municipalities
        return "SELECT 0::bigint WHERE false", "", []
    keys, by, order = keys.rpartition(" ORDER BY ")
    return keys, by + order, values


def _count(keys: str, values: Sequence[Any], *, cut: int | None) -> int:
    limit = f" LIMIT {cut:d}" if cut else ""
    with connection.cursor() as cursor:
        # the text is a query of ours, its values are parameters
        cursor.execute(f"SELECT count(*) FROM ({keys}{limit}) AS keys", values)  # noqa: S608
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _lines(keys: str, values: Sequence[Any], access: Access) -> list[Line]:
    workspace = access.workspace.pk
    with connection.cursor() as cursor:
        cursor.execute(_LINES.format(keys=keys), [*values, workspace, workspace])
        return [Line(*row) for row in cursor.fetchall()]
