"""Carry out what was agreed to: one transaction, in portions, so that memory stays bounded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.models import User
from krachtlokaal.core.unpaused import unpaused
from krachtlokaal.office import audit
from krachtlokaal.office.models import Job
from krachtlokaal.register.enums import ImportState, RowAction
from krachtlokaal.register.models import ImportRow, ImportRun
from krachtlokaal.register.services import bulk
from krachtlokaal.register.services.imports import extras, facts, grouping
from krachtlokaal.register.services.imports.checking import Tell, silent
from krachtlokaal.register.services.imports.drafts import Draft, Group, of_row
from krachtlokaal.register.services.imports.mapping import RUN, begin, locked
from krachtlokaal.register.services.imports.matching import Known
from krachtlokaal.register.services.imports.portion import look_again

AT_ONCE = 1000
_ONE_AT_A_TIME = 7202  # the lock under which imports write, one after the other
_WRITES = (RowAction.CREATE, RowAction.UPDATE)


@dataclass(frozen=True)
class Around:
    """What all portions need: who came into the register since the check, and the labels."""

    newcomers: Known
    tags: extras.Tags


@transaction.atomic
def agree(*, run: ImportRun, version: int, user: User | None) -> Job:
    """Somebody saw what would happen and says yes to exactly that."""
    run = locked(run, version, ImportState.CHECKED)
    audit.record("import.agreed", run, changes=_numbers(run))
    return begin(run, user, RUN, ImportState.IMPORTING, _("Lijst inlezen: %s"))


@unpaused()
@transaction.atomic
def write(*, run: ImportRun, tell: Tell = silent) -> ImportRun:
    """Write all rows that create or change something; safe to run again after a kill."""
    with connection.cursor() as cursor:
        # Two lists with the same new organisation must not both make it.
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])
    run = locked(run, None)
    if run.state == ImportState.IMPORTED:
        return run
    numbers = list(
        run.rows.filter(action__in=_WRITES).order_by("number").values_list("number", flat=True)
    )
    around = Around(Known(grouping.newer_than(run.checked_at)), extras.tags_of(run))
    kept: list[dict[str, Any]] = []
    for start in range(0, len(numbers), AT_ONCE):
        tell(_("Organisaties opslaan"), start, len(numbers))
        kept += _write_portion(run, numbers[start : start + AT_ONCE], around)
    return _finish(run, kept)


def _write_portion(run: ImportRun, numbers: list[int], around: Around) -> list[dict[str, Any]]:
    groups = _groups(run, numbers)
    _recognise(groups, around.newcomers)
    portion = look_again(run, groups)
    facts.write(portion)
    extras.write(portion, around.tags)
    audit.record_many(portion.entries)
    _keep_rows([row for group in groups for row in group.rows])
    return portion.kept


def _groups(run: ImportRun, numbers: list[int]) -> list[Group]:
    leading = run.rows.filter(number__in=numbers)
    following = run.rows.filter(same_as__in=numbers, action=RowAction.MERGE)
    return grouping.regroup([of_row(row) for row in [*leading, *following]])


def _recognise(groups: Sequence[Group], newcomers: Known) -> None:
    """An organisation that somebody added after the check is not made a second time."""
    for group in groups:
        if group.organisation is not None or group.first.by_hand:
            continue
        hit = newcomers.find(group.first.identity)
        if hit is not None:
            group.organisation = hit.other
            group.reason = _("Intussen toegevoegd door een ander, dus niet nog een keer gemaakt.")


def _keep_rows(rows: Sequence[Draft]) -> None:
    """What became of each row; one statement, because 20,000 updates would take a minute.

    Without a join: right after the check the database takes the table for nearly empty, and would
    compare each row with each.
    """
    told = {
        str(row.pk): [row.organisation, str(row.action), row.reason[:400], row.changes]
        for row in rows
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE register_importrow AS r SET"
            " organisation_id = (told.v->(r.id::text)->>0)::bigint,"
            " action = told.v->(r.id::text)->>1, reason = told.v->(r.id::text)->>2,"
            " changes = told.v->(r.id::text)->3"
            " FROM (SELECT %s::jsonb AS v) AS told WHERE r.id = ANY(%s)",
            [bulk.as_text(told), [row.pk for row in rows]],
        )


def _finish(run: ImportRun, kept: list[dict[str, Any]]) -> ImportRun:
    actions = run.rows.order_by().values_list("action", flat=True)
    counts = dict(run.counts)
    for action in RowAction:
        counts[str(action)] = 0
    for name in actions.iterator(chunk_size=5000):
        counts[name] += 1
    run.counts, run.kept_fields = counts, kept
    run.state, run.imported_at = ImportState.IMPORTED, timezone.now()
    # The rows hold all that is needed from here; the file itself holds more of people than that.
    run.file, run.version = b"", run.version + 1
    run.save(update_fields=["counts", "kept_fields", "state", "imported_at", "file", "version"])
    ImportRow.objects.filter(run=run, action=RowAction.SKIP).update(values={})
    audit.record("import.done", run, changes=_numbers(run))
    return run


def _numbers(run: ImportRun) -> dict[str, list[Any]]:
    return {
        str(action.label): [0, run.counts[str(action)]]
        for action in RowAction
        if run.counts.get(str(action))
    }
