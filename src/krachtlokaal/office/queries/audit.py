"""Who did what: of a workspace, and of one thing."""

from datetime import date, datetime, time, timedelta

from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry


def entries(
    *,
    person: str = "",
    verb: str = "",
    subject: str = "",
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[AuditEntry]:
    """What was done in the workspaces in scope, the newest first; `until` counts in."""
    rows = AuditEntry.objects.order_by("-at", "-id")
    if person:
        rows = rows.filter(actor_name__icontains=person)
    if verb:
        rows = rows.filter(verb=verb)
    if subject:
        rows = rows.filter(object_label__icontains=subject)
    if since:
        rows = rows.filter(at__gte=_start(since))
    if until:
        rows = rows.filter(at__lt=_start(until + timedelta(days=1)))
    return rows


def history(about: models.Model) -> QuerySet[AuditEntry]:
    """All that happened to one thing: what everybody may know, and the deeds of one's own room."""
    mine = Q(workspace_id__in=guard.current().workspaces)
    return AuditEntry.shared.filter(
        mine | Q(is_shared=True), object_kind=about._meta.label_lower, object_id=about.pk
    ).order_by("-at", "-id")


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
