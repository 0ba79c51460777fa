"""What is thrown away, and when. docs/beheer/bewaartermijnen.md shows the same terms.

A room registers its terms in a module that is read at the start (`retention.py`):

    retention.delete("drafts", _("Wat iemand typte en niet bewaarde"), 90, old_drafts)

`overview` is the dry run: it counts and changes nothing. `clean_up` carries out, by the clock.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from krachtlokaal.core import guard
from krachtlokaal.office import audit
from krachtlokaal.office.enums import JobState, MailState
from krachtlokaal.office.models import AuditEntry, Draft, Job, JobFile, MailboxMessage, OutboxMail

Rows = Callable[[datetime], "QuerySet[Any]"]


@dataclass(frozen=True)
class Term:
    """One kind of data: what it is, how many days it is kept, and since when that counts.

    `rows` gives those that are past their time, seen from the moment `days` ago; `carry_out` gets
    the same rows.
    """

    key: str
    what: Promise
    days: int
    since: Promise
    rows: Rows
    carry_out: Callable[["QuerySet[Any]"], object]

    def due(self, now: datetime) -> "QuerySet[Any]":
        return self.rows(now - timedelta(days=self.days))


@dataclass(frozen=True)
class Due:
    """How many rows of a kind are past their time now."""

    term: Term
    number: int


_terms: dict[str, Term] = {}


def register(term: Term) -> None:
    if term.key in _terms:
        raise ValueError(f"Two terms for {term.key}.")
    _terms[term.key] = term


def delete(key: str, what: Promise, days: int, rows: Rows, *, since: Promise) -> None:
    """Rows that are deleted after their term."""
    register(Term(key, what, days, since, rows, lambda old: old.delete()))


def wipe(  # each says one thing of the term
    key: str,
    what: Promise,
    days: int,
    rows: Rows,
    *,
    since: Promise,
    values: dict[str, object],
) -> None:
    """Rows that stay, of which some fields are emptied after the term."""
    register(Term(key, what, days, since, rows, lambda old: old.update(**values)))


def terms() -> list[Term]:
    """All terms, in the order in which rooms registered them."""
    return list(_terms.values())


def overview(now: datetime | None = None) -> list[Due]:
    """The dry run: how much would be thrown away now. Changes nothing."""
    now = now or timezone.now()
    with guard.system("the dry run counts old rows of every workspace"):
        return [Due(term, term.due(now).count()) for term in terms()]


def clean_up(now: datetime | None = None) -> dict[str, int]:
    """Throw away what is past its time; tells how much of each kind."""
    now = now or timezone.now()
    done: dict[str, int] = {}
    with transaction.atomic(), guard.system("old rows of every workspace are thrown away"):
        for term in terms():
            old = term.due(now)
            if number := old.count():
                term.carry_out(old)
                done[term.key] = number
        with connection.cursor() as cursor:
            cursor.execute(_OLD_TASKS, [now - timedelta(days=TASKS)])
        if done:
            audit.record("retention.carried_out", label=_told(done))
    return done


def _told(done: dict[str, int]) -> str:
    return ", ".join(f"{key} {number}" for key, number in sorted(done.items()))


TASKS = 30  # days that tasks of the queue stay after they ended
_OLD_TASKS = """
DELETE FROM procrastinate_jobs WHERE status IN ('succeeded', 'failed', 'cancelled', 'aborted')
  AND id IN (SELECT job_id FROM procrastinate_events GROUP BY job_id HAVING max(at) < %s)
"""
_SETTLED = ~Q(state__in=[MailState.QUEUED, MailState.SENDING, MailState.UNSURE])


def _forget_audit(old: "QuerySet[Any]") -> None:
    # The application may not delete entries; a function of the owner may, of two years and older.
    last = old.latest("at").at
    with connection.cursor() as cursor:
        cursor.execute("SELECT kl_forget_audit(%s)", [last + timedelta(microseconds=1)])


delete(
    "job_files",
    _("Bestanden die een taak maakte"),
    0,
    lambda at: JobFile.objects.filter(expires_at__lt=at),
    since=_("na de dag die bij het bestand staat (30 dagen)"),
)
delete(
    "jobs",
    _("Taken die klaar zijn"),
    180,
    lambda at: Job.objects.filter(state__in=[JobState.DONE, JobState.FAILED], finished_at__lt=at),
    since=_("nadat de taak klaar was"),
)
delete(
    "drafts",
    _("Wat een gebruiker typte en niet bewaarde"),
    90,
    lambda at: Draft.objects.filter(updated_at__lt=at),
    since=_("na de laatste toetsaanslag"),
)
delete(
    "mailbox",
    _("Mails in de postbus van de oefenomgeving"),
    14,
    lambda at: MailboxMessage.objects.filter(at__lt=at),
    since=_("na de aankomst"),
)
wipe(
    "mail_values",
    _("Wat in een mail werd ingevuld"),
    90,
    lambda at: OutboxMail.objects.filter(_SETTLED, ~Q(context={}), created_at__lt=at),
    since=_("na het versturen"),
    values={"context": {}},
)
delete(
    "mails",
    _("Dat een mail is verstuurd, en aan wie"),
    2 * 365,
    lambda at: OutboxMail.objects.filter(_SETTLED, created_at__lt=at),
    since=_("na het versturen"),
)
register(
    Term(
        "audit",
        _("Wie wat deed"),
        5 * 365,
        _("na de daad"),
        lambda at: AuditEntry.objects.filter(at__lt=at),
        _forget_audit,
    )
)
