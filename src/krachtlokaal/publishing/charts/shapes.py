"""The shapes of a drawing as SVG, and the frame around them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.utils.html import escape
from django.utils.safestring import SafeString

from krachtlokaal.publishing.charts.paint import attributes

LINE = 1.25  # from one line of text to the next, in sizes


@dataclass(frozen=True)
class Box:
    """A rectangle that something takes up."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box", gap: float = 0) -> bool:
        return (
            self.x < other.x + other.width + gap
            and other.x < self.x + self.width + gap
            and self.y < other.y + other.height + gap
            and other.y < self.y + self.height + gap
        )

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def within(self, other: "Box") -> bool:
        return other.holds(self.x, self.y) and other.holds(
            self.x + self.width, self.y + self.height
        )


def rect(box: Box, paint: str, radius: float = 0) -> str:
    round_ = f' rx="{_n(radius)}"' if radius else ""
    return (
        f'<rect {attributes(paint)} x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}"'
        f' height="{_n(box.height)}"{round_}/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, paint: str, thick: float = 1) -> str:
    return (
        f'<line {attributes(paint)} x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
        f' stroke-width="{_n(thick)}"/>'
    )


def circle(x: float, y: float, radius: float, paint: str, thick: float = 0) -> str:
    edge = f' stroke-width="{_n(thick)}"' if thick else ""
    return f'<circle {attributes(paint)} cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{edge}/>'


def text(
    words: str,
    x: float,
    y: float,
    size: float,
    *,
    paint: str = "ink",
    anchor: str = "start",
    strong: bool = False,
) -> str:
    """One line; `y` is its base line."""
    weight = ' font-weight="600"' if strong else ""
    side = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return (
        f'<text {attributes(paint)} x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{weight}{side}>'
        f"{escape(words)}</text>"
    )


def lines(
    words: Sequence[str],
    x: float,
    y: float,
    size: float,
    *,
    paint: str = "ink",
    anchor: str = "start",
) -> list[str]:
    """Lines under each other; `y` is the base line of the first."""
    return [
        text(line, x, y + index * size * LINE, size, paint=paint, anchor=anchor)
        for index, line in enumerate(words)
    ]


def frame(
    shapes: Iterable[str], width: float, height: float, *, title: str, summary: str, kind: str
) -> SafeString:
    """The whole picture, with a name and a description for who does not see it."""
    body = "".join(shapes)
    told = f"{width}|{height}|{title}|{summary}|{body}"
    key = f"chart-{sha256(told.encode()).hexdigest()[:12]}"
    return SafeString(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{kind}" viewBox="0 0 {_n(width)}'
        f' {_n(height)}" width="{_n(width)}" height="{_n(height)}" role="img"'
        f' font-family="Fira Sans, Segoe UI, sans-serif" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(summary)}</desc>'
        f"{body}</svg>"
    )


def _n(value: float) -> str:
    """At most one decimal, and no zero for show."""
    return f"{round(value, 1) + 0:g}"
