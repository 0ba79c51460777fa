"""Make a day from a template, and change what is known of it."""

from collections.abc import Mapping
from datetime import date
from secrets import token_hex
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from krachtlokaal.accounts.access import Access
from krachtlokaal.events.enums import EventState
from krachtlokaal.events.models import DayPart, EventDay
from krachtlokaal.events.services.day_templates import parts_of
from krachtlokaal.office import audit, drafts
from krachtlokaal.register.services.versions import ChangedMeanwhile, differences

OVER = (EventState.HELD, EventState.CALLED_OFF)


class NotNow(Exception):  # noqa: N818 it is an answer, not a fault
    """The day was held or does not go on: nothing of it changes any more."""

    def __init__(self, day: EventDay) -> None:
        super().__init__(day.state)
        self.day = day


@transaction.atomic
def make(*, access: Access, kind: str, title: str, held_on: date | None) -> EventDay:
    """A day in preparation, with the parts of its template."""
    parts = parts_of(kind)
    day = EventDay.objects.create(
        workspace=access.workspace,
        kind=kind,
        title=title,
        slug=_slug(title),
        held_on=held_on,
        starts_at=min((part.starts_at for part in parts), default=None),
        ends_at=max((part.ends_at for part in parts), default=None),
        made_by=access.user,
    )
    rows = [DayPart(workspace=day.workspace, event=day, **part.values()) for part in parts]
    DayPart.objects.bulk_create(rows)
    drafts.forget(draft_name(None))
    audit.record("event_day.made", day)
    return day


@transaction.atomic
def change(*, day: EventDay, version: int, values: Mapping[str, Any]) -> EventDay:
    """Save its facts; refuses when a colleague saved since `version`."""
    row = EventDay.objects.select_for_update().get(pk=day.pk)
    if row.state in OVER:
        raise NotNow(row)
    if row.version != version:
        raise ChangedMeanwhile(row)
    drafts.forget(draft_name(row))
    changes = differences(row, dict(values))
    for name, (_old, new) in changes.items():
        setattr(row, name, new)
    if changes:
        row.version += 1
        row.save()
        audit.record("event_day.changed", row)
    return row


def draft_name(day: EventDay | None) -> str:
    """Under which name the page keeps what is being typed."""
    return f"events.day.{day.pk}" if day else "events.day.new"


def _slug(title: str) -> str:
    """Its tail tells days with one name apart, also those of other workspaces."""
    return f"{slugify(title)[:60].strip('-') or 'dag'}-{token_hex(4)}"
