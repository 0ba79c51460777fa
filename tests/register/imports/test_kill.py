"""Web or worker killed at any moment of an import leaves either nothing or everything."""

import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry, Job, OutboxMail
from krachtlokaal.register.enums import ImportState
from krachtlokaal.register.models import Contact, ImportRun, Organisation
from krachtlokaal.register.services.imports import writing
from tests.accounts.factories import access_of, signed_in, workspace
from tests.office.conftest import own_database  # noqa: F401  # a fixture
from tests.office.processes import ROOT, wait_until, worker
from tests.register.factories import TIEL
from tests.register.imports.factories import checked

ROWS = [
    [f"Vereniging {number}", f"{10000000 + number}", "", "Tiel", f"v{number}@a.example"]
    for number in range(60)
]


def stands(room: Workspace) -> dict[str, int]:
    """How much of the list stands in the register."""
    with guard.workspaces(room.pk):
        return {
            "organisations": Organisation.objects.count(),
            "contacts": Contact.objects.count(),
            "history": AuditEntry.shared.filter(verb="organisation.created").count(),
            "imported": ImportRun.objects.filter(state=ImportState.IMPORTED).count(),
            "mails": OutboxMail.objects.count(),
        }


NOTHING = {"organisations": 0, "contacts": 0, "history": 0, "imported": 0, "mails": 0}
EVERYTHING = {"organisations": 60, "contacts": 60, "history": 60, "imported": 1, "mails": 0}


def queue_is_empty(room: Workspace) -> bool:
    with guard.workspaces(room.pk), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')")
        left: int = cursor.fetchone()[0]
    return left == 0


def die_in_the_middle(database: str, *arguments: str, process: str = "dying_worker") -> None:
    died = subprocess.run(
        [sys.executable, "-m", f"tests.register.imports.{process}", *arguments],
        cwd=ROOT,
        env={**os.environ, "KL_DATABASE": database},
        stdout=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL


@pytest.fixture
def room(own_database: str) -> Workspace:  # noqa: F811  # the fixture above
    return workspace("betuwe", municipalities=[TIEL])


@pytest.fixture
def agreed(own_database: str, room: Workspace) -> tuple[str, Workspace]:  # noqa: F811  # the fixture above
    """A list that somebody said yes to, waiting for a worker."""
    with guard.workspaces(room.pk):
        adviser = access_of(room, Role.CONSULENT)
        run = checked(adviser, *ROWS)
        writing.agree(run=run, version=run.version, user=adviser.user)
    return own_database, room


def yes(room: Workspace) -> tuple[str, int, int]:
    """What the database knows of a yes: the state of the list, its job, and who said so."""
    with guard.workspaces(room.pk):
        said = AuditEntry.objects.filter(verb="import.agreed").count()
        return ImportRun.objects.get().state, Job.objects.count(), said


def test_killed_again_and_again_it_is_nothing_until_it_is_everything(
    agreed: tuple[str, Workspace],
) -> None:
    database, room = agreed
    for moment in ("3", "40", "before"):
        die_in_the_middle(database, moment)
        assert stands(room) == NOTHING
    with worker(database):
        wait_until(lambda: stands(room)["imported"] == 1)
    assert stands(room) == EVERYTHING


def test_killed_after_the_end_it_is_not_done_twice(agreed: tuple[str, Workspace]) -> None:
    database, room = agreed
    die_in_the_middle(database, "after")
    assert stands(room) == EVERYTHING
    with worker(database):
        wait_until(lambda: queue_is_empty(room))
    assert stands(room) == EVERYTHING


def test_a_web_process_killed_while_somebody_says_yes(own_database: str, room: Workspace) -> None:  # noqa: F811  # the fixture above
    with guard.workspaces(room.pk):
        adviser = access_of(room, Role.CONSULENT)
        run = checked(adviser, *ROWS)
    session = signed_in(adviser.user).cookies[settings.SESSION_COOKIE_NAME].value
    address = reverse("register:import_agree", args=[run.pk])
    for moment in ("4", "12", "before"):
        die_in_the_middle(
            own_database, address, session, str(run.version), moment, process="dying_web"
        )
        assert yes(room) == (ImportState.CHECKED, 0, 0)
    die_in_the_middle(
        own_database, address, session, str(run.version), "after", process="dying_web"
    )
    assert yes(room) == (ImportState.IMPORTING, 1, 1)
    with worker(own_database):
        wait_until(lambda: stands(room)["imported"] == 1)
    assert stands(room) == EVERYTHING
