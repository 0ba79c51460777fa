"""Write the shared facts of a portion: new organisations, and changes of known ones."""

from django.utils import timezone

from krachtlokaal.office import audit
from krachtlokaal.register.enums import RowAction
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.services import bulk, search
from krachtlokaal.register.services.imports.portion import Item, Portion
from krachtlokaal.register.services.organisations import FACTS

WRITTEN = [*FACTS, "name_key", "version", "updated_at"]


def write(portion: Portion) -> None:
    new = [item for item in portion.items if item.organisation is None]
    known = [item for item in portion.items if item.organisation is not None]
    _create(new)
    changed = _change(known)
    for item in portion.items:
        _note_on_rows(item)
    search.reindex(item.organisation.pk for item in [*new, *changed] if item.organisation)
    portion.entries += [
        audit.entry_for("organisation.created", item.organisation, shared=True) for item in new
    ]
    portion.entries += [
        audit.entry_for(
            "organisation.changed", item.organisation, changes=item.done["facts"], shared=True
        )
        for item in changed
    ]


def _create(items: list[Item]) -> None:
    rows = [_made(item) for item in items]
    bulk.insert(rows)
    for item, row in zip(items, rows, strict=True):
        item.organisation = row
        item.done = {"created": True, "version": row.version}


def _made(item: Item) -> Organisation:
    row = Organisation(**item.whole.facts)
    row.name_key = search.name_key(row.name)
    return row


def _change(items: list[Item]) -> list[Item]:
    changed = [item for item in items if item.changes.get("facts")]
    rows = []
    for item in changed:
        row = item.organisation
        if row is None:
            continue
        for name, (_old, new) in item.changes["facts"].items():
            setattr(row, name, new)
        row.name_key = search.name_key(row.name)
        row.version += 1
        item.done = {"facts": item.changes["facts"], "version": row.version}
        rows.append(row)
    save(rows)
    return changed


def save(rows: list[Organisation]) -> None:
    """Write many changed rows with one statement."""
    now = timezone.now()
    for row in rows:
        row.updated_at = now
    Organisation.everything.bulk_create(
        rows, update_conflicts=True, unique_fields=["id"], update_fields=WRITTEN
    )


def _note_on_rows(item: Item) -> None:
    """The rows of the list lead to the organisation that they became."""
    first = item.group.first
    first.reason = item.group.reason
    for row in item.group.rows:
        row.organisation = item.organisation.pk if item.organisation else None
    if item.done.get("created"):
        first.action = RowAction.CREATE
    elif item.changes:
        first.action = RowAction.UPDATE
    else:
        first.action = RowAction.UNCHANGED
    first.changes = item.done
