"""Remind guests two days before, and write down that a mail to a guest did not arrive."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from krachtlokaal.needs.enums import GuestState
from krachtlokaal.needs.models import Guest, RoundTable
from krachtlokaal.needs.services import guest_mails
from krachtlokaal.needs.services.tables import locked
from krachtlokaal.office import audit
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.register import mail_problems

# A table that moved to a later day reminds anew.
ONCE_IN = timedelta(days=7)


@transaction.atomic
def remind(*, table: RoundTable) -> int:
    """Who comes, and who did not answer yet; tells how many mails go. Each guest once."""
    row = locked(table)
    reminded = OutboxMail.objects.filter(
        about_kind=guest_mails.ABOUT,
        template=guest_mails.REMINDER,
        created_at__gt=timezone.now() - ONCE_IN,
    )
    guests = Guest.objects.filter(
        table=row, state__in=(GuestState.COMES, GuestState.INVITED), problem="", wiped_on=None
    )
    waiting = guests.exclude(email="").exclude(pk__in=reminded.values("about_id"))
    found = list(waiting.select_related("organisation", "link").order_by("pk"))
    count = guest_mails.remind(table=row, guests=found) if found else 0
    if count:
        audit.record("guests.reminded", row, changes={"mails": [0, count]})
    return count


@transaction.atomic
def note_problem(*, mail: OutboxMail) -> None:
    """A mail was refused or came back: shown at the guest, and at the contact of the register."""
    rows = Guest.objects.select_for_update(of=("self",)).select_related("table")
    guest = rows.filter(pk=mail.about_id or 0, email__iexact=mail.to, wiped_on=None).first()
    if guest is None:
        return
    guest.problem = mail_problems.in_words(mail)
    guest.save(update_fields=["problem"])
    if guest.contact_id is not None:
        mail_problems.note_at(guest.contact_id, mail)
    audit.record("guest.mail_problem", guest, label=guest.table.title)
