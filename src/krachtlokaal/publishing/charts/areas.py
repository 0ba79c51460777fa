"""A value for each area, where it lies on the earth: a circle with the number in it and the name.

No borders are drawn: the small dots of places around show the shape of the land.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, radians
from string import ascii_lowercase

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from krachtlokaal.publishing.charts import letters, named, placing, shapes
from krachtlokaal.publishing.charts.model import Chart, Table
from krachtlokaal.publishing.charts.named import Named, Room
from krachtlokaal.publishing.charts.scales import Scale
from krachtlokaal.publishing.charts.shapes import Box

# With more areas than this no names fit beside the circles; with more than that no numbers.
MOST_NAMES, MOST_NUMBERS = 24, 60
GROUND, PLAIN, GAP = 2.2, 6.0, 6.0


@dataclass(frozen=True)
class Ground:
    """A place of the land around."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Area:
    """A place with a value; without value it is hidden. `level` 1 to 4 colours its ring."""

    name: str
    latitude: float
    longitude: float
    value: float | None
    level: int = 0
    note: str = ""


@dataclass(frozen=True)
class _Paper:
    kind: str
    width: float
    most: float  # how high the map may be
    radius: float
    size: float


WIDE = _Paper("wide", 720, 460, 26, 16)
NARROW = _Paper("narrow", 250, 320, 20, 14)


def areas(
    places: Sequence[Area],
    *,
    title: str,
    head: Sequence[str],
    scale: Scale,
    ground: Sequence[Ground] = (),
    hidden: str = "",
) -> Chart:
    """`head` names the columns of the table: the area, its value, and the note if there is any."""
    nothing = hidden or _("niet getoond")
    told = _summary(places, scale)
    wide, narrow = (_draw(paper, places, ground, scale, title, told) for paper in (WIDE, NARROW))
    rows = tuple(
        (place.name, nothing if place.value is None else scale.text(place.value), place.note)[
            : len(head)
        ]
        for place in places
    )
    return Chart(wide, narrow, told, Table(title, tuple(head), rows))


def _summary(places: Sequence[Area], scale: Scale) -> str:
    known = [(place.value, place.name) for place in places if place.value is not None]
    if not known:
        return _("Er is geen waarde die getoond mag worden.")
    known.sort(key=lambda one: (-one[0], one[1]))
    if len(known) <= MOST_NAMES:
        told = ", ".join(f"{name} {scale.text(value)}" for value, name in known) + "."
        unknown = ", ".join(place.name for place in places if place.value is None)
        return f"{told} {_('Niet getoond: %(names)s.') % {'names': unknown}}" if unknown else told
    most, least = known[0], known[-1]
    return _("Het hoogst is %(most)s (%(high)s), het laagst %(least)s (%(low)s).") % {
        "most": most[1],
        "high": scale.text(most[0]),
        "least": least[1],
        "low": scale.text(least[0]),
    }


def _draw(
    paper: _Paper,
    places: Sequence[Area],
    ground: Sequence[Ground],
    scale: Scale,
    title: str,
    told: str,
) -> SafeString:
    if not places:
        return shapes.frame([], paper.width, 1, title=title, summary=told, kind=paper.kind)
    shown = paper.radius if len(places) <= MOST_NUMBERS else PLAIN
    at, height = _projection(paper, places, shown)
    real = [at(place.latitude, place.longitude) for place in places]
    inner = Box(shown + 2, shown + 2, paper.width - 2 * shown - 4, height - 2 * shown - 4)
    moved = placing.apart(real, 2 * shown + GAP, inner) if shown > PLAIN else real
    land = [at(dot.latitude, dot.longitude) for dot in ground]
    room = Room(Box(0, 0, paper.width, height), (), height, paper.width, marks=ascii_lowercase)
    written = [_written(place, scale) for place in places]
    labels: list[str] = []
    below = 0.0
    if len(places) <= MOST_NAMES:
        circles = [Named(x, y, shown, p.name) for p, (x, y) in zip(places, moved, strict=True)]
        found = named.beside(circles, paper.size, room)
        if found is None:
            # The circles hold marks then, and the list the names with their values.
            lines = [f"{place.name}: {value}" for place, value in zip(places, written, strict=True)]
            found, below = named.listing(lines, paper.size, room)
            written = [room.mark(index) for index in range(len(places))]
        labels = found
    drawn = [
        *(
            shapes.circle(x, y, GROUND, "land")
            for x, y in land
            if 0 < x < paper.width and 0 < y < height
        ),
        *_lines(real, moved),
        *(
            _circle(place, x, y, shown, scale, words)
            for place, words, (x, y) in zip(places, written, moved, strict=True)
        ),
        *labels,
    ]
    high = height + below
    return shapes.frame(drawn, paper.width, high, title=title, summary=told, kind=paper.kind)


def _projection(
    paper: _Paper, places: Sequence[Area], radius: float
) -> tuple[Callable[[float, float], tuple[float, float]], float]:
    """From degrees to units of the drawing, with room for circles and names at the edge; and the
    height of the map. Straight lines with the width of the middle latitude are good enough here."""
    north, south = (f(p.latitude for p in places) for f in (max, min))
    east, west = (f(p.longitude for p in places) for f in (max, min))
    middle = cos(radians((north + south) / 2))
    wide, high = max((east - west) * middle, 0.05), max(north - south, 0.05)
    edge_x = min(radius + 60, paper.width / 4)
    edge_y = radius + 2.5 * paper.size
    per_degree = min((paper.width - 2 * edge_x) / wide, (paper.most - 2 * edge_y) / high)
    height = (north - south) * per_degree + 2 * edge_y
    centre_x, centre_y = (west + east) / 2, (north + south) / 2

    def at(latitude: float, longitude: float) -> tuple[float, float]:
        x = paper.width / 2 + (longitude - centre_x) * middle * per_degree
        return x, height / 2 + (centre_y - latitude) * per_degree

    return at, height


def _lines(real: Sequence[tuple[float, float]], moved: Sequence[tuple[float, float]]) -> list[str]:
    """From where an area lies to where its circle had to go."""
    return [
        shapes.line(*one, *other, "edge")
        for one, other in zip(real, moved, strict=True)
        if abs(one[0] - other[0]) + abs(one[1] - other[1]) > GAP
    ]


def _written(place: Area, scale: Scale) -> str:
    return "–" if place.value is None else scale.text(place.value)


def _circle(place: Area, x: float, y: float, radius: float, scale: Scale, words: str) -> str:
    """A circle with the value in it, or with the mark of the list below."""
    tip = f"<title>{escape(f'{place.name}: {_written(place, scale)}')}</title>"
    ring = f"ring-{place.level}" if place.level else "ring"
    if radius <= PLAIN:
        full = f"level-{place.level}" if place.level else "braam"
        paint = "track" if place.value is None else full
        return f"<g>{tip}{shapes.circle(x, y, radius, paint)}</g>"
    edge = "rule" if place.value is None else ring
    size = min(radius * 0.75, 2 * radius * 0.8 / max(letters.width(words, 1), 0.1))
    number = shapes.text(words, x, y + size * 0.35, size, anchor="middle", strong=True)
    return f"<g>{tip}{shapes.circle(x, y, radius, f'paper {edge}', 4)}{number}</g>"
