"""What each part of the benchmark measures and prints."""

import os
import platform
import subprocess
import sys
from datetime import timedelta
from typing import Any

import django
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks import pages as page_costs
from benchmarks import tables
from benchmarks.servers import running
from krachtlokaal.accounts.enums import Role, WorkspaceKind
from krachtlokaal.accounts.models import User
from krachtlokaal.accounts.services.members import add_member
from krachtlokaal.accounts.services.people import create_user
from krachtlokaal.accounts.services.workspaces import create_workspace
from krachtlokaal.core import guard

FRISIAN = "SELECT code FROM register_municipality WHERE province = 'Fryslân'"
WORKER_READY = (
    "import os, threading, psutil, django; django.setup();"
    "from krachtlokaal.office import worker; stop = threading.Event();"
    "ready = lambda: (print(psutil.Process().memory_info().rss / 1e6), stop.set());"
    "worker.run(stop=stop, on_ready=ready)"
)
COLD_STARTS = 5
ADDRESSES = "from django.urls import get_resolver; get_resolver().url_patterns"
WORKER_IMPORTS = "m.setup(); import krachtlokaal.office.worker"


def heading() -> None:
    """Where and with what this was measured."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        (server,) = cursor.fetchone() or ("",)
    versions = f"Python {platform.python_version()}, Django {django.__version__}"
    load = os.getloadavg()[0]
    print(f"{timezone.localdate():%d-%m-%Y}, {os.cpu_count()} kernen, belasting vooraf {load:.1f}")
    print(f"{versions}, PostgreSQL {server}")


def pages() -> None:
    """Pages against REF, by processor time of the server per request."""
    user = _adviser("bench")
    session = _session(user)
    environment = {"KL_LOG_LEVEL": "ERROR"}
    print("\nPagina's bij 260.000 organisaties (processortijd van de server; REF = 1)")
    with (
        running("krachtlokaal.wsgi:application", environment) as server,
        running("benchmarks.reference.wsgi:application", {}) as reference,
    ):
        server.cookie = f"{settings.SESSION_COOKIE_NAME}={session}"
        costs = page_costs.measure(server, reference)
        memory, bare = server.memory(), reference.memory()
    print(f"{'':42}{'× REF':>7}{'ms':>8}{'vragen':>8}{'kB':>7}{'wacht':>9}")
    for page, cost in zip(page_costs.PAGES, costs, strict=True):
        count = _queries(session, page.path)
        size = cost.bytes / 1e3
        print(
            f"{cost.name:42}{cost.ratio:7.2f}{cost.milliseconds:8.2f}{count:8}{size:7.1f}"
            f"{cost.wall:6.0f} ms"
        )
    print(f"{'geheugen van een webproces':42}{memory / bare:7.2f}{memory:8.0f} MB")


def start() -> None:
    """Cold start against bare Django: the time until a request can be answered."""
    print("\nKoude start (kale Django = 1)")
    ours, workers, bare = [], [], []
    for _ in range(COLD_STARTS):
        ours.append(_import("krachtlokaal.wsgi", ADDRESSES))
        workers.append(_import("django", WORKER_IMPORTS))
        bare.append(_import("benchmarks.reference.wsgi", ADDRESSES))
    for name, costs in (("web", ours), ("taken", workers)):
        ratio = min(costs) / min(bare)
        print(f"{name:42}{ratio:7.2f}{min(costs) * 1000:8.0f} ms")


def worker() -> None:
    """What a process that does jobs holds when it starts to wait for work."""
    command: list[Any] = [sys.executable, "-W", "ignore", "-c", WORKER_READY]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    print(f"{'geheugen van een proces voor taken':42}{'':7}{float(done.stdout):8.0f} MB")


def measuring(database: str) -> None:
    """The KrachtMeting against a questionnaire in bare Django."""
    from benchmarks import measuring as parts

    user = _adviser("meten")
    with guard.system("the benchmark looks up its own workspace"):
        room = user.memberships.get().workspace
    parts.report(room, database)


def documents() -> None:
    """A report of forty pages in every form."""
    from benchmarks import documents as parts

    parts.report()


def needs() -> None:
    """The outcome of a needs survey, against pandas."""
    from benchmarks import needs as parts
    from krachtlokaal.needs.models import NeedsSurvey
    from krachtlokaal.needs.queries.outcome import KIND
    from krachtlokaal.office import releases

    user = _adviser("peiling")
    with guard.system("the benchmark makes a survey with an outcome"):
        room = user.memberships.get().workspace
        survey = NeedsSurvey.objects.create(workspace=room, title="Meting", state="writing")
        releases.record(KIND, str(survey.pk), parts.cells(), workspace=room.pk)
    parts.report(f"{settings.SESSION_COOKIE_NAME}={_session(user)}", survey.pk)


def lists() -> None:
    """20,000 rows in, and the duplicates among them, against writing them bare."""
    print("\nLijsten van 20.000 rijen (kaal wegschrijven van dezelfde rijen = 1)")
    for line in tables.measure(_adviser("lijst")):
        print(
            f"{line.name:42}{line.ratio:7.2f}{line.seconds:8.1f} s"
            f", processor {line.processor:.1f} s"
        )


def _adviser(slug: str) -> User:
    with connection.cursor() as cursor:
        cursor.execute(FRISIAN)
        areas = [(code, "") for (code,) in cursor.fetchall()]
    kind = WorkspaceKind.PROVINCIAAL
    room = create_workspace(slug=slug, name=f"Werkruimte {slug}", kind=kind, areas=areas)
    user = create_user(email=f"{slug}@meting.example", name="Meting")
    with guard.workspaces(room.pk):
        add_member(workspace=room, user=user, role=Role.CONSULENT)
    return user


def _session(user: User) -> str:
    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.set_expiry(timezone.now() + timedelta(days=1))
    store.save()
    return str(store.session_key)


def _queries(session: str, path: str) -> int:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    client.get(path, headers={"host": "127.0.0.1"})
    with CaptureQueriesContext(connection) as captured:
        client.get(path, headers={"host": "127.0.0.1"})
    frame = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return sum(not query["sql"].startswith(frame) for query in captured.captured_queries)


def _import(module: str, then: str) -> float:
    code = (
        "import time; t = time.process_time();"
        f"import {module} as m; {then}; print(time.process_time() - t)"
    )
    command: list[Any] = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    return float(done.stdout)


def placing() -> None:
    """People placed in workshops."""
    from benchmarks import placing

    placing.report()
