"""`make bench`: every figure as a ratio, measured in turns in one run."""

import os
import sys
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from krachtlokaal.cli import build, embedded, state
from krachtlokaal.cli.provision import provision

DATABASE = "krachtlokaal_bench"
PARTS = ("start", "lists", "measuring", "documents", "needs", "placing", "pages")


def main(wanted: list[str]) -> None:
    os.environ.setdefault("KL_DATA_DIR", str(Path("var").resolve()))
    os.environ |= {"KL_DATABASE": DATABASE, "DJANGO_SETTINGS_MODULE": "krachtlokaal.settings"}
    server = embedded.start("pg-bench")
    with state.administrator() as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        provision(admin, DATABASE)
        try:
            _run(wanted or list(PARTS))
        finally:
            admin.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")
    del server


def _run(wanted: list[str]) -> None:
    _migrate()
    build.files()
    import django

    django.setup()
    from benchmarks import report

    report.heading()
    if "start" in wanted:
        report.start()
        report.worker()
    if "lists" in wanted:
        report.lists()
    if "measuring" in wanted:
        report.measuring(DATABASE)
    if "documents" in wanted:
        report.documents()
    if "needs" in wanted:
        report.needs()
    if "placing" in wanted:
        report.placing()
    if "pages" in wanted:
        _fill()
        report.pages()


def _migrate() -> None:
    import subprocess

    environment = os.environ | {"KL_DATABASE_ROLE": "kl_owner"}
    command = [sys.executable, "-m", "django", "migrate", "-v", "0"]
    subprocess.run(command, env=environment, check=True)


def _fill() -> None:
    from benchmarks import world
    from krachtlokaal.register.queries.searching import KIND

    socket = os.environ[embedded.SOCKET_VARIABLE]
    place = make_conninfo(host=socket, user="postgres", dbname=DATABASE)
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute(
            "TRUNCATE register_organisation, office_publicsearchrow RESTART IDENTITY CASCADE"
        )
        world.fill(connection, KIND)


if __name__ == "__main__":
    main(sys.argv[1:])
