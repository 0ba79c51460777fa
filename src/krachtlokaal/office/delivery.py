"""How one mail leaves: `sending` is committed before the server gets it, so a crash can't hide it.

Three outcomes are certain (sent, refused, not taken: offered again later). What a crash or a broken
line leaves open becomes `unsure`, which people settle by hand: no mail goes out twice by itself.
"""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

from django.core.mail import EmailMessage
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.core import guard
from krachtlokaal.office import letters, outbox, queue, smtp
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import OutboxMail

# Seconds until the next try, when the server can't take a mail: together some two days.
WAITS = (60, 300, 900, 3600, 4 * 3600, 8 * 3600, 12 * 3600, 24 * 3600)
SECRETS_HOLD = timedelta(minutes=15)
HUNG = timedelta(minutes=15)
_LOCK_SPACE = 7102 << 40

log = logging.getLogger(__name__)


def deliver(mail_id: int) -> None:
    """Send one mail, if it still waits."""
    with _holding(mail_id) as is_held:
        if not is_held:
            return
        message = _take(mail_id)
        if message is not None:
            _settle(mail_id, *_hand_over(mail_id, message))


@contextmanager
def _holding(mail_id: int) -> Iterator[bool]:
    """While this process lives and is busy with the mail, others can see that by its lock."""
    key = [_LOCK_SPACE + mail_id]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", key)
        row = cursor.fetchone()
        is_held = bool(row and row[0])
    try:
        yield is_held
    finally:
        # A lost connection has let go of the lock by itself.
        with suppress(DatabaseError):
            if is_held:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", key)


def _take(mail_id: int) -> EmailMessage | None:
    """Say that the mail is being sent, and make it; None when there is nothing to send."""
    with transaction.atomic(), guard.system("the queue names a mail by its number"):
        waiting = OutboxMail.objects.select_related("link").select_for_update(of=("self",))
        mail = waiting.filter(pk=mail_id, state=MailState.QUEUED).first()
        if mail is None:
            return None
        message = _make(mail)
        if message is not None:
            mail.state, mail.sending_at = MailState.SENDING, timezone.now()
            mail.attempts += 1
            mail.save(update_fields=["state", "sending_at", "attempts"])
        return message


def _make(mail: OutboxMail) -> EmailMessage | None:
    if mail.is_secret and mail.created_at < timezone.now() - SECRETS_HOLD:
        _close(mail, MailState.CANCELLED, _("De code in deze mail was verlopen."))
        return None
    try:
        return letters.message(mail)
    except letters.LinkGone:
        _close(mail, MailState.CANCELLED, _("De link in deze mail is ingetrokken."))
    except Exception:
        reference = secrets.token_hex(3)
        log.exception("Mail %s could not be made, reference %s", mail.pk, reference)
        words = _("Deze mail kon niet worden gemaakt. Geef de beheerder dit nummer: %s.")
        _close(mail, MailState.REFUSED, words % reference)
    return None


def _hand_over(mail_id: int, message: EmailMessage) -> tuple[MailState, str]:
    try:
        smtp.hand_over(message)
    except smtp.Refused as refused:
        words = _("De mailserver weigerde deze mail: %s") % refused.words
        return MailState.REFUSED, words
    except smtp.NotTaken as error:
        return MailState.QUEUED, _("De mailserver nam de mail niet aan: %s") % error.words
    except Exception:
        log.exception("Mail %s: it is unsure whether the server took it", mail_id)
        return MailState.UNSURE, unsure()
    return MailState.SENT, ""


def unsure() -> str:
    """The sentence for a mail of which nobody knows whether it left."""
    return _("Het versturen werd afgebroken. Misschien kwam de mail aan, misschien niet.")


def _settle(mail_id: int, state: MailState, words: str) -> None:
    with transaction.atomic(), guard.system("the mail is settled by its number"):
        mail = OutboxMail.objects.select_for_update().get(pk=mail_id)
        if state == MailState.QUEUED:
            _offer_again(mail, words)
        else:
            _close(mail, state, words)


def _offer_again(mail: OutboxMail, words: str) -> None:
    if mail.attempts > len(WAITS):
        _close(mail, MailState.REFUSED, words)
        return
    mail.state, mail.error, mail.sending_at = MailState.QUEUED, words, None
    mail.save(update_fields=["state", "error", "sending_at"])
    queue.defer_later("deliver", WAITS[mail.attempts - 1], mail_id=mail.pk)


def _close(mail: OutboxMail, state: MailState, words: str) -> None:
    mail.state, mail.error = state, words
    if state == MailState.SENT:
        mail.sent_at = timezone.now()
    if mail.is_secret:
        mail.context = {}
    mail.save(update_fields=["state", "error", "sent_at", "context"])
    if state in {MailState.REFUSED, MailState.BOUNCED}:
        outbox.tell_problem(mail)


def bounce(mail: OutboxMail, words: str) -> None:
    """A mail server further on sent the mail back."""
    _close(mail, MailState.BOUNCED, words)


def sweep() -> int:
    """Mark as unsure what a process that is gone was sending; tells how many."""
    count = 0
    with transaction.atomic(), guard.system("mails of every workspace are looked after"):
        sending = OutboxMail.objects.filter(state=MailState.SENDING).order_by("sending_at")
        for mail in sending.select_for_update(skip_locked=True)[:500]:
            if _is_abandoned(mail):
                _close(mail, MailState.UNSURE, unsure())
                count += 1
    return count


def _is_abandoned(mail: OutboxMail) -> bool:
    if mail.sending_at and mail.sending_at < timezone.now() - HUNG:
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK_SPACE + mail.pk])
        row = cursor.fetchone()
    return bool(row and row[0])
