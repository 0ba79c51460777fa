"""The figures of a needs survey as they left last."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.outcome.model import Outcome, Reason, from_cells
from krachtlokaal.office import releases
from krachtlokaal.office.models import Release

KIND = "needs.outcome"
# Why a figure stays in, in a sentence.
REASONS: dict[Reason, str | Promise] = {
    Reason.GROUP: _("Te weinig antwoorden, of een kleine groep is er anders mee uit te rekenen."),
    Reason.DOMINANT: _("Eén of twee organisaties tellen hier te zwaar."),
    Reason.NONE: _("Hier antwoordde niemand."),
}


def released(survey: NeedsSurvey) -> Release | None:
    """The version that left last."""
    return releases.latest(KIND, str(survey.pk), workspace=survey.workspace_id)


def outcome_of(survey: NeedsSurvey) -> Outcome | None:
    """None as long as nothing left. One query."""
    release = released(survey)
    return from_cells(release.cells, release.version) if release else None
