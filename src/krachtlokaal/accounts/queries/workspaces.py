"""What a workspace's own pages show."""

from dataclasses import dataclass

from krachtlokaal.accounts import area_labels
from krachtlokaal.accounts.models import WorkingArea, Workspace


@dataclass(frozen=True)
class AreaPart:
    """One part of a working area with its names; '' where it covers everything."""

    municipality: str
    sector: str
    municipality_name: str
    sector_name: str

    @property
    def key(self) -> str:
        return f"{self.municipality}|{self.sector}"


def with_contact_data(workspace: Workspace) -> Workspace:
    """The whole row: the gate only knows name and kind."""
    return Workspace.objects.get(pk=workspace.pk)


def areas_of(workspace: Workspace) -> list[AreaPart]:
    """The working area in the order of its names."""
    towns, kinds = area_labels.municipalities(), area_labels.sectors()
    rows = WorkingArea.objects.filter(workspace=workspace)
    parts = [
        AreaPart(
            row.municipality,
            row.sector,
            towns.get(row.municipality, row.municipality),
            kinds.get(row.sector, row.sector),
        )
        for row in rows
    ]
    return sorted(parts, key=lambda part: (part.municipality_name, part.sector_name))


def by_sector(parts: list[AreaPart]) -> list[tuple[str, list[str]]]:
    """A working area to read: per kind of organisations the municipalities; '' is every one."""
    found: dict[str, list[str]] = {}
    for part in sorted(parts, key=lambda part: (part.sector_name, part.municipality_name)):
        found.setdefault(part.sector_name, []).append(part.municipality_name)
    return list(found.items())
