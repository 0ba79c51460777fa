"""Remembers, as a comment on the database, what it was made from: nothing is done twice."""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from krachtlokaal.cli import embedded

if TYPE_CHECKING:
    import psycopg

PACKAGE = Path(__file__).resolve().parents[1]
ROOT = PACKAGE.parents[1]


def administrator(database: str = "postgres") -> "psycopg.Connection":
    """A connection to the embedded server as its administrator."""
    import psycopg

    socket = os.environ[embedded.SOCKET_VARIABLE]
    return psycopg.connect(host=socket, user="postgres", dbname=database, autocommit=True)


def read(database: str) -> dict[str, str]:
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    with administrator() as admin:
        row = admin.execute(query, [database]).fetchone()
    known = json.loads(row[0]) if row and row[0] else {}
    return {str(key): str(value) for key, value in known.items()}


def write(database: str, **marks: str) -> None:
    from psycopg import sql

    text = json.dumps(read(database) | marks)
    with administrator() as admin:
        admin.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(database), text)
        )


def of_tables() -> str:
    """Changes when a migration changes, ours or that of a library."""
    sources = (path for path in PACKAGE.rglob("*.py") if path.parent.name == "migrations")
    other = ["core/policies.py", "accounts/functions.py", "settings.py"]
    return _digest(
        [
            *sources,
            *(PACKAGE / name for name in other),
            *(path for path in (PACKAGE / "register/data").glob("*") if path.is_file()),
            ROOT / "requirements/base.txt",
        ]
    )


def of_demo_world() -> str:
    """Changes when the demo world is another one, or stands in other tables."""
    sources = (PACKAGE / "demo_world").rglob("*")
    return _digest(path for path in sources if "__pycache__" not in path.parts) + of_tables()


def of_static_files() -> str:
    """Changes when a file of the pages changes; by size and time, for it is asked at each start."""
    seen = hashlib.sha256((ROOT / "requirements/base.txt").read_bytes())
    for path in sorted(PACKAGE.glob("**/static/**/*")):
        if path.is_file():
            found = path.stat()
            seen.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
