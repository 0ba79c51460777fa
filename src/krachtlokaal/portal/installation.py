"""The state of the installation for its operator: numbers and versions, never what is in a row."""

import platform
from dataclasses import dataclass
from datetime import datetime, timedelta

import django
from django.db import connection
from django.utils import timezone

import krachtlokaal
from krachtlokaal.core import guard
from krachtlokaal.office.enums import JobState, MailState

ALIVE = timedelta(minutes=1)
_COUNTS = """
SELECT 'job', state, count(*), min(created_at) FROM office_job
WHERE state <> %(done)s GROUP BY state
UNION ALL
SELECT 'mail', state, count(*), min(created_at) FROM office_outboxmail GROUP BY state
UNION ALL
SELECT 'queue', status::text, count(*), NULL FROM procrastinate_jobs GROUP BY status
UNION ALL
SELECT 'worker', '', count(*), max(last_heartbeat) FROM procrastinate_workers
"""


@dataclass(frozen=True)
class Installation:
    """What an operator looks at first."""

    last_heartbeat: datetime | None
    # state → (number, the oldest)
    jobs: list[tuple[str, int, datetime | None]]
    mails: list[tuple[str, int, datetime | None]]
    tasks_waiting: int
    tasks_failed: int
    versions: list[tuple[str, str]]

    @property
    def has_worker(self) -> bool:
        return self.last_heartbeat is not None and timezone.now() - self.last_heartbeat < ALIVE

    @property
    def has_trouble(self) -> bool:
        return not self.has_worker or self.tasks_failed > 0


def installation() -> Installation:
    """One query; in the system scope, because the operator counts over all workspaces."""
    why = "the operator sees how many jobs and mails there are, of all workspaces"
    with guard.system(why), connection.cursor() as cursor:
        cursor.execute(_COUNTS, {"done": JobState.DONE})
        rows = cursor.fetchall()
    tasks = {state: number for kind, state, number, _at in rows if kind == "queue"}
    return Installation(
        last_heartbeat=next((at for kind, _state, _number, at in rows if kind == "worker"), None),
        jobs=[(str(JobState(s).label), n, at) for kind, s, n, at in rows if kind == "job"],
        mails=[(str(MailState(s).label), n, at) for kind, s, n, at in rows if kind == "mail"],
        tasks_waiting=tasks.get("todo", 0) + tasks.get("doing", 0),
        tasks_failed=tasks.get("failed", 0),
        versions=_versions(),
    )


def _versions() -> list[tuple[str, str]]:
    number = connection.cursor().connection.info.server_version
    return [
        ("Kracht Lokaal", krachtlokaal.__version__),
        ("Python", platform.python_version()),
        ("Django", django.get_version()),
        ("PostgreSQL", f"{number // 10000}.{number % 10000}"),
    ]
