"""A mail that did not arrive is written down at the contact."""

import pytest

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import outbox
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import AuditEntry
from krachtlokaal.register.models import Contact
from tests.register.mailings.factories import mailing, outbox_mail, reachable

pytestmark = pytest.mark.django_db


def told(room: Workspace, contact: Contact, to: str, state: MailState, error: str) -> Contact:
    mail = outbox_mail(
        room,
        mailing(room),
        to=to,
        state=state,
        error=error,
        about_kind="contact",
        about_id=contact.pk,
    )
    outbox.tell_problem(mail)
    with guard.workspaces(room.pk):
        return Contact.objects.get(pk=contact.pk)


def test_the_reason_stands_at_the_contact_and_in_the_log(room: Workspace) -> None:
    _about, contact = reachable(room, "Harmonie")
    now = told(room, contact, contact.email.upper(), MailState.BOUNCED, "Postvak vol")
    assert now.mail_problem == "Postvak vol"
    assert now.mail_problem_at is not None
    with guard.workspaces(room.pk):
        entry = AuditEntry.objects.get(verb="contact.mail_problem")
    assert (entry.actor_kind, entry.object_id) == ("system", contact.pk)


def test_a_refusal_without_words_gets_a_sentence(room: Workspace) -> None:
    _about, contact = reachable(room, "Harmonie")
    now = told(room, contact, contact.email, MailState.REFUSED, "")
    assert now.mail_problem == "Een mail aan dit adres werd geweigerd."


def test_a_bounce_of_an_address_that_was_changed_since_says_nothing(room: Workspace) -> None:
    _about, contact = reachable(room, "Harmonie")
    assert told(room, contact, "oud@club.example", MailState.BOUNCED, "x").mail_problem == ""
