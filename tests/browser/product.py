"""The product as it really runs: web and worker processes on a copy of the demo world."""

import fcntl
import http.client
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from krachtlokaal.cli import build, embedded, state
from krachtlokaal.cli.processes import Processes
from krachtlokaal.office import queue
from tests.conftest import copy_database
from tests.office.processes import wait_until

PATIENCE = 60.0


@dataclass(frozen=True)
class Product:
    """One running installation: where it answers, and what stands in its database."""

    url: str
    database: str
    processes: Processes

    def ask(self, query: str, *values: Any) -> Any:
        """The first column of the first row, read past every guard: to find a number or a name."""
        with state.administrator(self.database) as admin:
            row = admin.execute(query.encode(), values).fetchone()
        assert row is not None, f"No such row: {query}"
        return row[0]

    def strike(self, deed: Callable[[], object]) -> None:
        """The clock strikes now for what the worker does by it, and it is done: nobody waits for
        the minute."""
        name = f"{deed.__module__}.{deed.__name__}"
        with state.administrator(self.database) as admin:
            admin.execute(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, args)"
                " VALUES (%s, %s, '{\"timestamp\": 0}')",
                [queue.QUICK, name],
            )
        query = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = %s AND status IN ({})"
        waiting = query.format("'todo', 'doing'")
        wait_until(lambda: self.ask(waiting, name) == 0)

    def ask_all(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Every row, read past every guard."""
        with state.administrator(self.database) as admin:
            return admin.execute(query.encode(), values).fetchall()


@contextmanager
def running(postgres: psycopg.Connection, world: str, name: str) -> Iterator[Product]:
    """Web and worker on a new copy of the demo world; all of it is gone afterwards."""
    copy_database(postgres, world, name)
    port = free_port()
    environment = {
        "KL_DATABASE": name,
        "KL_DEMO": "1",
        "KL_BASE_URL": f"http://localhost:{port}",
        "KL_WORKERS": "1",
    }
    processes = Processes()
    before = {key: os.environ.get(key) for key in environment}
    os.environ |= environment
    try:
        parent = str(os.getpid())
        processes.start("serve", "--port", str(port), "--parent", parent)
        processes.start("worker", "--parent", parent)
        wait_for_answer(port, processes)
        yield Product(environment["KL_BASE_URL"], name, processes)
    finally:
        _put_back(before)
        processes.stop()
        postgres.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _put_back(before: dict[str, str | None]) -> None:
    for key, value in before.items():
        if value is None:
            os.environ.pop(key)
        else:
            os.environ[key] = value


def make_world(postgres: psycopg.Connection, template: str) -> str:
    """A database with the demo world, made once and kept until the world changes."""
    name = f"kl_world_{state.of_demo_world()[:12]}_{template[-6:]}"
    postgres.execute("SELECT pg_advisory_lock(72)")
    try:
        if not postgres.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            _load(postgres, template, name)
    finally:
        postgres.execute("SELECT pg_advisory_unlock(72)")
    return name


def _load(postgres: psycopg.Connection, template: str, name: str) -> None:
    building = f"{name}_building"
    copy_database(postgres, template, building)
    subprocess.run(
        [sys.executable, "-m", "krachtlokaal", "world"],
        env=os.environ | {"KL_DATABASE": building, "KL_DEMO": "1"},
        check=True,
    )
    postgres.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
            sql.Identifier(building), sql.Identifier(name)
        )
    )


def make_files() -> None:
    """The static files of the pages, made by one of the test processes."""
    folder: Path = embedded.data_directory()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "files.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        build.files()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_answer(port: int, processes: Processes) -> None:
    end, pause = time.monotonic() + PATIENCE, threading.Event()
    while not _answers(port):
        assert not processes.ended(), f"The process {processes.ended()} did not start."
        assert time.monotonic() < end, "The web process does not answer."
        pause.wait(0.05)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", "/demo/")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
