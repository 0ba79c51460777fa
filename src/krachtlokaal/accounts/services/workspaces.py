"""Workspaces and their working areas."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from krachtlokaal.accounts import area_labels
from krachtlokaal.accounts.enums import WorkspaceKind
from krachtlokaal.accounts.models import WorkingArea, Workspace
from krachtlokaal.office import audit

Area = tuple[str, str]  # municipality code and sector; one of the two may be ''


class ChangedMeanwhile(Exception):  # noqa: N818 it is an answer, not a fault
    """Somebody else saved this row after the form was opened."""


@transaction.atomic
def create_workspace(
    *,
    slug: str,
    name: str,
    kind: WorkspaceKind,
    areas: Iterable[Area] = (),
    phone: str = "",
    email: str = "",
    website: str = "",
) -> Workspace:
    """A new workspace; its first coordinator comes by `members.add_member` or an invitation."""
    workspace = Workspace.objects.create(
        slug=slug, name=name, kind=kind, phone=phone, email=email, website=website
    )
    WorkingArea.objects.bulk_create(_rows(workspace, areas))
    audit.record("workspace.created", workspace, workspace=workspace.pk)
    return workspace


@transaction.atomic
def change_workspace(
    *, workspace: Workspace, version: int, name: str, phone: str, email: str, website: str
) -> Workspace:
    """New contact data; refuses when somebody else saved since `version`."""
    row = _locked(workspace, version)
    new = {"name": name, "phone": phone, "email": email, "website": website}
    changes = {
        key: (getattr(row, key), value) for key, value in new.items() if getattr(row, key) != value
    }
    for key, value in new.items():
        setattr(row, key, value)
    return _saved(row, changes)


@transaction.atomic
def change_areas(*, workspace: Workspace, version: int, areas: Iterable[Area]) -> Workspace:
    """The whole working area at once; refuses when somebody else saved since `version`."""
    row = _locked(workspace, version)
    old = {(area.municipality, area.sector) for area in row.areas.all()}
    new = set(areas)
    for municipality, sector in old - new:
        row.areas.filter(municipality=municipality, sector=sector).delete()
    WorkingArea.objects.bulk_create(_rows(row, sorted(new - old)))
    changes = {"areas": (_told(old), _told(new))} if old != new else {}
    return _saved(row, changes)


def _told(areas: Iterable[Area]) -> list[str]:
    """A working area in the words of the audit."""
    towns, kinds = area_labels.municipalities(), area_labels.sectors()
    named = ((towns.get(code, code), kinds.get(sector, sector)) for code, sector in areas)
    return sorted(" ".join(filter(None, pair)) for pair in named)


def _rows(workspace: Workspace, areas: Iterable[Area]) -> list[WorkingArea]:
    return [
        WorkingArea(workspace=workspace, municipality=municipality, sector=sector)
        for municipality, sector in areas
    ]


def _locked(workspace: Workspace, version: int) -> Workspace:
    row = Workspace.objects.select_for_update().get(pk=workspace.pk)
    if row.version != version:
        raise ChangedMeanwhile
    return row


def _saved(row: Workspace, changes: Mapping[str, tuple[Any, Any]]) -> Workspace:
    if changes:
        row.version += 1
        row.save()
        audit.record("workspace.changed", row, changes=changes, workspace=row.pk)
    return row
