"""How one job is run: whole or not at all, by one worker at a time, and again after a kill.

The lock is an advisory one that ends with the transaction or with the process, so that nothing
stands between the job's row and the progress that is written on it from beside.
"""

import logging
import secrets
import threading
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.core import guard
from krachtlokaal.office import audit, jobs, outbox, queue
from krachtlokaal.office.enums import ActorKind, JobState
from krachtlokaal.office.models import Job
from krachtlokaal.office.sideline import Sideline, open_sideline

MAX_ATTEMPTS = 5
LONG = timedelta(seconds=30)
stopping = threading.Event()  # set by the worker when it is asked to stop

_LOCK_SPACE = 7101 << 40  # keeps the locks of jobs apart from those of mails
_BEGIN = (
    "UPDATE office_job SET state = 'running', attempts = %s, step = '', done = 0, total = 0,"
    " started_at = coalesce(started_at, now()) WHERE id = %s"
)
_BACK = (
    "UPDATE office_job SET state = 'waiting', attempts = greatest(attempts - 1, 0), step = ''"
    " WHERE id = %s AND state = 'running'"
)

log = logging.getLogger(__name__)


def run(job_id: int) -> None:
    """Do one job; whatever happens, its row says what came of it."""
    with open_sideline() as side:
        try:
            _run_locked(job_id, side)
        except jobs.Stopped:
            side.execute(_BACK, [job_id])
            raise
        except queue.AGAIN:
            raise
        except jobs.Refused as refused:
            _fail(job_id, refused.sentence)
        except Exception:
            reference = secrets.token_hex(3)
            log.exception("Job %s failed, reference %s", job_id, reference)
            _fail(job_id, _broken(reference))


def _run_locked(job_id: int, side: Sideline) -> None:
    with transaction.atomic():
        if not _lock(job_id):
            raise queue.TryAgain
        job = _find(job_id)
        if job is None or job.state in {JobState.DONE, JobState.FAILED}:
            return
        if job.attempts >= MAX_ATTEMPTS:
            raise jobs.Refused(_too_often())
        began = timezone.now()
        job.attempts += 1
        side.execute(_BEGIN, [job.attempts, job.pk])
        with guard.workspaces(job.workspace_id), audit.acting(_actor(job)):
            result = _work(job, side)
            _finish(job, result, began)


def _lock(job_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK_SPACE + job_id])
        row = cursor.fetchone()
    return bool(row and row[0])


def _find(job_id: int) -> Job | None:
    with guard.system("the queue names a job by its number, and the job its workspace"):
        return Job.objects.filter(pk=job_id).first()


def _actor(job: Job) -> audit.Actor:
    if job.user_id is None:
        system = audit.SYSTEM
        return audit.Actor(system.kind, system.name, workspace=job.workspace_id)
    return audit.Actor(ActorKind.USER, job.actor_name, job.user_id, job.workspace_id)


def _work(job: Job, side: Sideline) -> jobs.Result:
    kind = jobs.kind_of(job)
    if kind is None:
        raise jobs.Refused(_("Deze soort taak bestaat niet meer. Begin opnieuw vanaf de pagina."))
    return kind.handler(jobs.Progress(job, side, stopping.is_set)) or {}


def _finish(job: Job, result: jobs.Result, began: datetime) -> None:
    now = timezone.now()
    done = {"state": JobState.DONE, "result": result, "finished_at": now}
    Job.objects.filter(pk=job.pk).update(**done, step="", message="")
    if now - began > LONG:
        _tell(job, "job_done", {})


def _fail(job_id: int, sentence: str) -> None:
    """What the job wrote is undone by now; this stays."""
    now = timezone.now()
    with transaction.atomic(), guard.system("a failed job is closed by its number"):
        job = Job.objects.exclude(state=JobState.DONE).filter(pk=job_id).first()
        if job is None:
            return
        Job.objects.filter(pk=job.pk).update(
            state=JobState.FAILED, message=sentence, finished_at=now, step=""
        )
        if now - (job.started_at or now) > LONG:
            _tell(job, "job_failed", {"message": sentence})


def _tell(job: Job, template: str, context: dict[str, str]) -> None:
    kind, person = jobs.kind_of(job), jobs.addressee(job.user_id)
    if person is None or kind is None or not kind.mails:
        return
    url = settings.BASE_URL + reverse("portal:job", args=[job.pk])
    outbox.post(
        template,
        to=person.email,
        to_name=person.name,
        context={"title": job.title, "url": url, **context},
        workspace=job.workspace_id,
        language=person.language,
        about=("office.job", job.pk),
    )


def _broken(reference: str) -> str:
    return _(
        "Er ging bij ons iets mis. Er is niets gewijzigd. Probeer het nog een keer. Lukt het dan"
        " niet, geef de beheerder dan dit nummer: %(reference)s."
    ) % {"reference": reference}


def _too_often() -> str:
    return _(
        "Deze taak is %(times)s keer begonnen en werd steeds afgebroken. Er is niets gewijzigd."
        " Probeer het later nog een keer, of met een kleiner bestand."
    ) % {"times": MAX_ATTEMPTS}
