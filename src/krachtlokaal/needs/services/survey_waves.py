"""Which waves of the KrachtMeting count for a survey."""

from django.db import transaction
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey, NeedsWave
from krachtlokaal.needs.queries.outcome import released
from krachtlokaal.needs.queries.surveys import with_totals
from krachtlokaal.needs.services.surveys import locked
from krachtlokaal.office import audit
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.surveys.enums import Audience, WaveState
from krachtlokaal.surveys.models import QuestionnaireVersion, Wave
from krachtlokaal.surveys.services import waves


class CannotDo(Exception):  # noqa: N818 it is an answer, not a fault
    """This wave can't count here; the text says why and what to do."""


@transaction.atomic
def attach(*, survey: NeedsSurvey, wave: Wave) -> NeedsWave:
    """An existing wave counts for this survey. A wave belongs to one survey at most."""
    row = locked(survey, SurveyState.PREPARING, SurveyState.FIELD)
    # Locked, so that two colleagues can't give it to two surveys.
    wave = Wave.objects.select_for_update(of=("self",)).get(pk=wave.pk)
    other = NeedsWave.objects.filter(wave=wave).select_related("survey").first()
    if other is not None:
        told = _("„%(wave)s” hoort al bij „%(survey)s”. Maak daar eerst de koppeling los.")
        raise CannotDo(told % {"wave": wave.title, "survey": other.survey.title})
    if wave.state == WaveState.CALLED_OFF:
        raise CannotDo(_("„%(wave)s” is afgelast. Kies een andere.") % {"wave": wave.title})
    if wave.audience in {Audience.ONE, Audience.SELF}:
        told = _("„%(wave)s” vraagt één organisatie. Voor een peiling vraagt u een heel gebied.")
        raise CannotDo(told % {"wave": wave.title})
    if with_totals().filter(pk=wave.pk).exists():
        told = _(
            "De totalen van „%(wave)s” zijn al getoond. Samen met de uitkomst van een peiling is"
            " een kleine groep dan uit te rekenen. Begin een nieuwe meting."
        )
        raise CannotDo(told % {"wave": wave.title})
    made = NeedsWave.objects.create(workspace_id=row.workspace_id, survey=row, wave=wave)
    audit.record("needs_wave.attached", row, label=f"{wave.title} ({row.title})")
    return made


@transaction.atomic
def detach(*, survey: NeedsSurvey, wave: int) -> None:
    """The wave stays; it does not count here any more. Nothing happens for one that was not here.

    A survey in the field keeps at least one. What left of a wave or was read stays here: elsewhere
    the same answers would leave once more.
    """
    row = locked(survey, SurveyState.PREPARING, SurveyState.FIELD)
    found = NeedsWave.objects.filter(survey=row, wave=wave).select_related("wave").first()
    if found is None:
        return
    if row.state == SurveyState.FIELD and row.waves.count() == 1:
        raise CannotDo(_("Een peiling in het veld heeft ten minste één meting nodig."))
    if released(row) is not None:
        told = _(
            "De uitkomst van deze peiling is al gemaakt, met deze meting erbij. Loskoppelen kan"
            " niet meer."
        )
        raise CannotDo(told)
    if row.words_read_at is not None:
        told = _(
            "De open antwoorden van deze meting zijn al kaartjes geworden. Loskoppelen kan niet"
            " meer."
        )
        raise CannotDo(told)
    audit.record("needs_wave.detached", row, label=f"{found.wave.title} ({row.title})")
    found.delete()


@transaction.atomic
def begin_wave(
    *, access: Access, survey: NeedsSurvey, questionnaire: QuestionnaireVersion, title: str
) -> Wave:
    """A new wave for the area of this survey; who, how and the words are its own steps."""
    row = locked(survey, SurveyState.PREPARING, SurveyState.FIELD)
    wave = waves.make(
        access=access,
        version=questionnaire,
        title=title,
        audience=Audience.SELECTION,
        filters=Filters(municipalities=tuple(row.municipalities)),
    )
    attach(survey=row, wave=wave)
    return wave
