"""Work that takes over a second: start it, see how far it is, run it.

A handler runs in one transaction with the scope of the job's workspace and the actor who asked.
When it is killed, nothing of it stays and the queue runs it again. Progress is written on a
connection of its own, so that others see it before the transaction ends.

A room registers its handlers in a module `jobs.py`, which is found by itself:

    @jobs.handles("register.import")
    def run_import(progress: jobs.Progress) -> jobs.Result:
        progress.step(_("Rijen lezen"), done=20, total=400)
        ...
        return {"created": 380}
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise

from krachtlokaal.office import audit, queue
from krachtlokaal.office.enums import JobState
from krachtlokaal.office.models import Job, JobFile
from krachtlokaal.office.sideline import Sideline

Result = dict[str, Any]
Handler = Callable[["Progress"], Result]

KEEP_FILES = timedelta(days=30)
_BETWEEN_NUMBERS = 0.5  # seconds between two numbers of one step
_BETWEEN_STEPS = 0.05  # a new step is shown at once: it may last long


class Refused(Exception):  # noqa: N818  # reads as `raise jobs.Refused(sentence)`
    """What was asked can't be done; the sentence says what is wrong and how to mend it."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = str(sentence)


class Stopped(queue.TryAgain):
    """The worker is asked to stop: the job is undone and waits for the next worker."""


@dataclass(frozen=True)
class Kind:
    """What does jobs of one kind, and whether a mail says that a long one is ready."""

    handler: Handler
    mails: bool


_kinds: dict[str, Kind] = {}


class Progress:
    """What a handler gets: its job, and a way to say how far it is."""

    def __init__(
        self,
        job: Job,
        side: Sideline | None = None,
        is_stopping: Callable[[], bool] = lambda: False,
    ) -> None:
        self.job = job
        self.arguments: dict[str, Any] = job.arguments
        self._side = side
        self._is_stopping = is_stopping
        self._written = 0.0
        self._text = ""

    def step(self, text: str | Promise, *, done: int = 0, total: int = 0) -> None:
        """Say what is being done now and how much of it; numbers are written twice a second.

        Here a job ends early when its worker is asked to stop: call it often.
        """
        if self._is_stopping():
            raise Stopped
        now, pause = time.monotonic(), _BETWEEN_NUMBERS if text == self._text else _BETWEEN_STEPS
        if self._side is None or now - self._written < pause:
            return
        self._written, self._text = now, str(text)
        self._side.try_execute(
            "UPDATE office_job SET step = %s, done = %s, total = %s WHERE id = %s",
            [str(text)[:200], max(done, 0), max(total, 0), self.job.pk],
        )


def handles(kind: str, *, mails: bool = True) -> Callable[[Handler], Handler]:
    """Register the function that does jobs of this kind.

    With `mails` the one who asked gets a mail when a job took longer than half a minute.
    """

    def register(handler: Handler) -> Handler:
        if kind in _kinds:
            raise ValueError(f"Two handlers for jobs of kind {kind}.")
        _kinds[kind] = Kind(handler, mails)
        return handler

    return register


def kind_of(job: Job) -> Kind | None:
    """The registered kind of a job, if there still is one."""
    return _kinds.get(job.kind)


def start(
    kind: str,
    *,
    title: str,
    workspace: int,
    user: int | None,
    arguments: dict[str, Any],
    result_url: str = "",
) -> Job:
    """Write the job and put it in the queue, in the transaction that is open now."""
    if kind not in _kinds:
        raise ValueError(f"No handler for jobs of kind {kind}: register one in a jobs module.")
    actor = audit.current_actor()
    with transaction.atomic():
        job = Job.objects.create(
            workspace_id=workspace,
            user_id=user,
            actor_name=actor.name if actor.id == user else "",
            kind=kind,
            title=str(title)[:200],
            arguments=arguments,
            result_url=result_url,
        )
        queue.defer("run_job", job_id=job.pk)
    return job


def retry(job: Job) -> bool:
    """Put a failed job in the queue once more; False when somebody else already did."""
    with transaction.atomic():
        failed = Job.objects.filter(pk=job.pk, state=JobState.FAILED)
        fresh = {"message": "", "step": "", "done": 0, "total": 0, "attempts": 0}
        if not failed.update(state=JobState.WAITING, started_at=None, finished_at=None, **fresh):
            return False
        audit.record("job.retried", job)
        queue.defer("run_job", job_id=job.pk)
    return True


def attach(job: Job, name: str, content_type: str, data: bytes) -> JobFile:
    """Keep a file that the job made, for a month."""
    return JobFile.objects.create(
        workspace_id=job.workspace_id,
        job=job,
        name=re.sub(r"[^\w .()-]+", "-", name).strip(" .-")[:160] or "bestand",
        content_type=content_type,
        data=data,
        expires_at=timezone.now() + KEEP_FILES,
    )


@dataclass(frozen=True)
class Addressee:
    """Where the mail about a job goes."""

    email: str
    name: str
    language: str = settings.LANGUAGE_CODE


_find_user: list[Callable[[int], Addressee | None]] = []


def addresses(function: Callable[[int], Addressee | None]) -> Callable[[int], Addressee | None]:
    """Register how the address of a user is found: users live on a higher floor."""
    _find_user[:] = [function]
    return function


def addressee(user: int | None) -> Addressee | None:
    """The one who asked for a job, if she has an account that may get mail."""
    return _find_user[0](user) if user and _find_user else None


def run_waiting(limit: int = 1000) -> int:
    """Run in this process what waits in the queue now, the tasks that it adds included.

    For tests and commands: the same queue and the same tasks, without a worker beside it.
    """
    from krachtlokaal.office import inline

    return inline.run_waiting(limit)
