"""What has to happen before a needs survey has an outcome."""

from django.utils.translation import gettext as _

from krachtlokaal.core.templatetags.kl import day
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries.outcome import countable
from krachtlokaal.needs.queries.surveys import waves_of
from krachtlokaal.surveys.enums import WaveState


def sentences(survey: NeedsSurvey) -> list[str]:
    """What is still needed, in order. At most one query."""
    if survey.state == SurveyState.PREPARING:
        return [_("Leg eerst vast welke organisaties bij het gebied horen.")]
    waves = list(waves_of(survey))
    if not waves:
        return [_("Koppel een meting aan deze peiling, en open die.")]
    opened = [wave for wave in waves if wave.state != WaveState.CLOSED]
    if not opened:
        return [_("De metingen zijn gesloten. De cijfers worden nu gemaakt.")]
    return [
        _("%(wave)s is open tot en met %(day)s.") % {"wave": wave.title, "day": day(wave.closes_on)}
        if wave.closes_on and wave.state == WaveState.OPEN
        else _("%(wave)s moet nog open, en dan gesloten worden.") % {"wave": wave.title}
        for wave in opened
    ]


def may_be_made(survey: NeedsSurvey) -> bool:
    """All waves are over, and the report is not fixed: its figures stay. One query."""
    if survey.state == SurveyState.FINISHED:
        return False
    return countable().filter(pk=survey.pk).exists()
