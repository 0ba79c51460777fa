"""A mail to a contact did not arrive: written down at the contact, so that somebody mends it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.office import audit, outbox
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.register.models import Contact

LONGEST = 300


@outbox.on_problem("contact")
def note_problem(mail: OutboxMail) -> None:
    """A mail about a contact."""
    note_at(mail.about_id or 0, mail)


def note_at(pk: int, mail: OutboxMail) -> None:
    """Only if the contact still has the address that the mail went to."""
    rows = Contact.objects.select_for_update(of=("self",)).select_related("organisation")
    contact = rows.filter(pk=pk, email__iexact=mail.to).first()
    if contact is None:
        return
    contact.mail_problem = in_words(mail)
    contact.mail_problem_at = timezone.now()
    contact.save(update_fields=["mail_problem", "mail_problem_at"])
    audit.record("contact.mail_problem", contact, label=f"{contact} ({contact.organisation.name})")


def in_words(mail: OutboxMail) -> str:
    """What went wrong, as it is shown at whom the mail was about."""
    return (mail.error or _usual(mail))[:LONGEST]


def _usual(mail: OutboxMail) -> str:
    if mail.state == MailState.BOUNCED:
        return _("Een mail aan dit adres kwam terug.")
    return _("Een mail aan dit adres werd geweigerd.")
