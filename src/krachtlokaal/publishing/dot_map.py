"""A map of dots as SVG: places on the earth with a number each. Made here, fetched nowhere.

The area of a dot grows with its number. A map of a country the size of the Netherlands needs no
better projection than straight lines with the width of the middle latitude.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from django.utils.html import escape
from django.utils.safestring import SafeString

WIDTH = 440
MARGIN = 22
SMALLEST, LARGEST, GROUND = 4.0, 20.0, 2.2


@dataclass(frozen=True)
class Dot:
    """A place; with an address it is a link, whose name is `label`."""

    latitude: float
    longitude: float
    number: int = 0
    label: str = ""
    url: str = ""


@dataclass(frozen=True)
class _Frame:
    """Where the map lies: degrees to units of the drawing."""

    west: float
    north: float
    per_longitude: float
    per_latitude: float
    height: float

    def at(self, dot: Dot) -> tuple[float, float]:
        x = MARGIN + (dot.longitude - self.west) * self.per_longitude
        return x, MARGIN + (self.north - dot.latitude) * self.per_latitude


def draw(dots: Sequence[Dot], ground: Sequence[Dot], title: str) -> SafeString:
    """The dots on a ground of small ones that show the shape of the land, largest below."""
    frame = _frame([*dots, *ground])
    most = max((dot.number for dot in dots), default=0)
    shape = "".join(_ground(frame, dot) for dot in ground)
    marks = "".join(
        _mark(frame, dot, radius(dot.number, most))
        for dot in sorted(dots, key=lambda dot: -dot.number)
    )
    return SafeString(
        f'<svg class="kl-dotmap" viewBox="0 0 {WIDTH} {frame.height:.0f}" role="group"'
        f' aria-label="{escape(title)}">'
        f'<g class="ground" aria-hidden="true">{shape}</g>{marks}</svg>'
    )


def radius(number: int, most: int) -> float:
    """The radius of a dot, by the root of its number, so that areas compare."""
    if not most or number <= 0:
        return SMALLEST
    return SMALLEST + (LARGEST - SMALLEST) * sqrt(number / most)


def legend_steps(most: int) -> list[int]:
    """At most three round numbers that show what a size means, the smallest first."""
    if most < 3:
        return [most] if most else []
    return sorted({_round(most / 20) or 1, _round(most / 4) or 1, _round(most)})


def draw_size(number: int, most: int) -> SafeString:
    """One dot of the legend."""
    return _alone(radius(number, most), "")


def draw_ground() -> SafeString:
    """A dot of the ground, for the legend."""
    return _alone(GROUND, ' class="ground"')


def _alone(size: float, attributes: str) -> SafeString:
    edge = 2 * size + 2
    return SafeString(
        f'<svg class="kl-dotmap__size" viewBox="0 0 {edge:.1f} {edge:.1f}" width="{edge:.0f}"'
        f' height="{edge:.0f}" aria-hidden="true"><circle{attributes} cx="{edge / 2:.1f}"'
        f' cy="{edge / 2:.1f}" r="{size:.1f}"/></svg>'
    )


def _round(value: float) -> int:
    """Down to one figure and zeros: 614 becomes 600."""
    whole = int(value)
    unit = 10 ** (len(str(whole)) - 1) if whole else 1
    return whole // unit * unit


def _frame(dots: Sequence[Dot]) -> _Frame:
    west, east = _range(dot.longitude for dot in dots)
    south, north = _range(dot.latitude for dot in dots)
    per_longitude = (WIDTH - 2 * MARGIN) / (east - west)
    per_latitude = per_longitude / cos(radians((south + north) / 2))
    height = (north - south) * per_latitude + 2 * MARGIN
    return _Frame(west, north, per_longitude, per_latitude, height)


def _range(values: Iterable[float]) -> tuple[float, float]:
    found = list(values)
    low, high = min(found), max(found)
    # One place alone still needs land around it.
    return (low, high) if high - low > 0.05 else (low - 0.1, high + 0.1)


def _ground(frame: _Frame, dot: Dot) -> str:
    x, y = frame.at(dot)
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{GROUND}"/>'


def _mark(frame: _Frame, dot: Dot, size: float) -> str:
    x, y = frame.at(dot)
    circle = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}"/>'
    name = escape(dot.label)
    return f'<a href="{escape(dot.url)}" aria-label="{name}"><title>{name}</title>{circle}</a>'
