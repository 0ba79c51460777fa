"""Work in the background: done and failed. Waiting work would be done by the worker at once."""

from dataclasses import dataclass, field
from typing import Any

from krachtlokaal.demo_world.acting import slug_of
from krachtlokaal.demo_world.world import World, save_as_is
from krachtlokaal.office.enums import JobState
from krachtlokaal.office.models import Job


@dataclass(frozen=True)
class Work:
    """One job: what, how long ago, how it ended."""

    kind: str
    title: str
    days: float
    state: JobState = JobState.DONE
    total: int = 0
    message: str = ""
    result: dict[str, Any] = field(default_factory=dict)


WORK = (
    Work("register.duplicates.find", "Dubbele organisaties zoeken", 3.1, total=3),
    Work(
        "register.export",
        "Organisaties meenemen als bestand",
        6.2,
        JobState.FAILED,
        120,
        "De database was even niet bereikbaar. Er is niets veranderd. Probeer het opnieuw.",
    ),
    Work("register.export", "Organisaties meenemen als bestand", 6.1, total=120),
    Work("register.duplicates.find", "Dubbele organisaties zoeken", 33, total=3),
)
WHO = ("consulent@partoer.example", "consulent@spectrum.example", "consulent@vosvi.example")


def build(world: World) -> None:
    rows = [_job(world, email, work) for email in WHO for work in WORK]
    rows.sort(key=lambda row: row.created_at)
    save_as_is(rows)


def _job(world: World, email: str, work: Work) -> Job:
    started = world.ago(days=work.days)
    is_done = work.state == JobState.DONE
    return Job(
        workspace_id=world.workspaces[slug_of(email)].pk,
        user_id=world.users[email].pk,
        kind=work.kind,
        title=work.title,
        state=work.state,
        done=work.total if is_done else work.total // 3,
        total=work.total,
        result=work.result,
        message=work.message,
        attempts=1 if is_done else 3,
        created_at=started,
        started_at=started,
        finished_at=world.ago(days=work.days - 0.001),
    )
