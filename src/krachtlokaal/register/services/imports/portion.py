"""Some hundreds of organisations on their way into the register, looked at once more.

Between the check and the import somebody may have changed an organisation: what differs from what
was agreed to is left as it is now, and told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from krachtlokaal.office.models import AuditEntry
from krachtlokaal.register.models import ImportRun, Organisation
from krachtlokaal.register.queries.import_area import area_of
from krachtlokaal.register.services.imports import deciding
from krachtlokaal.register.services.imports.deciding import Around
from krachtlokaal.register.services.imports.drafts import Group
from krachtlokaal.register.services.imports.values import RowValues, combine


@dataclass(slots=True)
class Item:
    """One organisation with all that is still to be written for it."""

    group: Group
    whole: RowValues
    organisation: Organisation | None
    changes: dict[str, Any]
    done: dict[str, Any] = field(default_factory=dict)


@dataclass
class Portion:
    run: ImportRun
    items: list[Item]
    entries: list[AuditEntry] = field(default_factory=list)
    kept: list[dict[str, Any]] = field(default_factory=list)


def look_again(run: ImportRun, groups: Sequence[Group]) -> Portion:
    """Lock what is known, and compare what was agreed to with how things are now."""
    rows = _locked(groups)
    around = deciding.look_around(
        groups, workspace=run.workspace, area=area_of(run.workspace), overwrite=run.overwrite
    )
    gaps_only = Around(
        workspace=around.workspace,
        area=around.area,
        overwrite=False,
        organisations=around.organisations,
        contacts=around.contacts,
        tags=around.tags,
        notes=around.notes,
    )
    portion = Portion(run, [])
    for group in groups:
        portion.items.append(_item(group, rows, around, gaps_only, portion.kept))
    return portion


def _locked(groups: Sequence[Group]) -> dict[int, Organisation]:
    """Those that are known, in the order of their keys; one that was merged since is followed."""
    wanted = {group.organisation for group in groups if group.organisation}
    found = {row.pk: row for row in _lock(wanted)}
    while merged := {row.merged_into_id for row in found.values()} - {None} - set(found):
        found |= {row.pk: row for row in _lock(merged)}
    for group in groups:
        while group.organisation and (target := found[group.organisation].merged_into_id):
            group.organisation = target
    return found


def _lock(keys: set[Any]) -> list[Organisation]:
    rows = Organisation.everything.select_for_update(of=("self",)).filter(pk__in=keys)
    return list(rows.order_by("pk"))


def _item(
    group: Group,
    rows: dict[int, Organisation],
    around: Around,
    gaps_only: Around,
    kept: list[dict[str, Any]],
) -> Item:
    whole = combine(group.first.values, [row.values for row in group.rows[1:]])
    if group.organisation is None:
        return Item(group, whole, None, deciding.new_changes(whole))
    current = around.organisations[group.organisation]
    if group.organisation != group.first.organisation:
        # Added or merged by somebody since the check: nobody agreed to changes of this one.
        changes = deciding.update_changes(whole, current, gaps_only)
        return Item(group, whole, rows[group.organisation], changes)
    fresh = deciding.update_changes(whole, current, around)
    agreed = group.first.changes
    kept += _told(group, current, agreed, fresh)
    return Item(group, whole, rows[group.organisation], _both(agreed, fresh))


def _both(agreed: dict[str, Any], fresh: dict[str, Any]) -> dict[str, Any]:
    """What was agreed to and still stands."""
    facts = {
        name: change
        for name, change in fresh.get("facts", {}).items()
        if agreed.get("facts", {}).get(name) == change
    }
    contacts = [one for one in fresh.get("contacts", ()) if one in agreed.get("contacts", ())]
    tags = [tag for tag in fresh.get("tags", ()) if tag in agreed.get("tags", ())]
    both = {"facts": facts, "contacts": contacts, "tags": tags, "note": fresh.get("note", "")}
    return {name: value for name, value in both.items() if value}


def _told(
    group: Group, current: dict[str, Any], agreed: dict[str, Any], fresh: dict[str, Any]
) -> list[dict[str, Any]]:
    """What somebody changed since the check, and so is not overwritten."""
    told = []
    for name, (_old, new) in agreed.get("facts", {}).items():
        if current[name] != new and fresh.get("facts", {}).get(name) != [_old, new]:
            told.append(_kept(group, current, name, current[name], new))
    for one in agreed.get("contacts", ()):
        if one["id"] and one not in fresh.get("contacts", ()):
            for name, (_old, new) in one["fields"].items():
                told.append(_kept(group, current, f"contact_{name}", None, new))
    return told


def _kept(
    group: Group, current: dict[str, Any], name: str, theirs: object, ours: object
) -> dict[str, Any]:
    return {
        "row": group.first.number,
        "organisation": current["id"],
        "name": current["name"],
        "field": name,
        "theirs": theirs,
        "ours": ours,
    }
