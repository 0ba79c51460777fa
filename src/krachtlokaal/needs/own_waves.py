"""The waves of a needs survey show no totals of their own: its outcome takes their place."""

from krachtlokaal.needs.models import NeedsWave
from krachtlokaal.surveys import elsewhere
from krachtlokaal.surveys.models import Wave


def decide() -> None:
    """Called once when the room is ready."""
    elsewhere.register(_is_of_a_survey)


def _is_of_a_survey(wave: Wave) -> bool:
    """From the day on that it counts: the outcome may come later, but what was shown is seen."""
    return NeedsWave.objects.filter(wave=wave.pk).exists()
