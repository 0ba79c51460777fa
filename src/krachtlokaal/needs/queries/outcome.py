"""The figures of a needs survey as they left last, and which surveys wait for theirs."""

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey, NeedsWave
from krachtlokaal.needs.outcome.model import Outcome, Reason, from_cells
from krachtlokaal.office import releases
from krachtlokaal.office.models import Release
from krachtlokaal.surveys.enums import WaveState

KIND = "needs.outcome"
# Why a figure stays in, in a sentence.
REASONS: dict[Reason, str | Promise] = {
    Reason.GROUP: _("Te weinig antwoorden, of een kleine groep is er anders mee uit te rekenen."),
    Reason.DOMINANT: _("Eén of twee organisaties tellen hier te zwaar."),
    Reason.NONE: _("Hier antwoordde niemand."),
}
_OVER = Q(wave__state=WaveState.CALLED_OFF) | Q(
    wave__state=WaveState.CLOSED, wave__settled_at__isnull=False
)


def released(survey: NeedsSurvey) -> Release | None:
    """The version that left last."""
    return releases.latest(KIND, str(survey.pk), workspace=survey.workspace_id)


def outcome_of(survey: NeedsSurvey) -> Outcome | None:
    """None as long as nothing left. One query."""
    release = released(survey)
    return from_cells(release.cells, release.version) if release else None


def countable() -> QuerySet[NeedsSurvey]:
    """The population is frozen, and all waves are closed and settled."""
    waves = NeedsWave.objects.filter(survey=OuterRef("pk"))
    rows = NeedsSurvey.objects.exclude(state=SurveyState.PREPARING)
    held = waves.filter(wave__state=WaveState.CLOSED)
    return rows.filter(Exists(held)).exclude(Exists(waves.exclude(_OVER)))


def waiting() -> QuerySet[NeedsSurvey]:
    """Those of which nothing left yet."""
    left = Release.objects.filter(kind=KIND, key=Cast(OuterRef("pk"), CharField()))
    return countable().exclude(Exists(left))
