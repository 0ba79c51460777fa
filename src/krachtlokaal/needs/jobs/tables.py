"""By the clock: remind guests. What mails to guests are called, and mail that did not arrive."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from krachtlokaal.core import guard
from krachtlokaal.needs.enums import TableState
from krachtlokaal.needs.models import RoundTable
from krachtlokaal.needs.services import guest_mails, reminding
from krachtlokaal.office import audit, outbox, queue
from krachtlokaal.office.models import OutboxMail

REMIND_BEFORE = timedelta(days=2)
outbox.names(
    {
        guest_mails.INVITATION: _("Uitnodiging voor een ronde tafel"),
        guest_mails.ANSWER: _("Bevestiging aan een gast"),
        guest_mails.PLACE_TAKEN: _("Bericht aan wie in plaats van een ander komt"),
        guest_mails.REMINDER: _("Herinnering aan een ronde tafel"),
        guest_mails.MOVED: _("Bericht dat een ronde tafel is verplaatst"),
        guest_mails.CALLED_OFF: _("Bericht dat een ronde tafel niet doorgaat"),
    }
)


@queue.by_the_clock("*/10 8-18 * * *")
def remind_guests() -> int:
    """Of tables in two days, or sooner where no worker ran. Each guest once."""
    today = timezone.localdate()
    with guard.system("the clock reminds for every workspace"):
        due = RoundTable.objects.filter(
            state=TableState.PLANNED, held_on__gt=today, held_on__lte=today + REMIND_BEFORE
        )
        rows = list(due.select_related("survey__workspace"))
    count = 0
    for row in rows:
        system = audit.Actor(audit.SYSTEM.kind, audit.SYSTEM.name, workspace=row.workspace_id)
        with guard.workspaces(row.workspace_id), audit.acting(system):
            count += reminding.remind(table=row)
    return count


@outbox.on_problem(guest_mails.ABOUT)
def note_problem(mail: OutboxMail) -> None:
    reminding.note_problem(mail=mail)
