"""Working areas: which workspace works where.

A row with a municipality and a sector means that sector in that municipality; with a municipality
alone all sectors there; with a sector alone that sector everywhere.
"""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from krachtlokaal.accounts.enums import WorkspaceKind
from krachtlokaal.accounts.models import WorkingArea, Workspace


@dataclass(frozen=True)
class AreaFilter:
    """A working area as three sets, to filter other rooms' rows by."""

    municipalities: frozenset[str]
    sectors: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def covers(self, municipality: str, sector: str) -> bool:
        return (
            municipality in self.municipalities
            or sector in self.sectors
            or (municipality, sector) in self.pairs
        )

    def condition(self, municipality: str = "municipality_id", sector: str = "sector") -> Q:
        """The same as a filter on the fields of that name; an empty area matches nothing."""
        some = Q(**{f"{municipality}__in": self.municipalities})
        some |= Q(**{f"{sector}__in": self.sectors})
        for code, kind in sorted(self.pairs):
            some |= Q(**{municipality: code, sector: kind})
        return some


def area_filter(workspace: Workspace) -> AreaFilter:
    """The working area of a workspace; one query."""
    rows = set(
        WorkingArea.objects.filter(workspace=workspace).values_list("municipality", "sector")
    )
    return AreaFilter(
        municipalities=frozenset(code for code, sector in rows if code and not sector),
        sectors=frozenset(sector for code, sector in rows if sector and not code),
        pairs=frozenset((code, sector) for code, sector in rows if code and sector),
    )


def covers(workspace: Workspace, municipality: str, sector: str) -> bool:
    """Does this workspace work for organisations of this sector in this municipality?"""
    return area_filter(workspace).covers(municipality, sector)


def workspaces_for(municipality: str, sector: str) -> QuerySet[Workspace]:
    """The workspaces that work there; the steunpunt of the municipality first."""
    here = Q(municipality=municipality, sector__in=["", sector])
    everywhere = Q(municipality="", sector=sector)
    areas = WorkingArea.objects.filter(here | everywhere)
    found = Workspace.objects.filter(archived_at=None, pk__in=areas.values("workspace_id"))
    steunpunt_first = Q(kind=WorkspaceKind.STEUNPUNT)
    return found.annotate(is_steunpunt=steunpunt_first).order_by("-is_steunpunt", "name")
