"""Make the database and its two roles: kl_owner owns the tables, kl_app uses them."""

import psycopg
from psycopg import sql

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
