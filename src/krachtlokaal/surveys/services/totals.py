"""Let the totals of a closed wave leave: once, protected, written in the ledger."""

from django.db import transaction

from krachtlokaal.core import guard
from krachtlokaal.office import releases
from krachtlokaal.office.models import Release
from krachtlokaal.surveys.elsewhere import is_shown_elsewhere
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries import totals as queries
from krachtlokaal.surveys.queries.definitions import of_version
from krachtlokaal.surveys.totals import totals
from krachtlokaal.topics.enums import HelpForm


@transaction.atomic
def publish_totals(*, wave: Wave) -> Release | None:
    """Make the totals of a wave that is closed and settled; what left once stays as it is.

    None for a wave that is not ready or whose figures are shown elsewhere, or a questionnaire that
    has no scores.
    """
    with guard.system("totals are made of answers that nobody of the workspace may read"):
        row = Wave.objects.select_related("questionnaire_version").get(pk=wave.pk)
        if row.state != WaveState.CLOSED or row.settled_at is None:
            return None
        if is_shown_elsewhere(row):
            return None
        if standing := queries.released(row):
            return standing
        definition = of_version(row.questionnaire_version)
        if definition.rules is None:
            return None
        made = totals(
            queries.organisations_of(row, definition),
            themes=[theme.key for theme in definition.themes],
            rules=definition.rules,
            help_forms=list(HelpForm.values),
        )
        return releases.record(
            queries.KIND,
            str(row.pk),
            made.cells,
            workspace=row.workspace_id,
            hidden=made.hidden,
            label=row.title,
        )
