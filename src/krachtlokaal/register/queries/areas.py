"""The working area of the one who asks, as a filter on organisations."""

from django.db.models import Q

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import WorkspaceKind
from krachtlokaal.accounts.queries.areas import AreaFilter, area_filter
from krachtlokaal.register.queries.places import town_name


def area_of(access: Access) -> AreaFilter | None:
    """The area of the workspace; None is everywhere, which the national team has. One query."""
    if works_everywhere(access):
        return None
    return area_filter(access.workspace)


def works_everywhere(access: Access) -> bool:
    return access.workspace.kind == WorkspaceKind.LANDELIJK


def in_area(area: AreaFilter, prefix: str = "") -> Q:
    """Organisations of this area; `prefix` leads to the organisation, such as "kept__"."""
    return area.condition(f"{prefix}municipality_id", f"{prefix}sector")


def town_names(area: AreaFilter) -> list[str]:
    """The municipalities of an area by name, whole ones and those where only a sector counts."""
    codes = area.municipalities | {code for code, _sector in area.pairs}
    return sorted(town_name(code) for code in codes)
