"""What is thrown away, and when. docs/beheer/bewaartermijnen.md shows the same periods."""

from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office.enums import JobState, MailState
from krachtlokaal.office.models import Draft, Job, JobFile, MailboxMessage, OutboxMail

DRAFTS = timedelta(days=90)  # since the last key stroke
JOBS = timedelta(days=180)
MAILBOX = timedelta(days=14)  # the demo's page; it shows codes and links
MAIL_VALUES = timedelta(days=90)  # what filled in a mail; that it was sent is kept longer
MAILS = timedelta(days=2 * 365)
TASKS = timedelta(days=30)  # of the queue, after they ended
AUDIT = timedelta(days=5 * 365)  # the database itself refuses less than two years

_OLD_TASKS = """
DELETE FROM procrastinate_jobs WHERE status IN ('succeeded', 'failed', 'cancelled', 'aborted')
  AND id IN (SELECT job_id FROM procrastinate_events GROUP BY job_id HAVING max(at) < %s)
"""


def clean_up(now: datetime | None = None) -> None:
    """Throw away what is past its time."""
    now = now or timezone.now()
    with guard.system("old rows of every workspace are thrown away"):
        JobFile.objects.filter(expires_at__lt=now).delete()
        over = Job.objects.filter(state__in=[JobState.DONE, JobState.FAILED])
        over.filter(finished_at__lt=now - JOBS).delete()
        Draft.objects.filter(updated_at__lt=now - DRAFTS).delete()
        MailboxMessage.objects.filter(at__lt=now - MAILBOX).delete()
        _mails(now)
        with connection.cursor() as cursor:
            cursor.execute("SELECT kl_forget_audit(%s)", [now - AUDIT])
            cursor.execute(_OLD_TASKS, [now - TASKS])


def _mails(now: datetime) -> None:
    settled = OutboxMail.objects.exclude(
        state__in=[MailState.QUEUED, MailState.SENDING, MailState.UNSURE]
    )
    settled.filter(created_at__lt=now - MAILS).delete()
    settled.filter(~Q(context={}), created_at__lt=now - MAIL_VALUES).update(context={})
