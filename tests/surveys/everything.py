"""All that somebody could have who has the whole database, its backups and the logs."""

import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from krachtlokaal.cli import restore, state, tools

Rows = dict[str, list[dict[str, Any]]]
# What PostgreSQL itself writes beside each row.
SYSTEM = ("ctid", "xmin", "xmax", "cmin", "cmax")


def everything(database: str) -> Rows:
    """Every row of every table with its system columns, and every sequence."""
    with state.administrator(database) as admin:
        names = [row[0] for row in admin.execute(_TABLES).fetchall()]
        found = {name: _rows(admin, name) for name in names}
        found["pg_sequences"] = _all(admin, sql.SQL("SELECT * FROM pg_sequences"))
    return found


_TABLES = (
    "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"
    " AND tablename NOT IN ('register_municipality', 'register_place')"
)


def _rows(admin: psycopg.Connection, table: str) -> list[dict[str, Any]]:
    system = sql.SQL(", ").join(
        sql.SQL("{}::text AS {}").format(sql.Identifier(name), sql.Identifier(f"pg {name}"))
        for name in SYSTEM
    )
    return _all(admin, sql.SQL("SELECT {}, t.* FROM {} t").format(system, sql.Identifier(table)))


def _all(admin: psycopg.Connection, query: sql.Composable) -> list[dict[str, Any]]:
    cursor = admin.execute(query)
    names = [column.name for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def answers(database: str) -> list[dict[str, Any]]:
    """The answers in the order in which they lie on the disk."""
    with state.administrator(database) as admin:
        return _all(
            admin, sql.SQL("SELECT ctid, xmin::text, t.* FROM surveys_answer t ORDER BY ctid")
        )


def values(rows: Rows, *, besides: str = "") -> Iterator[bytes]:
    """Every value as bytes, of all tables but one."""
    for table, found in rows.items():
        for row in found if table != besides else ():
            for value in row.values():
                yield (
                    bytes(value) if isinstance(value, bytes | memoryview) else repr(value).encode()
                )


def backup(database: str, folder: Path) -> str:
    """What `krachtlokaal backup` keeps, as the text of its dump."""
    file = folder / "kopie.tar"
    subprocess.run(
        [sys.executable, "-m", "krachtlokaal", "backup", str(file)],
        env=os.environ | {"KL_DATABASE": database},
        check=True,
        capture_output=True,
    )
    with tarfile.open(file) as archive:
        restore.take_out(archive, "database.dump", folder)
    command = [tools.program("pg_restore"), "--file=-", str(folder / "database.dump")]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def lines_of(dump: str, table: str) -> list[list[str]]:
    """The rows of a table in the text of a dump."""
    head = f"COPY public.{table} ("
    _before, _head, rest = dump.partition(head)
    _columns, _sign, body = rest.partition("FROM stdin;\n")
    return [line.split("\t") for line in body.partition("\\.\n")[0].splitlines()]
