"""The outbox: a mail is a row, written in the transaction of the deed that causes it.

`post` queues it; office/delivery.py renders it and hands it to the mail server. A mail that could
not be delivered is told to who registered for what the mail is about (`on_problem`).
"""

import logging
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from krachtlokaal.core import guard
from krachtlokaal.office import audit, queue
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models import OutboxMail, PersonalLink

Hook = Callable[[OutboxMail], None]
_hooks: dict[str, Hook] = {}
_names: dict[str, str | Promise] = {}
_forgotten: set[str] = set()
RESENDABLE = (MailState.UNSURE, MailState.REFUSED, MailState.BOUNCED)
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Post:
    """One mail of many: see `post` for what each value means."""

    to: str
    to_name: str = ""
    context: dict[str, Any] = field(default_factory=dict)
    link: PersonalLink | None = None
    language: str = "nl"
    about: tuple[str, int] | None = None


def post(
    template: str,
    *,
    to: str,
    to_name: str = "",
    context: dict[str, Any] | None = None,
    workspace: int | None,
    link: PersonalLink | None = None,
    language: str = "nl",
    about: tuple[str, int] | None = None,
    batch: int | None = None,
    secret: bool = False,
) -> OutboxMail:
    """Queue one mail. `template` names templates/mail/<template>.txt (first line: the subject).

    The template gets the context, `to_name`, `base_url` and, when there is a link, its `token`.
    These names in the context do more:
    `link_to` and `unsubscribe`: the name of a URL that takes the token as its only argument; the
    template then gets `link_url` and `unsubscribe_url`, the mail the header List-Unsubscribe.
    `one_click`: that address takes the POST of a mail programme (RFC 8058).
    `reply_to`: an address. `from_name`: whose mail this is, shown before our name.
    A `secret` mail holds a sign-in code: it is wiped when it left, and dropped when it is late.
    """
    one = Post(to, to_name, context or {}, link, language, about)
    return post_many(template, [one], workspace=workspace, batch=batch, secret=secret)[0]


def post_many(
    template: str,
    posts: Iterable[Post],
    *,
    workspace: int | None,
    batch: int | None = None,
    secret: bool = False,
) -> list[OutboxMail]:
    """Queue mails of one template with a handful of queries."""
    mails = [_row(template, one, workspace, batch, secret=secret) for one in posts]
    with transaction.atomic(), guard.system("a visitor's deed and a link's deed send mail too"):
        OutboxMail.objects.bulk_create(mails, batch_size=1000)
        # Somebody waits for a sign-in code, nobody for the last mail of a mailing.
        priority = 10 if secret else (-10 if batch else 0)
        queue.defer_many("deliver", [{"mail_id": mail.pk} for mail in mails], priority=priority)
    return mails


def _row(
    template: str, one: Post, workspace: int | None, batch: int | None, *, secret: bool
) -> OutboxMail:
    kind, number = one.about or ("", None)
    return OutboxMail(
        workspace_id=workspace,
        to=one.to,
        to_name=one.to_name[:160],
        template=template,
        context=one.context,
        is_secret=secret,
        language=one.language,
        link=one.link,
        about_kind=kind,
        about_id=number,
        batch_id=batch,
        message_id=_message_id(),
    )


def _message_id() -> str:
    # Given once and kept over every try, so that a bounce and a second copy can be recognised.
    domain = parseaddr(settings.MAIL_FROM)[1].rpartition("@")[2] or "localhost"
    return f"<kl.{uuid.uuid4().hex}@{domain}>"


def on_problem(kind: str) -> Callable[[Hook], Hook]:
    """Register who is told that a mail about this kind of thing did not arrive.

    The function gets the mail (`about_id`, `state`, `error`) in the scope of its workspace.
    """

    def register(hook: Hook) -> Hook:
        if kind in _hooks:
            raise ValueError(f"Two functions for problems with mail about {kind}.")
        _hooks[kind] = hook
        return hook

    return register


def tell_problem(mail: OutboxMail) -> None:
    """Call the function that registered; what goes wrong in it does not undo the mail's state."""
    hook = _hooks.get(mail.about_kind)
    if hook is None or mail.about_id is None:
        return
    workspaces = [mail.workspace_id] if mail.workspace_id else []
    system = audit.Actor(audit.SYSTEM.kind, audit.SYSTEM.name, workspace=mail.workspace_id)
    try:
        with transaction.atomic(), guard.workspaces(*workspaces), audit.acting(system):
            hook(mail)
    except (DatabaseError, LookupError, ValueError):
        log.exception("Mail %s did not arrive and nobody could be told", mail.pk)


def resend(mail: OutboxMail) -> bool:
    """Send an unsure or refused mail once more, because somebody decided so."""
    with transaction.atomic():
        again = OutboxMail.objects.filter(pk=mail.pk, state__in=RESENDABLE, is_secret=False)
        if not again.update(state=MailState.QUEUED, attempts=0, error="", sending_at=None):
            return False
        audit.record("mail.resent", mail, label=_called(mail))
        queue.defer("deliver", mail_id=mail.pk)
    return True


def confirm(mail: OutboxMail) -> bool:
    """Somebody knows that an unsure mail arrived."""
    with transaction.atomic():
        unsure = OutboxMail.objects.filter(pk=mail.pk, state=MailState.UNSURE)
        if not unsure.update(state=MailState.SENT, error="", sent_at=mail.sending_at):
            return False
        audit.record("mail.confirmed", mail, label=_called(mail))
    return True


def forget_addresses(kind: str) -> str:
    """Say that addresses of mails about this kind are wiped one day: no audit entry may name them,
    for the audit gives nothing back."""
    _forgotten.add(kind)
    return kind


def _called(mail: OutboxMail) -> str:
    """What the audit calls a mail."""
    return name_of(mail.template) if mail.about_kind in _forgotten else mail.to


def names(templates: Mapping[str, str | Promise]) -> None:
    """Say what mails of a template are called on the page of outgoing mail."""
    _names.update(templates)


def name_of(template: str) -> str:
    """The name of a mail; without one the name of its template, made readable."""
    readable = template.replace("_", " ").replace("-", " ").capitalize()
    return str(_names.get(template, readable))


names({"job_done": _("Bericht dat een taak klaar is"), "job_failed": _("Bericht over een taak")})
