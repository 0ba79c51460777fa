"""Mail that came back: read from a Maildir, told at what the mail was about.

A mail server delivers what comes back to a mailbox on this machine (docs/beheer/mail.md). Each file
is read once and moved to `cur`; what is not about a mail of ours, or can't be read, only moves.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from krachtlokaal.core import guard
from krachtlokaal.office import delivery
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import OutboxMail

AT_ONCE = 500
LARGEST = 2_000_000  # bytes; what comes back holds at most the mail itself
_OURS = re.compile(r"<?(kl\.[0-9a-f]{32}@[\w.-]+)>?")
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_RETURNED = {MailState.SENT, MailState.SENDING, MailState.UNSURE}

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Bounce:
    """Which mail came back, and the number that says why."""

    message_id: str
    status: str
    is_complaint: bool = False


def read(folder: str = "") -> int:
    """Handle what came in; tells how many mails of ours it found."""
    maildir = Path(folder or settings.BOUNCE_MAILDIR or "/nonexistent")
    if not (maildir / "new").is_dir():
        return 0
    count = 0
    for path in sorted((maildir / "new").iterdir())[:AT_ONCE]:
        count += _handle(path)
        _move(path, maildir / "cur")
    return count


def _handle(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            bounce = recognise(file.read(LARGEST))
    except Exception:
        # Anybody can send anything to this address: one bad mail must not stop the others.
        log.warning("A returned mail can't be read: %s", path.name, exc_info=True)
        return False
    return bounce is not None and _mark(bounce)


def _move(path: Path, target: Path) -> None:
    try:
        target.mkdir(exist_ok=True)
        path.rename(target / f"{path.name.partition(':')[0]}:2,S")
    except OSError:
        log.warning("A returned mail can't be moved: %s", path.name, exc_info=True)


def _mark(bounce: Bounce) -> bool:
    with transaction.atomic(), guard.system("a returned mail names the mail that it is about"):
        rows = OutboxMail.objects.select_for_update().filter(
            message_id=f"<{bounce.message_id}>", state__in=_RETURNED
        )
        mail = rows.first()
        if mail is None:
            return False
        delivery.bounce(mail, reason(bounce))
    return True


def recognise(raw: bytes) -> Bounce | None:
    """The mail of ours that this report says did not arrive; None for every other mail."""
    message = message_from_bytes(raw, policy=policy.compat32)
    kind = message.get_content_type()
    report = str(message.get_param("report-type") or "").lower()
    if kind == "multipart/report" and report == "delivery-status":
        status = _failed_status(message)
        return _bounce(message, status) if status else None
    if kind == "multipart/report" and report == "feedback-report":
        return _bounce(message, "", is_complaint=True)
    if _is_from_a_server(message):
        return _bounce(message, _first(_STATUS, _texts(message)))
    return None


def _failed_status(message: Message) -> str:
    """The status of the recipient that failed; empty when it was only slow, or did arrive."""
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for fields in part.walk():
            if str(fields.get("Action", "")).strip().lower() == "failed":
                return str(fields.get("Status", "")).strip().split(" ")[0] or "5.0.0"
    return ""


def _is_from_a_server(message: Message) -> bool:
    """Old servers write a letter instead of a report. An answering machine is not one of them."""
    sender = str(message.get("From", "")).lower()
    is_answer = str(message.get("Auto-Submitted", "")).lower().startswith("auto-replied")
    return not is_answer and ("mailer-daemon" in sender or "postmaster@" in sender)


def _bounce(message: Message, status: str, *, is_complaint: bool = False) -> Bounce | None:
    found = _first(_OURS, _texts(message))
    return Bounce(found, status, is_complaint) if found else None


def _first(pattern: re.Pattern[str], texts: Iterator[str]) -> str:
    hits = (hit for text in texts if (hit := pattern.search(text)))
    hit = next(hits, None)
    return hit.group(1) if hit else ""


def _texts(message: Message) -> Iterator[str]:
    """The headers of every part, then every text in it."""
    for part in message.walk():
        yield "\n".join(f"{name}: {value}" for name, value in part.items())
    for part in message.walk():
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield payload.decode("utf-8", "replace")


def reason(bounce: Bounce) -> str:
    """Why it came back, in a sentence that an adviser can do something with."""
    if bounce.is_complaint:
        return _("De ontvanger meldde deze mail als ongewenst.")
    for start, sentence in _reasons():
        if bounce.status.startswith(start):
            return sentence
    return _("De mail kwam terug. Vraag de organisatie of het adres nog klopt.")


def _reasons() -> list[tuple[str, str]]:
    """The first that fits holds; the numbers are those of RFC 3463."""
    gone = _("Dit mailadres bestaat niet (meer). Vraag de organisatie om een nieuw adres.")
    return [
        ("5.1.2", _("Het deel na de @ van dit adres bestaat niet. Kijk of er een tikfout in zit.")),
        ("5.4.4", _("Het deel na de @ van dit adres bestaat niet. Kijk of er een tikfout in zit.")),
        ("5.1.", gone),
        ("5.2.1", _("Deze mailbox is afgesloten. Vraag de organisatie om een nieuw adres.")),
        ("5.2.2", _("De mailbox van de ontvanger is vol. Probeer het later nog eens, of bel.")),
        ("4.2.2", _("De mailbox van de ontvanger is vol. Probeer het later nog eens, of bel.")),
        ("5.2.3", _("De mail is te groot voor de ontvanger.")),
        ("5.3.4", _("De mail is te groot voor de ontvanger.")),
        ("5.7.", _("De mailserver van de ontvanger laat deze mail niet door (spamfilter).")),
        ("4.", _("De mailserver van de ontvanger was dagenlang niet bereikbaar.")),
        ("5.4.", _("De mailserver van de ontvanger was niet bereikbaar.")),
    ]
