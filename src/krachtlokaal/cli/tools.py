"""PostgreSQL's own programs: those of the wheel for the embedded server, else the machine's."""

import os
import shutil
from urllib.parse import parse_qsl, unquote, urlsplit

from krachtlokaal.cli import database, embedded
from krachtlokaal.cli.provision import OWNER
from krachtlokaal.cli.sentences import UnusableError

# Every row is seen, and what is made belongs to the owner of the tables.
SESSION = f"-c role={OWNER} -c kl.scope=system -c timezone=UTC -c client_min_messages=warning"


def program(name: str) -> str:
    """Where pg_dump, pg_restore or psql stands."""
    if database.is_embedded():
        return str(embedded.programs() / name)
    found = shutil.which(name)
    if found is None:
        raise UnusableError(
            f"Het programma {name} ontbreekt: installeer postgresql-client, in de versie van de"
            " databaseserver of nieuwer."
        )
    return found


def environment() -> dict[str, str]:
    """The variables by which these programs, and psycopg, find the database."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    return own | _place() | {"PGOPTIONS": SESSION}


def _place() -> dict[str, str]:
    if database.is_embedded():
        return {
            "PGHOST": os.environ[embedded.SOCKET_VARIABLE],
            "PGUSER": "postgres",
            "PGDATABASE": database.name(),
        }
    parts = urlsplit(owner_url())
    query = dict(parse_qsl(parts.query))
    place = {
        "PGHOST": unquote(parts.hostname or "") or query.get("host", ""),
        "PGPORT": str(parts.port or ""),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": unquote(parts.path.lstrip("/")),
        "PGSSLMODE": query.get("sslmode", ""),
    }
    return {key: value for key, value in place.items() if value}


def owner_url() -> str:
    """The address of the server for work on tables; needs a login that may become kl_owner."""
    return os.environ.get("DATABASE_OWNER_URL") or os.environ["DATABASE_URL"]
