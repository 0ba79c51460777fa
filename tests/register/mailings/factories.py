"""Rows of mailings for tests: one function per model, no surprises."""

from typing import Any

from django.core import mail
from django.core.mail import EmailMessage

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office.models import OutboxMail
from krachtlokaal.register.models import Contact, Mailing, OptOut, Organisation
from tests.register import factories


def mailing(room: Workspace, *organisations: Organisation, **values: Any) -> Mailing:
    chosen = [row.pk for row in organisations]
    texts = {"subject": "Nieuws voor {organisatie}", "text": "Beste {naam},\n\nKom langs."}
    with guard.workspaces(room.pk):
        return Mailing.objects.create(
            workspace=room, organisation_ids=chosen, **{**texts, **values}
        )


def reachable(room: Workspace, called: str, **values: Any) -> tuple[Organisation, Contact]:
    """An organisation with a secretary who has an address."""
    about = factories.organisation(called)
    told: dict[str, Any] = {
        "name": "Sjoukje",
        "role": "secretary",
        "email": f"secretaris{about.pk}@club.example",
    }
    with guard.workspaces(room.pk):
        return about, factories.contact(room, about, **{**told, **values})


def opt_out(room: Workspace, email: str) -> OptOut:
    with guard.workspaces(room.pk):
        return OptOut.objects.create(workspace=room, email=email)


def outbox_mail(room: Workspace, mailing: Mailing, **values: Any) -> OutboxMail:
    told = {"to": "a@club.example", "template": "mailing", "batch_id": mailing.pk}
    with guard.workspaces(room.pk):
        return OutboxMail.objects.create(
            workspace_id=room.pk,
            message_id=f"<{OutboxMail.objects.count()}.{mailing.pk}@x>",
            **{**told, **values},
        )


def addresses() -> list[str]:
    """Where mail arrived, in the order of arrival."""
    return [address for message in mail.outbox for address in message.to]


def last_mail() -> EmailMessage:
    return mail.outbox[-1]
