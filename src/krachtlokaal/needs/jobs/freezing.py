"""Freeze a large population in the background."""

from django.utils.translation import gettext as _

from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries.freezing import KIND
from krachtlokaal.needs.services import freezing
from krachtlokaal.needs.services.surveys import NotNow
from krachtlokaal.office import jobs


@jobs.handles(KIND)
def freeze(progress: jobs.Progress) -> jobs.Result:
    """Everybody or nobody."""
    survey = NeedsSurvey.objects.filter(pk=int(progress.arguments["survey"])).first()
    if survey is None:
        raise jobs.Refused(_("Deze behoeftepeiling bestaat niet meer."))
    progress.step(_("Organisaties vastleggen"))
    try:
        return {"organisations": freezing.freeze_now(survey=survey)}
    except NotNow as why:
        raise jobs.Refused(_("Deze behoeftepeiling is al begonnen.")) from why
