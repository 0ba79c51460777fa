"""Jobs as pages show them: a list, and the panel of one job (templates/parts/job.html)."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from krachtlokaal.office.enums import JobState
from krachtlokaal.office.models import Job, JobFile

# The words of the parts of a page for the states of a job.
SHOWN = {
    JobState.WAITING: "wait",
    JobState.RUNNING: "busy",
    JobState.DONE: "done",
    JobState.FAILED: "stop",
}
ROUND_UP = 5  # seconds; a forecast that is finer would only jump about


@dataclass(frozen=True)
class Panel:
    """What parts/job.html shows of one job."""

    title: str
    state: str
    running: bool
    done: int
    total: int
    step: str
    rest: str
    error: str
    summary: str
    poll_url: str
    result_url: str
    again_url: str


def listed(*, state: str = "", text: str = "") -> QuerySet[Job]:
    """The jobs of the workspaces in scope, the newest first, without what only the worker needs."""
    rows = Job.objects.defer("arguments", "result")
    if state:
        rows = rows.filter(state=state)
    if text:
        rows = rows.filter(title__icontains=text)
    return rows


def panel(job: Job, *, may_retry: bool = False) -> Panel:
    """One job, ready to be shown here or on a page of another room."""
    waiting_or_busy = job.state in {JobState.WAITING, JobState.RUNNING}
    can_retry = may_retry and job.state == JobState.FAILED
    return Panel(
        title=job.title,
        state=SHOWN[JobState(job.state)],
        running=waiting_or_busy,
        done=job.done,
        total=job.total or 1,
        step=_step(job),
        rest=_rest(job),
        error=job.message,
        summary=str(job.result.get("summary", "")),
        poll_url=reverse("portal:job", args=[job.pk]),
        result_url=job.result_url,
        again_url=reverse("portal:job_retry", args=[job.pk]) if can_retry else "",
    )


def files(job: Job) -> QuerySet[JobFile]:
    """The files that can still be fetched, without their contents."""
    return job.files.filter(expires_at__gt=timezone.now()).defer("data").order_by("pk")


def _step(job: Job) -> str:
    if job.state == JobState.WAITING:
        return _("Wacht op zijn beurt")
    return job.step or _("Begonnen")


def _rest(job: Job) -> str:
    """'Nog ongeveer 20 seconden', once there is something to go by."""
    if job.state != JobState.RUNNING or not job.started_at or not 0 < job.done < job.total:
        return ""
    spent = timezone.now() - job.started_at
    if spent < timedelta(seconds=2):
        return ""
    seconds = spent.total_seconds() / job.done * (job.total - job.done)
    if seconds > 90:
        minutes = round(seconds / 60)
        return ngettext("Nog ongeveer %(n)s minuut", "Nog ongeveer %(n)s minuten", minutes) % {
            "n": minutes
        }
    rounded = ROUND_UP * (int(seconds) // ROUND_UP + 1)
    return _("Nog ongeveer %(n)s seconden") % {"n": rounded}
