"""Who waits for a call from the steunpunt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from krachtlokaal.surveys.enums import WishKind
from krachtlokaal.surveys.models import ContactWish, Measurement
from krachtlokaal.surveys.workdays import working_days_before

PROMISED = 5  # working days


@dataclass(frozen=True)
class Waiting:
    """One request; `is_late` after five working days."""

    wish: ContactWish
    is_late: bool


def has_open_wish(measurement: Measurement) -> bool:
    """Whether somebody of this organisation asked and waits."""
    rows = ContactWish.objects.filter(measurement=measurement, kind=WishKind.CONTACT)
    return rows.filter(answered_on=None).exists()


def open_wishes() -> QuerySet[ContactWish]:
    """Those of the workspace, who waits longest first."""
    rows = ContactWish.objects.filter(kind=WishKind.CONTACT, answered_on=None)
    return rows.select_related("organisation", "measurement__wave")


def settled_wishes() -> QuerySet[ContactWish]:
    """What was handled, the last one first."""
    rows = ContactWish.objects.filter(kind=WishKind.CONTACT).exclude(answered_on=None)
    return rows.select_related("organisation", "measurement__wave").order_by("-answered_on", "-id")


def waiting(rows: Iterable[ContactWish], today: date | None = None) -> list[Waiting]:
    last = late_from(today or timezone.localdate())
    return [Waiting(row, row.asked_on <= last) for row in rows]


def late_from(today: date) -> date:
    """Who asked on this day or before waits too long."""
    return working_days_before(today, PROMISED)
