"""What must be there before the field work of a survey can begin."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries.area import Sizes
from krachtlokaal.needs.queries.surveys import waves_of
from krachtlokaal.office.enums import JobState
from krachtlokaal.office.models import Job
from krachtlokaal.surveys.enums import WaveState

KIND = "needs.freeze"


@dataclass(frozen=True)
class Missing:
    """A sentence, and the address where it is mended."""

    sentence: str
    url_name: str


def missing(survey: NeedsSurvey, sizes: Sizes) -> list[Missing]:
    """Empty when the field work can begin. One query."""
    found = []
    if not survey.municipalities:
        found.append(Missing(_("Er is nog geen gemeente gekozen."), "needs:survey_area"))
    for town in sizes.empty:
        told = _(
            "In %(town)s staat geen enkele organisatie in het register. Laat de gemeente weg, of"
            " voer eerst organisaties in."
        )
        found.append(Missing(told % {"town": town}, "needs:survey_area"))
    if not survey.question.strip():
        told = _("De vraag die de peiling moet beantwoorden, ontbreekt.")
        found.append(Missing(told, "needs:survey_plan"))
    if not (survey.starts_on and survey.ends_on):
        found.append(Missing(_("De periode ontbreekt."), "needs:survey_plan"))
    return found + _missing_waves(survey)


def _missing_waves(survey: NeedsSurvey) -> list[Missing]:
    waves = list(waves_of(survey))
    off = [wave.title for wave in waves if wave.state == WaveState.CALLED_OFF]
    if waves and len(off) == len(waves):
        told = _("„%(wave)s” is afgelast. Kies of begin een andere meting.") % {"wave": off[0]}
        return [Missing(told, "needs:survey_waves")]
    if not waves:
        told = _("Er is nog geen meting gekozen. Zonder meting zijn er geen cijfers.")
        return [Missing(told, "needs:survey_waves")]
    return []


def freezing_job(survey: NeedsSurvey) -> Job | None:
    """The job that freezes it now, if there is one."""
    rows = Job.objects.filter(kind=KIND, arguments__survey=survey.pk)
    return rows.filter(state__in=[JobState.WAITING, JobState.RUNNING]).order_by("-id").first()
