"""Which surveys wait for their open answers to become cards."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey, NeedsWave
from krachtlokaal.surveys.enums import WaveState

_OVER = Q(wave__state=WaveState.CALLED_OFF) | Q(
    wave__state=WaveState.CLOSED, wave__settled_at__isnull=False
)


def ready() -> QuerySet[NeedsSurvey]:
    """All waves are closed and settled, and nothing was read yet; asks for the system scope."""
    waves = NeedsWave.objects.filter(survey=OuterRef("pk"))
    running = [SurveyState.FIELD, SurveyState.WRITING]
    rows = NeedsSurvey.objects.filter(words_read_at=None, state__in=running)
    held = waves.filter(wave__state=WaveState.CLOSED)
    return rows.filter(Exists(held)).exclude(Exists(waves.exclude(_OVER)))


def is_ready(survey: NeedsSurvey) -> bool:
    return ready().filter(pk=survey.pk).exists()
