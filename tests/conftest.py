"""The database of the tests: the embedded PostgreSQL, as the application's own role."""

import hashlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from krachtlokaal.cli import embedded
from krachtlokaal.cli.provision import provision

SOURCES = Path(__file__).resolve().parents[1] / "src" / "krachtlokaal"


def pytest_configure() -> None:
    """Hear the signals that end a program, whatever started us: a supervisor may ignore them, and
    every program that a test starts and stops (make, for one) would inherit that."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        if signal.getsignal(number) is signal.SIG_IGN:
            ending = number == signal.SIGINT and signal.default_int_handler
            signal.signal(number, ending or signal.SIG_DFL)


@pytest.fixture(scope="session")
def postgres() -> Iterator[psycopg.Connection]:
    """The embedded server, as its administrator; only the fixtures may use this."""
    server = embedded.start("pg-test")
    socket = str(server.get_postmaster_info().socket_dir)
    connection.settings_dict["HOST"] = socket
    with psycopg.connect(host=socket, user="postgres", dbname="postgres", autocommit=True) as admin:
        admin.execute("ALTER SYSTEM SET fsync = off")
        admin.execute("SELECT pg_reload_conf()")
        yield admin


@pytest.fixture(scope="session", autouse=True)
def plain_static_files(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Pages of tests without a browser name their files; nobody fetches them."""
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES["staticfiles"] = {"BACKEND": plain}
    settings.STATIC_ROOT = tmp_path_factory.mktemp("static")


@pytest.fixture(scope="session")
def template_database(
    postgres: psycopg.Connection, django_db_blocker: pytest.FixtureRequest
) -> str:
    """A migrated database to copy from; made again when a migration changes."""
    name = f"kl_template_{_migrations_hash()}"
    postgres.execute("SELECT pg_advisory_lock(71)")
    try:
        if not postgres.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            _make_template(postgres, name, django_db_blocker)
    finally:
        postgres.execute("SELECT pg_advisory_unlock(71)")
    return name


@pytest.fixture(scope="session")
def django_db_setup(postgres: psycopg.Connection, template_database: str) -> Iterator[None]:
    """One copy per test process, dropped at the end."""
    name = f"kl_test_{os.getpid()}"
    copy_database(postgres, template_database, name)
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
    yield
    connection.close()
    postgres.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def copy_database(postgres: psycopg.Connection, source: str, name: str) -> None:
    """A new database that is a copy of another one, in some 50 ms."""
    postgres.execute(
        sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    )
    postgres.execute(
        sql.SQL("CREATE DATABASE {} OWNER kl_owner TEMPLATE {} STRATEGY FILE_COPY").format(
            sql.Identifier(name), sql.Identifier(source)
        )
    )


def _make_template(postgres: psycopg.Connection, name: str, blocker: pytest.FixtureRequest) -> None:
    building = f"{name}_building"
    postgres.execute(
        sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(building))
    )
    provision(postgres, building)
    as_owner = {"NAME": building, "USER": "kl_owner", "OPTIONS": {"options": "-c role=kl_owner"}}
    before = {key: connection.settings_dict[key] for key in as_owner}
    with blocker.unblock():  # type: ignore[attr-defined]  # pytest-django does not type its blocker
        connection.close()
        connection.settings_dict.update(as_owner)
        call_command("migrate", verbosity=0)
        connection.close()
    connection.settings_dict.update(before)
    postgres.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
            sql.Identifier(building), sql.Identifier(name)
        )
    )


def _migrations_hash() -> str:
    digest = hashlib.sha256()
    files = [*SOURCES.glob("*/migrations/*.py"), *SOURCES.glob("*/data/*"), SOURCES / "settings.py"]
    for path in sorted([*files, SOURCES / "core/policies.py", SOURCES / "accounts/functions.py"]):
        if path.is_file():  # Python keeps a folder of its own beside modules
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
