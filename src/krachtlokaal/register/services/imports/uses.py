"""Was an organisation that an import made used since? Then undoing the import leaves it alone."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from krachtlokaal.core import guard
from krachtlokaal.register.merge import Relation, registry
from krachtlokaal.register.models import (
    Contact,
    DuplicatePair,
    ImportRow,
    ImportRun,
    Note,
    Organisation,
    OrganisationTag,
)

# What linkage thinks of a pair is no use by people.
_NO_USE = frozenset({DuplicatePair})


def of_created(run: ImportRun, rows: Sequence[ImportRow]) -> dict[int, str]:
    """Organisation → why it stays, for those that this import made and somebody used since."""
    made = {row.organisation_id: row.changes for row in rows if row.organisation_id}
    reasons: dict[int, str] = {}
    with guard.system("an organisation that another workspace uses must not disappear"):
        for organisation in Organisation.everything.filter(pk__in=made).select_related(
            "merged_into"
        ):
            why = _changed(organisation, made[organisation.pk])
            if why:
                reasons[organisation.pk] = why
        for relation in registry.relations.values():
            for key, why in _related(relation, run, made).items():
                reasons.setdefault(key, why)
        for key in _in_lists(made.keys()):
            reasons.setdefault(key, _("Staat in een bewaarde selectie of bericht."))
    return reasons


def _changed(organisation: Organisation, changes: Mapping[str, Any]) -> str:
    if organisation.merged_into is not None:
        return _("Is samengevoegd met “%(name)s”.") % {"name": organisation.merged_into.name}
    if organisation.version != changes["version"] or organisation.ended_on:
        return _("De gegevens zijn daarna nog gewijzigd.")
    if organisation.confirmed_at:
        return _("De organisatie heeft haar gegevens bevestigd.")
    return ""


def _related(
    relation: Relation, run: ImportRun, made: Mapping[int, Mapping[str, Any]]
) -> dict[int, str]:
    if relation.model in _NO_USE:
        return {}
    rows = relation.model._base_manager.filter(**{f"{relation.field}__in": list(made)})
    found = {}
    for row in rows:
        key = getattr(row, f"{relation.field}_id")
        if not _is_of_import(row, run, made[key]):
            found[key] = _used(row, relation, run)
    return found


def _is_of_import(row: Model, run: ImportRun, changes: Mapping[str, Any]) -> bool:
    """Whether this row came with the import itself, and is as it came."""
    if isinstance(row, ImportRow):
        return row.run_id == run.pk or not (row.changes and "version" in row.changes)
    if isinstance(row, Contact):
        versions = {one["id"]: one["version"] for one in changes.get("contacts", ())}
        return versions.get(row.pk) == row.version
    if isinstance(row, Note):
        return bool(changes.get("note", {}).get("id") == row.pk)
    if isinstance(row, OrganisationTag):
        return row.workspace_id == run.workspace_id and row.tag_id in {
            tag["id"] for tag in changes.get("tags", ())
        }
    return False


def _used(row: Model, relation: Relation, run: ImportRun) -> str:
    """What is somebody else's own is not told."""
    if getattr(row, "workspace_id", run.workspace_id) != run.workspace_id:
        return _("Een andere werkruimte gebruikt deze organisatie ook.")
    return _("Hierbij is daarna iets bijgekomen of gewijzigd: %(what)s.") % {"what": relation.label}


def _in_lists(keys: Iterable[int]) -> set[int]:
    wanted = set(keys)
    found: set[int] = set()
    for copy in registry.copies.values():
        rows = copy.model._base_manager.exclude(**{copy.name: []})
        for numbers in rows.values_list(copy.name, flat=True).iterator(chunk_size=500):
            found |= wanted.intersection(numbers)
    return found
