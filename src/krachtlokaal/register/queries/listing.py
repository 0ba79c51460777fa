"""What the list page shows: its rows, and what stands around them, in two queries together.

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
DIGITS = 10  # no list has pages with longer numbers
_AROUND = """
SELECT 'area', 0, municipality, sector FROM accounts_workingarea WHERE workspace_id = %s
UNION ALL SELECT 'tag', id, name, '' FROM register_tag WHERE workspace_id = %s
UNION ALL SELECT 'selection', id, name, query FROM register_selection WHERE workspace_id = %s
ORDER BY 1, 3
"""
# The page is cut from the keys alone, which an index holds in order; only then come the rows. The
# number of all of them stands in each row, and in a row of its own where this page has none.
_PAGE = """
WITH {found} chosen AS MATERIALIZED (
  SELECT id, row_number() OVER () AS at FROM ({keys} LIMIT {rows} OFFSET {start}) AS keys (id))
SELECT total.number, line.* FROM total LEFT JOIN (
  SELECT o.id, o.name, o.sector, o.place, o.municipality_id, o.volunteers, o.confirmed_at,
    o.ended_on IS NOT NULL,
    EXISTS (SELECT 1 FROM register_duplicatepair p
            WHERE p.state = 'open' AND (p.a_id = o.id OR p.b_id = o.id)),
    EXISTS (SELECT 1 FROM register_contact c WHERE c.organisation_id = o.id
            AND c.workspace_id = %s AND c.mail_problem <> '' AND c.ended_on IS NULL),
    ARRAY(SELECT t.name FROM register_organisationtag g JOIN register_tag t ON t.id = g.tag_id
          WHERE g.organisation_id = o.id AND g.workspace_id = %s ORDER BY t.name), chosen.at
  FROM chosen JOIN register_organisation o ON o.id = chosen.id) AS line ON true ORDER BY line.at
"""
# What a search found is counted and put in order as a whole: PostgreSQL thinks that any word is
# common and would walk all names to come upon 25. Where the words are common indeed, that is quick.
_SEARCHED = """
found (id) AS MATERIALIZED ({keys} LIMIT {cut}), total AS (SELECT count(*) AS number FROM found),
"""
_IN_ORDER = """
SELECT register_organisation.id FROM found JOIN register_organisation USING (id)
WHERE (SELECT number FROM total) < {cut} {order}
"""
_COUNTED = "total AS (SELECT count(*) AS number FROM ({keys}) AS keys),"
_KNOWN = "total AS (SELECT {number}::bigint AS number),"


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
class _Keys:
    """The keys of what was found as SQL, apart from their order, with the values for both."""

    keys: str
    order: str
    values: Sequence[Any]


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
    """The page with this number, or the nearest that exists, and its rows. One query, or two where
    there is no such page or a search found more than is counted."""
    wanted = _compiled(found)
    start = _start(number)
    ask = _searched if searched else _plain
    count, lines = _ask(*ask(wanted, start), access)
    is_cut = searched and count > MOST_COUNTED
    counted = min(count, MOST_COUNTED) if searched else count
    page = Paginator(range(counted), PER_PAGE).get_page(number)
    if count and (is_cut or page.start_index() - 1 != start):
        _count, lines = _ask(*_again(wanted, page, counted), access)
    return Result(page, lines, is_cut)


def _start(number: str | None) -> int:
    """How many rows stand before the page with this number, if there is such a page."""
    known = number is not None and number.isascii() and number.isdigit() and len(number) < DIGITS
    return max(int(number or 1) - 1, 0) * PER_PAGE if known else 0


def _plain(wanted: _Keys, start: int) -> tuple[str, list[Any]]:
    sql = _page(_COUNTED.format(keys=wanted.keys), f"{wanted.keys}{wanted.order}", start)
    return sql, [*wanted.values, *wanted.values]


def _searched(wanted: _Keys, start: int) -> tuple[str, list[Any]]:
    cut = MOST_COUNTED + 1
    found = _SEARCHED.format(keys=wanted.keys, cut=cut)
    return _page(found, _IN_ORDER.format(cut=cut, order=wanted.order), start), [*wanted.values]


def _again(wanted: _Keys, page: "Page[int]", counted: int) -> tuple[str, list[Any]]:
    known = _KNOWN.format(number=counted)
    start = page.start_index() - 1
    return _page(known, f"{wanted.keys}{wanted.order}", start), [*wanted.values]


def _page(found: str, keys: str, start: int) -> str:
    return _PAGE.format(found=found, keys=keys, rows=PER_PAGE, start=start)


def _compiled(found: QuerySet[Organisation]) -> _Keys:
    try:
        keys, values = found.values("pk").query.sql_with_params()
    except EmptyResultSet:  # nothing can be found, such as in an area without municipalities
        return _Keys("SELECT 0::bigint WHERE false", "", [])
    keys, by, order = keys.rpartition(" ORDER BY ")
    return _Keys(keys, by + order, values)


def _ask(sql: str, values: list[Any], access: Access) -> tuple[int, list[Line]]:
    workspace = access.workspace.pk
    with connection.cursor() as cursor:
        # the text is a query of ours, its values are parameters
        cursor.execute(sql, [*values, workspace, workspace])
        rows = cursor.fetchall()
    return rows[0][0], [Line(*row[1:-1]) for row in rows if row[-1] is not None]
