"""The totals of a wave that closed, made by themselves."""

from django.db.models import BigIntegerField, CharField, Exists, OuterRef
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.core import guard
from krachtlokaal.office import jobs, queue
from krachtlokaal.office.models import Job, Release
from krachtlokaal.surveys.elsewhere import is_shown_elsewhere
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries.totals import KIND
from krachtlokaal.surveys.services.totals import publish_totals


@jobs.handles(KIND, mails=False)
def make_totals(progress: jobs.Progress) -> jobs.Result:
    """The totals of one wave."""
    progress.step(_("Totalen worden berekend"))
    wave = Wave.objects.get(pk=progress.arguments["wave"])
    release = publish_totals(wave=wave)
    return {"verborgen": release.hidden} if release else {}


@queue.by_the_clock("*/5 * * * *")
def start_totals() -> int:
    """Start a job for each closed and settled wave that has none yet. Tells how many."""
    with guard.system("the clock looks at waves of every workspace"):
        key = Cast(OuterRef("pk"), CharField())
        left = Release.objects.filter(kind=KIND, key=key)
        about = Cast(KeyTextTransform("wave", "arguments"), BigIntegerField())
        started = Job.objects.filter(kind=KIND).alias(about=about).filter(about=OuterRef("pk"))
        ready = Wave.objects.filter(state=WaveState.CLOSED, settled_at__isnull=False)
        rows = ready.exclude(Exists(left)).exclude(Exists(started))
        waves = [wave for wave in rows if not is_shown_elsewhere(wave)]
        for wave in waves:
            jobs.start(
                KIND,
                title=_("Totalen van %(wave)s") % {"wave": wave.title},
                workspace=wave.workspace_id,
                user=None,
                arguments={"wave": wave.pk},
                result_url=reverse("surveys:totals", args=[wave.pk]),
            )
    return len(waves)
