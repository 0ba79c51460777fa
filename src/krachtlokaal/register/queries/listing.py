"""What the list page shows: its rows, and what stands around them, in three queries together.

Written in SQL: each page asks this, and building the same with the ORM takes longer than
PostgreSQL needs to answer it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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
    """The page with this number, or the nearest that exists, and its rows. Two queries."""
    unordered = found.order_by()
    count = (unordered[: MOST_COUNTED + 1] if searched else unordered).count()
    is_cut = searched and count > MOST_COUNTED
    counted = min(count, MOST_COUNTED) if is_cut else count
    page = Paginator(range(counted), PER_PAGE).get_page(number)
    if not count:
        return Result(page, [])
    start = page.start_index() - 1
    return Result(page, lines(found[start : start + PER_PAGE], access), is_cut)


def lines(found: QuerySet[Organisation], access: Access) -> list[Line]:
    keys, values = found.values("pk").query.sql_with_params()
    workspace = access.workspace.pk
    with connection.cursor() as cursor:
        cursor.execute(_LINES.format(keys=keys), _parameters(values, workspace))
        return [Line(*row) for row in cursor.fetchall()]


def _parameters(values: Sequence[Any], workspace: int) -> list[Any]:
    return [*values, workspace, workspace]
