"""Look at every row and write down what would happen with it. The register is not touched."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.unpaused import unpaused
from krachtlokaal.register.enums import ImportState, RowAction
from krachtlokaal.register.intake.cleaning import Layout, Severity, question_key
from krachtlokaal.register.intake.enums import Field
from krachtlokaal.register.models import ImportRun, RememberedColumn
from krachtlokaal.register.queries.import_area import area_of
from krachtlokaal.register.services import bulk
from krachtlokaal.register.services.imports import deciding, grouping, reading
from krachtlokaal.register.services.imports.drafts import Draft, as_row

Tell = Callable[[str | Promise, int, int], None]
Item = TypeVar("Item")
MOST_QUESTIONS = 40
_TOLD_EVERY = 500
_WRITTEN_AT_ONCE = 1000


def silent(text: str | Promise, done: int, total: int) -> None:
    """For who does not wait at a page."""


@unpaused()
@transaction.atomic
def check(*, run: ImportRun, tell: Tell = silent) -> ImportRun:
    """Fill the rows of a run; what people chose by hand before stays as they chose."""
    workspace, area = run.workspace, area_of(run.workspace)
    drafts = _read(run, workspace, tell)
    _keep_choices(run, drafts)
    tell(_("Dubbele rijen zoeken en vergelijken met het register"), 0, 0)
    groups = grouping.group(drafts, area)
    tell(_("Bepalen wat er met elke rij gebeurt"), 0, 0)
    layout = reading.layout_of(run)
    around = deciding.look_around(
        groups,
        workspace=workspace,
        area=area,
        overwrite=run.overwrite,
        municipality_column=_place_column(layout),
    )
    for group in groups:
        deciding.decide(group, around)
    _write(run, drafts, tell)
    run.counts = count(drafts)
    run.state, run.version = ImportState.CHECKED, run.version + 1
    run.checked_at = timezone.now()
    run.save(update_fields=["counts", "state", "version", "checked_at"])
    return run


def _read(run: ImportRun, workspace: Workspace, tell: Tell) -> list[Draft]:
    tell(_("De lijst lezen"), 0, 0)
    remembered = RememberedColumn.objects.filter(workspace=workspace).values_list(
        "header", flat=True
    )
    table = reading.table_of(bytes(run.file), run.file_name, run.sheet, remembered)
    layout = reading.layout_of(run)
    places = reading.places_of(workspace, area_of(workspace))
    rows = _told(table.rows, tell, _("Rijen nakijken"))
    return [reading.draft_of(row, layout, places) for row in rows]


def _told(items: Sequence[Item], tell: Tell, text: str) -> Iterator[Item]:
    for index, item in enumerate(items):
        if index % _TOLD_EVERY == 0:
            tell(text, index, len(items))
        yield item


def _place_column(layout: Layout) -> str:
    """The column where the municipality should have stood."""
    fields = (Field.MUNICIPALITY, Field.PLACE, Field.POSTCODE_PLACE)
    named = next((field for field in fields if layout.has(field)), Field.MUNICIPALITY)
    return layout.column(named)


def _keep_choices(run: ImportRun, drafts: Sequence[Draft]) -> None:
    """A choice by hand holds after another check, as long as the row can be used."""
    rows = run.rows.filter(chosen_by_hand=True, organisation__merged_into=None)
    chosen = {
        row[0]: row[1:] for row in rows.values_list("number", "action", "organisation_id", "reason")
    }
    for draft in drafts:
        if draft.number not in chosen or not draft.usable:
            continue
        action, organisation, reason = chosen[draft.number]
        draft.by_hand = action != RowAction.REJECT
        draft.organisation, draft.reason = organisation, reason
        if action == RowAction.SKIP:
            draft.close(RowAction.SKIP, reason)


def _write(run: ImportRun, drafts: Sequence[Draft], tell: Tell) -> None:
    run.rows.all().delete()
    for start in range(0, len(drafts), _WRITTEN_AT_ONCE):
        tell(_("Uitkomst opschrijven"), start, len(drafts))
        part = drafts[start : start + _WRITTEN_AT_ONCE]
        bulk.insert([as_row(draft, run) for draft in part])


def count(drafts: Sequence[Draft]) -> dict[str, Any]:
    """Rows per action, rows with remarks, and the questions that the list leaves open."""
    counts: dict[str, Any] = {str(action): 0 for action in RowAction}
    counts.update(Counter(str(draft.action) for draft in drafts))
    counts["rows"] = len(drafts)
    counts["remarks"] = sum(1 for draft in drafts if draft.usable and _has_warning(draft))
    counts["questions"] = _questions(drafts)
    return counts


def _has_warning(draft: Draft) -> bool:
    return any(problem["severity"] == Severity.WARNING for problem in draft.problems)


def _questions(drafts: Sequence[Draft]) -> list[dict[str, Any]]:
    """Villages that nobody knows, the most frequent first, if rows were rejected for it."""
    found: dict[str, dict[str, Any]] = {}
    for draft in drafts:
        if draft.action != RowAction.REJECT:
            continue
        for problem in draft.problems:
            if problem["severity"] == Severity.QUESTION:
                key = question_key(problem["value"])
                asked = found.setdefault(key, {"key": key, "text": problem["value"], "rows": 0})
                asked.setdefault("candidates", problem["candidates"])
                asked["rows"] += 1
    return sorted(found.values(), key=lambda asked: -asked["rows"])[:MOST_QUESTIONS]
