"""Which organisations the lists of a workspace may write, and who may where it may not."""

from collections.abc import Iterable

from krachtlokaal.accounts.enums import WorkspaceKind
from krachtlokaal.accounts.models import WorkingArea, Workspace
from krachtlokaal.accounts.queries.areas import AreaFilter, area_filter


def area_of(workspace: Workspace) -> AreaFilter | None:
    """The working area; None is everywhere, which the national team has."""
    if workspace.kind == WorkspaceKind.LANDELIJK:
        return None
    return area_filter(workspace)


def holds(area: AreaFilter | None, municipality: str, sector: str) -> bool:
    return area is None or area.covers(municipality, sector)


def codes_in(area: AreaFilter | None) -> frozenset[str]:
    """The municipalities where something is ours; they decide between places of one name."""
    if area is None:
        return frozenset()
    return area.municipalities | {code for code, _sector in area.pairs}


def who_may(municipalities: Iterable[str]) -> dict[str, list[str]]:
    """Per municipality the workspaces that have all of it, the steunpunt first; for a sentence."""
    rows = WorkingArea.objects.filter(
        municipality__in=set(municipalities), sector="", workspace__archived_at=None
    ).values_list("municipality", "workspace__kind", "workspace__name")
    found: dict[str, list[str]] = {}
    for code, _kind, name in sorted(rows, key=lambda row: (row[1] != WorkspaceKind.STEUNPUNT, row)):
        found.setdefault(code, []).append(name)
    return found
