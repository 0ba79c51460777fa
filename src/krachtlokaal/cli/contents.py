"""What a database holds, as figures: rows of each table and a sum over their contents."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg
    from psycopg import sql

Figures = dict[str, dict[str, Any]]

TABLES = (
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    " AND tablename <> 'core_cache' ORDER BY tablename"
)
# The order of rows does not matter, so what stands for each of them is added up.
SUM = (
    "SELECT count(*) || ':' || coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)"
    " FROM public.{table} AS t"
)
# Ends the transaction where a table holds something else.
COMPARE = "IF ({query}) <> {known} THEN RAISE EXCEPTION '%', {message}; END IF;\n"
# A database counts as in use when one of these holds a row.
IN_USE = ("accounts_user", "accounts_workspace", "register_organisation")


def measure(connection: "psycopg.Connection") -> Figures:
    """Rows and sum of every table; the cache is left out, for it changes all the time."""
    figures: Figures = {}
    for (table,) in connection.execute(TABLES).fetchall():
        found = connection.execute(_sum(table)).fetchone() or ("0:0",)
        rows, _, checksum = str(found[0]).partition(":")
        figures[table] = {"rows": int(rows), "sum": checksum}
    return figures


def check(figures: Figures) -> str:
    """SQL that ends the transaction with an error where the database holds something else."""
    from psycopg import sql

    parts = [
        sql.SQL(COMPARE).format(
            query=_sum(table),
            known=f"{known['rows']}:{known['sum']}",
            message=f"De tabel {table} is niet gelijk aan die in de reservekopie.",
        )
        for table, known in figures.items()
    ]
    body = sql.SQL("").join(parts).as_string()
    return f"DO $check$ BEGIN\n{body}END $check$;\n"


def _sum(table: str) -> "sql.Composed":
    from psycopg import sql

    return sql.SQL(SUM).format(table=sql.Identifier(table))


def is_in_use(connection: "psycopg.Connection") -> bool:
    """Whether somebody works with this database; tables without people in them do not count."""
    present = {table for (table,) in connection.execute(TABLES).fetchall()}
    queries = [f"SELECT EXISTS (SELECT 1 FROM {t})" for t in IN_USE if t in present]  # noqa: S608 names of our own
    return any((connection.execute(query.encode()).fetchone() or [False])[0] for query in queries)
