"""What everybody may know of the register: how much there is, and where a steunpunt takes part.

Counts of the register only; nothing about answers. Renewed each minute, because the front page is
what most visitors see.
"""

import time
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians

from django.db.models import Count
from django.utils.html import format_html
from django.utils.safestring import SafeString

from krachtlokaal.accounts.enums import WorkspaceKind
from krachtlokaal.accounts.models import WorkingArea
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.places import Town, towns
from krachtlokaal.topics.queries import open_offers

RENEW = 60  # seconds
# The north-west corner of the map and its scale: an equirectangular projection at 52.2 degrees.
WEST, NORTH, PER_DEGREE = 3.28, 53.58, 98.0
WIDTH, HEIGHT = 240, 290


@dataclass(frozen=True)
class Row:
    """A municipality where a steunpunt takes part."""

    name: str
    steunpunt: str
    organisations: int


@dataclass(frozen=True)
class Figures:
    """The numbers of the front page, and its map."""

    organisations: int
    supporters: int
    offers: int
    rows: tuple[Row, ...]
    elsewhere: int
    dots: SafeString


def figures() -> Figures:
    return _figures(int(time.monotonic() // RENEW))


def forget() -> None:
    """Count anew at the next visit."""
    _figures.cache_clear()


@lru_cache(maxsize=1)
def _figures(_period: int) -> Figures:
    counts = dict(
        Organisation.objects.filter(ended_on=None)
        .values_list("municipality")
        .annotate(number=Count("pk"))
    )
    supporters, steunpunten = _supporters()
    rows = tuple(
        Row(town.name, ", ".join(sorted(steunpunten[code])), counts.get(code, 0))
        for code, town in towns().items()
        if code in steunpunten
    )
    return Figures(
        organisations=sum(counts.values()),
        supporters=supporters,
        offers=open_offers().count(),
        rows=rows,
        elsewhere=len(towns()) - len(rows),
        dots=_dots(set(steunpunten)),
    )


def _supporters() -> tuple[int, dict[str, set[str]]]:
    """How many workspaces work somewhere, and per municipality its steunpunten."""
    areas = WorkingArea.objects.filter(workspace__archived_at=None).values_list(
        "workspace_id", "workspace__kind", "workspace__name", "municipality", "sector"
    )
    working: set[int] = set()
    steunpunten: dict[str, set[str]] = defaultdict(set)
    for workspace, kind, name, code, sector in areas:
        working.add(workspace)
        if kind == WorkspaceKind.STEUNPUNT and code and not sector:
            steunpunten[code].add(name)
    return len(working), dict(steunpunten)


def _dots(taking_part: set[str]) -> SafeString:
    """Municipalities that take part are drawn last, so that no other dot covers them."""
    order = sorted(towns().values(), key=lambda town: town.code in taking_part)
    return SafeString("".join(_dot(town, on=town.code in taking_part) for town in order))


def _dot(town: Town, *, on: bool) -> str:
    x = (town.longitude - WEST) * PER_DEGREE * cos(radians(52.2))
    y = (NORTH - town.latitude) * PER_DEGREE
    mark = SafeString(' class="is-on"') if on else ""
    return format_html(
        '<circle{} cx="{}" cy="{}" r="{}"/>', mark, f"{x:.0f}", f"{y:.0f}", "3.9" if on else "3.1"
    )
