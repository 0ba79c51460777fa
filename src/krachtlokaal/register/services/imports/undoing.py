"""Take an import back as a whole. What somebody changed or used since stays, and is listed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.models import User
from krachtlokaal.core import guard
from krachtlokaal.core.unpaused import unpaused
from krachtlokaal.office import audit
from krachtlokaal.office.models import AuditEntry, Job
from krachtlokaal.register.enums import ImportState, RowAction
from krachtlokaal.register.models import ImportRow, ImportRun, Organisation, Tag
from krachtlokaal.register.services import search
from krachtlokaal.register.services.imports import facts, undoing_extras, uses
from krachtlokaal.register.services.imports.checking import Tell, silent
from krachtlokaal.register.services.imports.mapping import UNDO, begin, locked
from krachtlokaal.register.services.imports.writing import AT_ONCE


@dataclass
class Undone:
    """What came of it so far."""

    run: ImportRun
    kept: list[dict[str, Any]] = field(default_factory=list)
    entries: list[AuditEntry] = field(default_factory=list)
    tags: set[int] = field(default_factory=set)
    removed: int = 0
    restored: int = 0

    def keep(self, row: ImportRow, name: str, what: str, why: str) -> None:
        self.kept.append(
            {
                "row": row.number,
                "organisation": row.organisation_id,
                "name": name,
                "field": what,
                "why": why,
            }
        )


@transaction.atomic
def ask(*, run: ImportRun, version: int, user: User | None) -> Job:
    """Start to undo; an import can be undone once."""
    run = locked(run, version, ImportState.IMPORTED)
    audit.record("import.undo_asked", run)
    return begin(run, user, UNDO, ImportState.UNDOING, _("Inlezen terugdraaien: %s"))


@unpaused()
@transaction.atomic
def undo(*, run: ImportRun, tell: Tell = silent) -> ImportRun:
    """Remove what the import made and put back what it changed; safe to run again after a kill."""
    run = locked(run, None)
    if run.state == ImportState.UNDONE:
        return run
    numbers = list(
        run.rows.filter(action__in=[RowAction.CREATE, RowAction.UPDATE])
        .order_by("number")
        .values_list("number", flat=True)
    )
    undone = Undone(run)
    for start in range(0, len(numbers), AT_ONCE):
        tell(_("Terugdraaien"), start, len(numbers))
        _undo_portion(undone, run.rows.filter(number__in=numbers[start : start + AT_ONCE]))
    Tag.objects.filter(pk__in=undone.tags, rows=None).delete()
    return _finish(undone)


def _undo_portion(undone: Undone, rows: Any) -> None:  # noqa: ANN401 a related manager's query set
    portion: list[ImportRow] = list(rows.order_by("number"))
    created = [row for row in portion if row.changes.get("created") and row.organisation_id]
    changed = [row for row in portion if row.changes and not row.changes.get("created")]
    _remove(undone, created)
    _put_back(undone, [row for row in changed if row.organisation_id])
    audit.record_many(undone.entries)
    undone.entries.clear()


def _remove(undone: Undone, rows: Sequence[ImportRow]) -> None:
    keys = [row.organisation_id for row in rows]
    # Locked first: from here on nobody hangs something on an organisation that is about to go.
    found = {
        row.pk: row
        for row in Organisation.everything.select_for_update().filter(pk__in=keys).order_by("pk")
    }
    reasons = uses.of_created(undone.run, rows)
    gone = []
    for row in rows:
        organisation = found.get(row.organisation_id or 0)
        if organisation is None:
            continue
        if organisation.pk in reasons:
            undone.keep(row, organisation.name, "", reasons[organisation.pk])
            continue
        gone.append(organisation)
        undone.tags |= {tag["id"] for tag in row.changes.get("tags", ())}
    undone.entries += [
        audit.entry_for("organisation.removed", organisation, shared=True) for organisation in gone
    ]
    undone.removed += len(gone)
    removed = [organisation.pk for organisation in gone]
    with guard.system("pairs of duplicates and rows of other lists let go of it as well"):
        Organisation.everything.filter(pk__in=removed).delete()
    search.reindex(removed)


def _put_back(undone: Undone, rows: Sequence[ImportRow]) -> None:
    keys = [row.organisation_id for row in rows]
    found = {
        row.pk: row
        for row in Organisation.everything.select_for_update(of=("self",))
        .filter(pk__in=keys)
        .order_by("pk")
    }
    restored = []
    for row in rows:
        organisation = found.get(row.organisation_id or 0)
        if organisation is None:
            continue
        if organisation.merged_into_id is not None:
            undone.keep(row, organisation.name, "", _("Is daarna samengevoegd."))
            continue
        if _put_facts_back(undone, row, organisation):
            restored.append(organisation)
    facts.save(restored)
    search.reindex(organisation.pk for organisation in restored)
    undoing_extras.put_back(undone, rows, found)
    undone.restored += len(rows)


def _put_facts_back(undone: Undone, row: ImportRow, organisation: Organisation) -> bool:
    back: dict[str, list[Any]] = {}
    for name, (old, new) in row.changes.get("facts", {}).items():
        if getattr(organisation, name) == new:
            setattr(organisation, name, old)
            back[name] = [new, old]
        elif getattr(organisation, name) != old:
            undone.keep(row, organisation.name, name, _("Is daarna door iemand gewijzigd."))
    if back:
        organisation.name_key = search.name_key(organisation.name)
        organisation.version += 1
        undone.entries.append(
            audit.entry_for("organisation.changed", organisation, changes=back, shared=True)
        )
    return bool(back)


def _finish(undone: Undone) -> ImportRun:
    run = undone.run
    run.kept_fields = undone.kept
    run.counts = {**run.counts, "removed": undone.removed, "restored": undone.restored}
    run.state, run.undone_at = ImportState.UNDONE, timezone.now()
    run.version += 1
    run.save(update_fields=["kept_fields", "counts", "state", "undone_at", "version"])
    audit.record("import.undone", run, changes={"organisaties": [undone.removed, 0]})
    return run
