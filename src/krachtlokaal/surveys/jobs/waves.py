"""Open waves and remind, as jobs; by the clock what has its day; mail that did not arrive."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.core import guard
from krachtlokaal.office import audit, jobs, outbox, queue
from krachtlokaal.office.enums import JobState
from krachtlokaal.office.models import Job, OutboxMail
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries.waves import OPEN, REMIND
from krachtlokaal.surveys.services import arrivals, opening, waves


@jobs.handles(OPEN)
def open_wave(progress: jobs.Progress) -> jobs.Result:
    """Everybody of a planned wave, or nobody."""
    number = _number(progress)
    return dict(opening.open_now(wave=number, tell=_teller(progress)))


@jobs.handles(REMIND)
def remind(progress: jobs.Progress) -> jobs.Result:
    """Everybody who did not answer yet, or nobody."""
    today = date.fromisoformat(progress.arguments["day"])
    count = opening.remind_now(wave=_number(progress), today=today, tell=_teller(progress))
    return {"mails": count}


def _number(progress: jobs.Progress) -> int:
    number = int(progress.arguments["wave"])
    if not Wave.objects.filter(pk=number).exists():
        raise jobs.Refused(_("Deze meting bestaat niet meer."))
    return number


def _teller(progress: jobs.Progress) -> opening.Tell:
    def tell(text: str, done: int, total: int) -> None:
        progress.step(text, done=done, total=total)

    return tell


# In the daytime: a mail at midnight looks like a fault.
@queue.by_the_clock("*/10 7-20 * * *")
def open_due() -> int:
    """Waves whose first day came. One that failed before waits for somebody."""
    today, count = timezone.localdate(), 0
    with guard.system("the clock opens waves of every workspace"):
        due = list(Wave.objects.filter(state=WaveState.PLANNED, opens_on__lte=today))
        started = _started(OPEN, due)
    for row in due:
        if row.pk not in started:
            _in_its_workspace(row, OPEN)
            count += 1
    return count


@queue.by_the_clock("*/10 8-18 * * *")
def remind_due() -> int:
    """Waves that have a day of reminding."""
    today, count = timezone.localdate(), 0
    with guard.system("the clock reminds for every workspace"):
        running = list(Wave.objects.filter(state=WaveState.OPEN).exclude(remind_on=[]))
        due = [row for row in running if opening.due_days(row, today)]
        started = _started(REMIND, due, day=today.isoformat())
    for row in due:
        if row.pk not in started:
            _in_its_workspace(row, REMIND)
            count += 1
    return count


@queue.by_the_clock("3,33 * * * *")
def close_due() -> int:
    """Waves that had their last day."""
    with guard.system("the clock closes waves of every workspace"):
        return waves.close_due()


@queue.by_the_clock("* * * * *")
def note_reached() -> int:
    """Invitations whose mail was taken."""
    with guard.system("mails of every workspace are looked at"):
        return arrivals.note_reached()


@outbox.on_problem(opening.ABOUT)
def note_problem(mail: OutboxMail) -> None:
    arrivals.note_problem(mail=mail)


def _started(kind: str, rows: list[Wave], **arguments: str) -> set[int]:
    """Waves for which such a job waits, runs or failed; one that is done may come again."""
    found = Job.objects.filter(kind=kind, arguments__wave__in=[row.pk for row in rows])
    if arguments:
        found = found.filter(**{f"arguments__{key}": value for key, value in arguments.items()})
    return {int(job.arguments["wave"]) for job in found.exclude(state=JobState.DONE)}


def _in_its_workspace(row: Wave, kind: str) -> None:
    system = audit.Actor(audit.SYSTEM.kind, audit.SYSTEM.name, workspace=row.workspace_id)
    with guard.workspaces(row.workspace_id), audit.acting(system):
        if kind == OPEN:
            waves.start_opening(row, user=row.made_by_id)
        else:
            waves.start_reminding(row, today=timezone.localdate())
