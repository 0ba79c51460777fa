"""Waves as pages and other services ask for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from krachtlokaal.office.enums import JobState
from krachtlokaal.office.models import Job
from krachtlokaal.surveys.enums import Audience, WaveState
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries.field_work import Counts, counts_of

# Kinds of jobs.
OPEN, REMIND = "surveys.open", "surveys.remind"


def is_open(wave: Wave, on: date) -> bool:
    """Whether answers are taken on this day; the last day of the period counts in full.

    Between midnight and the moment at which the clock changes its state, the days decide.
    """
    if wave.state != WaveState.OPEN:
        return False
    has_begun = wave.opens_on is None or wave.opens_on <= on
    return has_begun and (wave.closes_on is None or on <= wave.closes_on)


@dataclass(frozen=True)
class Line:
    """One wave in the list, with how its field work goes."""

    wave: Wave
    counts: Counts


def all_waves(*, by_boards: bool = False) -> QuerySet[Wave]:
    """The newest first; those that boards began by themselves stand apart."""
    rows = Wave.objects.select_related("questionnaire_version__questionnaire").order_by("-id")
    return (
        rows.filter(audience=Audience.SELF) if by_boards else rows.exclude(audience=Audience.SELF)
    )


def lines(waves: Iterable[Wave]) -> list[Line]:
    """The rows of one page with their counts. Two queries."""
    rows = list(waves)
    found = counts_of([row.pk for row in rows])
    return [Line(row, found.get(row.pk, Counts())) for row in rows]


def opening_job(wave: Wave) -> Job | None:
    """The job that invites everybody, the last one."""
    found = Job.objects.filter(kind=OPEN, arguments__wave=wave.pk)
    return found.order_by("-id").first()


def failed(job: Job | None) -> bool:
    return job is not None and job.state == JobState.FAILED
