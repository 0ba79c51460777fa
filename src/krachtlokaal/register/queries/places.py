"""Municipalities, read once a process: a new list comes with a new version of the product."""

from dataclasses import dataclass
from functools import lru_cache

from krachtlokaal.register.models import Municipality


@dataclass(frozen=True)
class Town:
    """A municipality as pages show it, by its everyday name."""

    code: str
    name: str
    province: str
    latitude: float
    longitude: float


@lru_cache(maxsize=1)
def towns() -> dict[str, Town]:
    """All municipalities by code, in the order of their names."""
    rows = Municipality.objects.order_by("everyday_name").values_list(
        "code", "everyday_name", "province", "latitude", "longitude"
    )
    return {row[0]: Town(*row) for row in rows}


@lru_cache(maxsize=1)
def provinces() -> dict[str, frozenset[str]]:
    """The codes of the municipalities of each province."""
    found: dict[str, set[str]] = {}
    for town in towns().values():
        found.setdefault(town.province, set()).add(town.code)
    return {name: frozenset(found[name]) for name in sorted(found)}


def town_name(code: str) -> str:
    town = towns().get(code)
    return town.name if town else code
