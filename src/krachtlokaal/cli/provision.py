"""Make the database and its two roles: kl_owner owns the tables, kl_app uses them.

`krachtlokaal provision` does this once on a server of your own; the embedded one gets it by itself.
"""

import os
from urllib.parse import unquote, urlsplit

import psycopg
from psycopg import sql

from krachtlokaal.cli.sentences import UNUSABLE, Parser, UnusableError, complain, say

OWNER = "kl_owner"
APPLICATION = "kl_app"


def provision(admin: psycopg.Connection, database: str) -> None:
    """Create what is missing; running it again changes nothing. `admin` is in autocommit."""
    for role in (OWNER, APPLICATION):
        _create_role(admin, role)
    if not _exists(admin, "SELECT 1 FROM pg_database WHERE datname = %s", database):
        admin.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'").format(
                sql.Identifier(database), sql.Identifier(OWNER)
            )
        )


def _create_role(admin: psycopg.Connection, role: str) -> None:
    if not _exists(admin, "SELECT 1 FROM pg_roles WHERE rolname = %s", role):
        admin.execute(
            sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS").format(sql.Identifier(role))
        )
    admin.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(role)))


def _exists(admin: psycopg.Connection, query: str, value: str) -> bool:
    return admin.execute(query.encode(), (value,)).fetchone() is not None


def run(arguments: list[str]) -> int:
    """On a server: roles and rights in the database of DATABASE_URL, or the SQL for them."""
    Parser("krachtlokaal provision", description="Maak de rollen in de database.").parse_args(
        arguments
    )
    url = os.environ.get("DATABASE_URL")
    if not url:
        raise UnusableError("Zet DATABASE_URL; de ingebouwde database heeft dit niet nodig.")
    owner_url = os.environ.get("DATABASE_OWNER_URL", url)
    statements = _for_server(_database(url), owner=_login(owner_url), application=_login(url))
    try:
        with psycopg.connect(owner_url) as connection:
            for statement in statements:
                connection.execute(statement)
    except psycopg.errors.InsufficientPrivilege:
        return _ask_colleague(statements)
    except psycopg.OperationalError as problem:
        raise UnusableError(f"Geen verbinding met de database: {problem}".strip()) from problem
    say("De rollen kl_owner en kl_app staan klaar. Volgende stap: krachtlokaal migrate")
    return 0


def _ask_colleague(statements: list[sql.Composed]) -> int:
    complain("Deze login mag geen rollen maken. Vraag de beheerder om dit uit te voeren:")
    for statement in statements:
        say(f"{statement.as_string()};")
    return UNUSABLE


def _for_server(database: str, *, owner: str, application: str) -> list[sql.Composed]:
    grants = [
        (f"GRANT CONNECT, CREATE, TEMPORARY ON DATABASE {{}} TO {OWNER}", database),
        (f"GRANT CONNECT ON DATABASE {{}} TO {APPLICATION}", database),
        (f"GRANT USAGE, CREATE ON SCHEMA {{}} TO {OWNER} WITH GRANT OPTION", "public"),
    ]
    # Who works on the tables also restores backups, in which kl_app gets its rights.
    members = {(OWNER, owner), (APPLICATION, owner), (APPLICATION, application)}
    grants += [(f"GRANT {role} TO {{}}", login) for role, login in sorted(members) if login != role]
    roles = [_role_if_missing(role) for role in (OWNER, APPLICATION)]
    return roles + [sql.SQL(text).format(sql.Identifier(name)) for text, name in grants]


def _role_if_missing(role: str) -> sql.Composed:
    return sql.SQL(
        "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = {}) THEN"
        " CREATE ROLE {} NOLOGIN NOSUPERUSER NOBYPASSRLS; END IF; END $$"
    ).format(sql.Literal(role), sql.Identifier(role))


def _database(url: str) -> str:
    return unquote(urlsplit(url).path.lstrip("/"))


def _login(url: str) -> str:
    return unquote(urlsplit(url).username or "")
