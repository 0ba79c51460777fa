"""Open answers become cards by themselves, when the waves of a survey are closed."""

from django.db.models import BigIntegerField, Exists, OuterRef
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.core import guard
from krachtlokaal.needs.queries.words import ready
from krachtlokaal.needs.services.words import read_words
from krachtlokaal.office import jobs, queue
from krachtlokaal.office.models import Job

KIND = "needs.words"


@jobs.handles(KIND, mails=False)
def make_cards(progress: jobs.Progress) -> jobs.Result:
    """The open answers of one survey."""
    progress.step(_("Open antwoorden worden gelezen"))
    number = read_words(survey=progress.arguments["survey"])
    return {} if number is None else {"kaartjes": number}


@queue.by_the_clock("*/5 * * * *")
def start_reading() -> int:
    """Start a job for each survey that is ready and has none yet. Tells how many."""
    with guard.system("the clock looks at surveys of every workspace"):
        about = Cast(KeyTextTransform("survey", "arguments"), BigIntegerField())
        started = Job.objects.filter(kind=KIND).alias(about=about).filter(about=OuterRef("pk"))
        surveys = list(ready().exclude(Exists(started)))
        for survey in surveys:
            jobs.start(
                KIND,
                title=_("Open antwoorden van %(survey)s") % {"survey": survey.title},
                workspace=survey.workspace_id,
                user=None,
                arguments={"survey": survey.pk},
                result_url=reverse("needs:coding", args=[survey.pk]),
            )
    return len(surveys)
