"""Plan a round table, change it, call it off. Guests who were asked hear of it by mail."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from krachtlokaal.needs.enums import GuestState, SurveyState, TableState
from krachtlokaal.needs.models import Guest, NeedsSurvey, RoundTable
from krachtlokaal.needs.services import guest_mails
from krachtlokaal.office import audit, drafts
from krachtlokaal.register.services.versions import ChangedMeanwhile, differences

# What a guest must hear of when it changes.
TOLD = ("held_on", "starts_at", "ends_at", "place", "address")
_ASKED = (GuestState.INVITED, GuestState.COMES)


class NotNow(Exception):  # noqa: N818 it is an answer, not a fault
    """The table is in another state than this deed is for."""

    def __init__(self, table: RoundTable) -> None:
        super().__init__(table.state)
        self.table = table


@transaction.atomic
def make(*, survey: NeedsSurvey, values: Mapping[str, Any]) -> RoundTable:
    """A new table, planned."""
    row = RoundTable.objects.create(workspace_id=survey.workspace_id, survey=survey, **values)
    audit.record("table.made", row)
    drafts.forget(draft_name(survey, None))
    return row


@transaction.atomic
def change(*, table: RoundTable, version: int, values: Mapping[str, Any]) -> int:
    """Save it; refuses when a colleague saved since `version`. Who was asked hears of another day,
    time or place: tells how many mails go."""
    row = locked(table)
    if is_closed(row):
        raise NotNow(row)
    if row.version != version:
        raise ChangedMeanwhile(row)
    changes = differences(row, dict(values))
    for name, (_old, new) in changes.items():
        setattr(row, name, new)
    if changes:
        row.version += 1
        row.save()
        audit.record("table.changed", row)
    drafts.forget(draft_name(row.survey, row))
    is_moved = row.state == TableState.PLANNED and any(name in changes for name in TOLD)
    return guest_mails.tell_moved(table=row, guests=_asked(row)) if is_moved else 0


@transaction.atomic
def call_off(*, table: RoundTable) -> int:
    """It does not go on. Who was asked hears of it: tells how many mails go."""
    row = locked(table)
    if row.state != TableState.PLANNED:
        raise NotNow(row)
    row.state = TableState.CALLED_OFF
    row.version += 1
    row.save(update_fields=["state", "version"])
    audit.record("table.called_off", row)
    return guest_mails.tell_called_off(table=row, guests=_asked(row))


def draft_name(survey: NeedsSurvey, table: RoundTable | None) -> str:
    """Under which name the page keeps what is being typed."""
    return f"needs.table.{table.pk}" if table else f"needs.table.new.{survey.pk}"


def is_closed(row: RoundTable) -> bool:
    """Nothing of it changes any more: it is called off, or its report is fixed."""
    return row.state == TableState.CALLED_OFF or row.survey.state == SurveyState.FINISHED


def locked(table: RoundTable) -> RoundTable:
    """The row of now, held until the deed is done."""
    rows = RoundTable.objects.select_for_update(of=("self",)).select_related("survey__workspace")
    return rows.get(pk=table.pk)


def _asked(row: RoundTable) -> list[Guest]:
    rows = Guest.objects.filter(table=row, state__in=_ASKED, wiped_on=None).exclude(email="")
    return list(rows.select_related("link", "organisation").order_by("pk"))
