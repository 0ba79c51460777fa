"""Outgoing mail as its page shows it: what needs somebody's decision stands first."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, IntegerField, QuerySet, When

from krachtlokaal.office import outbox
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import MailboxMessage, OutboxMail

# The words of the parts of a page for the states of a mail.
SHOWN = {
    MailState.QUEUED: "wait",
    MailState.SENDING: "busy",
    MailState.SENT: "done",
    MailState.UNSURE: "now",
    MailState.REFUSED: "stop",
    MailState.BOUNCED: "stop",
    MailState.CANCELLED: "wait",
}


@dataclass(frozen=True)
class Line:
    """One mail in the list."""

    id: int
    to: str
    name: str
    what: str
    at: datetime
    state: str
    word: str
    error: str
    is_unsure: bool
    may_resend: bool


def line(mail: OutboxMail) -> Line:
    return Line(
        id=mail.pk,
        to=mail.to,
        name=mail.to_name,
        what=outbox.name_of(mail.template),
        at=mail.sent_at or mail.created_at,
        state=SHOWN[MailState(mail.state)],
        word=mail.get_state_display(),
        error=mail.error,
        is_unsure=mail.state == MailState.UNSURE,
        may_resend=mail.state in outbox.RESENDABLE and not mail.is_secret,
    )


def listed(*, state: str = "", text: str = "") -> QuerySet[OutboxMail]:
    """The mails of the workspaces in scope: unsure ones first, then the newest."""
    rank = Case(When(state=MailState.UNSURE, then=0), default=1, output_field=IntegerField())
    rows = OutboxMail.objects.defer("context").annotate(rank=rank).order_by("rank", "-id")
    if state:
        rows = rows.filter(state=state)
    if text:
        rows = rows.filter(to__icontains=text) | rows.filter(to_name__icontains=text)
    return rows


def counts(batch: int) -> dict[str, int]:
    """How many mails of one batch are in which state, for the page of a mailing."""
    rows = OutboxMail.objects.filter(batch_id=batch).order_by().values_list("state")
    return dict(rows.annotate(number=Count("pk")))


def received(*, text: str = "") -> QuerySet[MailboxMessage]:
    """The mailbox of the demo."""
    rows = MailboxMessage.objects.defer("html")
    if text:
        rows = rows.filter(to__icontains=text) | rows.filter(subject__icontains=text)
    return rows.order_by("-id")
