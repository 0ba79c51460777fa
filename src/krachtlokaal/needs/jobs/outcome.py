"""The outcome of a needs survey, made by itself when its waves are closed, or when asked for."""

from django.db.models import BigIntegerField, Exists, OuterRef
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from krachtlokaal.core import guard
from krachtlokaal.needs.queries.outcome import KIND, waiting
from krachtlokaal.needs.services.outcome import release, start
from krachtlokaal.office import jobs, queue
from krachtlokaal.office.models import Job


@jobs.handles(KIND)
def make_outcome(progress: jobs.Progress) -> jobs.Result:
    """The outcome of one survey."""
    progress.step(_("De uitkomst wordt berekend"))
    found = release(survey=progress.arguments["survey"])
    return {"versie": found.version, "verborgen": found.hidden} if found else {}


@queue.by_the_clock("*/5 * * * *")
def start_outcomes() -> int:
    """Start a job for each survey that waits and has none yet. Tells how many."""
    with guard.system("the clock looks at surveys of every workspace"):
        about = Cast(KeyTextTransform("survey", "arguments"), BigIntegerField())
        started = Job.objects.filter(kind=KIND).alias(about=about).filter(about=OuterRef("pk"))
        surveys = list(waiting().exclude(Exists(started)))
        for survey in surveys:
            start(survey=survey, user=None)
    return len(surveys)
