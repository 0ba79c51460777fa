"""Field work of a survey: take the call list along, ask an organisation that was never asked."""

from django.db import transaction
from django.utils.translation import gettext as _

from krachtlokaal.needs.models import NeedsSurvey, PopulationMember
from krachtlokaal.needs.queries.surveys import waves_of
from krachtlokaal.office import audit
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Measurement
from krachtlokaal.surveys.services.measurements import measurement_for


class CannotDo(Exception):  # noqa: N818 it is an answer, not a fault
    """This can't be done now; the text says why and what to do."""


@transaction.atomic
def note_export(*, survey: NeedsSurvey, count: int) -> None:
    """Who took telephone numbers along stands in the record."""
    audit.record("needs_calls.exported", survey, changes={"organisaties": [0, count]})


@transaction.atomic
def ask_along(*, survey: NeedsSurvey, organisation: Organisation) -> Measurement:
    """Take an organisation of the population into the wave that is open; nothing is mailed yet."""
    wave = waves_of(survey).filter(state=WaveState.OPEN).first()
    if wave is None:
        raise CannotDo(_("Er is nu geen meting open. Opnemen kan niet meer."))
    if not PopulationMember.objects.filter(survey=survey, organisation=organisation).exists():
        raise CannotDo(_("Deze organisatie hoort niet bij deze peiling."))
    made = measurement_for(wave=wave, organisation=organisation)
    audit.record("needs_calls.added", survey, label=f"{organisation.name} ({survey.title})")
    return made
