"""What stands behind the link of a guest: her seat, her table, and whether she can still answer."""

from enum import StrEnum

from django.utils import timezone

from krachtlokaal.needs.enums import SurveyState, TableState
from krachtlokaal.needs.models import Guest
from krachtlokaal.needs.queries.guest_words import begins_at
from krachtlokaal.office.models import PersonalLink


class Moment(StrEnum):
    OPEN = "open"
    OVER = "over"
    CALLED_OFF = "called_off"


def guest_of(link: PersonalLink) -> Guest | None:
    """Hers alone, in the scope of the workspace of her link."""
    rows = Guest.objects.filter(pk=link.object_id or 0, link=link, wiped_on=None)
    return rows.select_related("organisation", "link", "table__survey__workspace").first()


def moment_of(guest: Guest) -> Moment:
    """She may change her mind until the conversation begins, never after the report is fixed."""
    table, starts = guest.table, begins_at(guest.table)
    if table.state == TableState.CALLED_OFF:
        return Moment.CALLED_OFF
    if table.survey.state == SurveyState.FINISHED:
        return Moment.OVER
    if table.state != TableState.PLANNED or (starts is not None and starts <= timezone.now()):
        return Moment.OVER
    return Moment.OPEN
