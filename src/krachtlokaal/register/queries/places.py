"""Municipalities, read once a process: a new list comes with a new version of the product."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from krachtlokaal.register.models import Municipality


@dataclass(frozen=True)
class Town:
    """A municipality by its everyday name, with its province where two share that name."""

    code: str
    name: str
    province: str
    latitude: float
    longitude: float


@lru_cache(maxsize=1)
def towns() -> dict[str, Town]:
    """All municipalities by code, in the order of their names."""
    rows = list(
        Municipality.objects.order_by("everyday_name", "province").values_list(
            "code", "everyday_name", "province", "latitude", "longitude"
        )
    )
    uses = Counter(name for _code, name, *_rest in rows)
    return {
        code: Town(code, f"{name} ({province})" if uses[name] > 1 else name, province, *position)
        for code, name, province, *position in rows
    }


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
