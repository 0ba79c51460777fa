"""The waves of a needs survey show no totals of their own: its outcome takes their place."""

from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsWave
from krachtlokaal.surveys import elsewhere
from krachtlokaal.surveys.models import Wave


def decide() -> None:
    """Called once when the room is ready."""
    elsewhere.register(_is_of_a_survey)


def _is_of_a_survey(wave: Wave) -> bool:
    """From the day on that the population is fixed."""
    rows = NeedsWave.objects.filter(wave=wave.pk)
    return rows.exclude(survey__state=SurveyState.PREPARING).exists()
