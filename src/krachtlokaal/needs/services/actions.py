"""What somebody will do after the report, and what came of it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from krachtlokaal.needs.models import Action, NeedsSurvey
from krachtlokaal.office import audit
from krachtlokaal.register.services.versions import ChangedMeanwhile, differences


@transaction.atomic
def make(*, survey: NeedsSurvey, values: Mapping[str, Any]) -> Action:
    """A new one, at the end of the list."""
    rows = Action.objects.filter(survey=survey)
    last = rows.aggregate(last=Max("position"))["last"] or 0
    made = Action.objects.create(
        workspace_id=survey.workspace_id, survey=survey, position=last + 1, **values
    )
    audit.record("action.made", made, workspace=survey.workspace_id)
    return made


@transaction.atomic
def change(*, action: Action, version: int, values: Mapping[str, Any]) -> Action:
    """Other words, another owner or day; a new day is asked about anew."""
    row = _locked(action, version)
    changes = differences(row, dict(values))
    if "due_on" in changes:
        row.asked_on = None
    return _saved(row, changes, "action.changed")


@transaction.atomic
def report(*, action: Action, version: int, values: Mapping[str, Any]) -> Action:
    """How it stands and what came of it, by who says so now."""
    row = _locked(action, version)
    told = {"reported_on": timezone.localdate(), "reported_by": audit.current_actor().name[:160]}
    return _saved(row, differences(row, told | dict(values)), "action.reported")


@transaction.atomic
def move(*, action: Action, steps: int) -> None:
    """Up (-1) or down (1); at the end nothing happens. Who changes the order holds the survey: two
    who lock its actions one by one could each wait for the other."""
    NeedsSurvey.objects.select_for_update(no_key=True).get(pk=action.survey_id)
    rows = list(Action.objects.select_for_update().filter(survey=action.survey_id))
    at = next((number for number, row in enumerate(rows) if row.pk == action.pk), None)
    if at is None or not 0 <= at + steps < len(rows):
        return
    rows.insert(at + steps, rows.pop(at))
    for number, row in enumerate(rows, start=1):
        row.position = number
    Action.objects.bulk_update(rows, ["position"])
    audit.record("action.moved", action, workspace=action.workspace_id)


@transaction.atomic
def remove(*, action: Action) -> None:
    audit.record("action.removed", action, workspace=action.workspace_id)
    Action.objects.filter(pk=action.pk).delete()


def _locked(action: Action, version: int) -> Action:
    rows = Action.objects.select_for_update(of=("self",)).select_related("theme", "survey")
    row = rows.get(pk=action.pk)
    if row.version != version:
        raise ChangedMeanwhile(row)
    return row


def _saved(row: Action, changes: dict[str, list[Any]], verb: str) -> Action:
    for name, (_old, new) in changes.items():
        setattr(row, name, new)
    if changes:
        row.version += 1
        row.save()
        audit.record(verb, row, workspace=row.workspace_id)
    return row
