"""The audit of a workspace, told in sentences."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from krachtlokaal.office import verbs
from krachtlokaal.office.models import AuditEntry


@dataclass(frozen=True)
class Deed:
    """One line of the page."""

    at: datetime
    sentence: str
    changes: list[verbs.Change]


def entries(
    *, person: str = "", subject: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[AuditEntry]:
    """What was done in the workspaces in scope, the newest first."""
    rows = AuditEntry.objects.order_by("-at", "-id")
    if person:
        rows = rows.filter(actor_name__icontains=person)
    if subject:
        rows = rows.filter(object_label__icontains=subject)
    if since:
        rows = rows.filter(at__gte=_start(since))
    if until:
        rows = rows.filter(at__lt=_start(until + timedelta(days=1)))
    return rows


def shown(rows: list[AuditEntry]) -> list[Deed]:
    return [Deed(row.at, verbs.sentence(row), verbs.changes(row)) for row in rows]


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
