"""The mail server of the demo and of laptops: mails become rows that a page shows."""

from collections.abc import Sequence
from email.utils import parseaddr

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from krachtlokaal.office.models import MailboxMessage


class Backend(BaseEmailBackend):
    """Delivers at once, to the table of the mailbox page."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        rows = [
            MailboxMessage(
                to=parseaddr(address)[1],
                sender=message.from_email[:200],
                subject=message.subject[:400],
                text=str(message.body),
                html=_page(message),
            )
            for message in email_messages
            for address in message.recipients()
        ]
        MailboxMessage.objects.bulk_create(rows)
        return len(email_messages)


def _page(message: EmailMessage) -> str:
    alternatives = getattr(message, "alternatives", [])
    return next((str(body) for body, kind in alternatives if kind == "text/html"), "")
