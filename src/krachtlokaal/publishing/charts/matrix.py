"""A matrix of four quarters: two values of each thing, such as importance and score."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from krachtlokaal.publishing.charts import letters, shapes
from krachtlokaal.publishing.charts.model import Chart, Table
from krachtlokaal.publishing.charts.named import Named, Room, names
from krachtlokaal.publishing.charts.scales import Scale
from krachtlokaal.publishing.charts.shapes import LINE, Box

DOT = 6


@dataclass(frozen=True)
class Point:
    """A thing; without both values it is hidden and stands in the table alone."""

    label: str
    x: float | None
    y: float | None


@dataclass(frozen=True)
class Axis:
    """A name, a scale, and the value at which the quarters part."""

    name: str
    scale: Scale
    cut: float


class Quarters(NamedTuple):
    """What it means to lie there."""

    upper_left: str
    upper_right: str
    lower_left: str
    lower_right: str


@dataclass(frozen=True)
class _Paper:
    """The measures of one drawing."""

    kind: str
    width: float
    plot: Box
    size: float


WIDE = _Paper("wide", 720, Box(46, 34, 660, 440), 15)
NARROW = _Paper("narrow", 250, Box(30, 34, 216, 280), 14)


def matrix(
    points: Sequence[Point],
    *,
    title: str,
    name: str,
    across: Axis,
    up: Axis,
    quarters: Sequence[str],
    hidden: str = "",
) -> Chart:
    """`quarters` says what each one means: upper left, upper right, lower left, lower right. The
    upper left is tinted: much of what goes up, little of what goes across."""
    words = Quarters(*quarters)
    known = [(p.label, p.x, p.y) for p in points if p.x is not None and p.y is not None]
    told = _summary(known, across, up, words)
    shown = [
        Axis(axis.name, axis.scale.around([axis.cut, *values], axis.scale.step / 2), axis.cut)
        for axis, values in ((across, [k[1] for k in known]), (up, [k[2] for k in known]))
    ]
    wide, narrow = (
        _draw(paper, known, shown[0], shown[1], words, title, told) for paper in (WIDE, NARROW)
    )
    return Chart(wide, narrow, told, _table(points, title, name, across, up, words, hidden))


def _table(
    points: Sequence[Point],
    title: str,
    name: str,
    across: Axis,
    up: Axis,
    words: Quarters,
    hidden: str,
) -> Table:
    nothing = hidden or _("niet getoond")
    rows = tuple(
        (
            p.label,
            nothing if p.y is None else up.scale.text(p.y),
            nothing if p.x is None else across.scale.text(p.x),
            "" if p.x is None or p.y is None else _quarter(p.x, p.y, across, up, words),
        )
        for p in points
    )
    return Table(title, (name, up.name, across.name, _("Kwart van de figuur")), rows)


def _quarter(x: float, y: float, across: Axis, up: Axis, words: Quarters) -> str:
    is_left, is_up = x < across.cut, y >= up.cut
    if is_up:
        return words.upper_left if is_left else words.upper_right
    return words.lower_left if is_left else words.lower_right


def _summary(
    known: Sequence[tuple[str, float, float]], across: Axis, up: Axis, words: Quarters
) -> str:
    found: dict[str, list[str]] = {}
    for label, x, y in known:
        found.setdefault(_quarter(x, y, across, up, words), []).append(label)
    if not found:
        return _("Er is geen waarde die getoond mag worden.")
    return " ".join(f"{word}: {', '.join(found[word])}." for word in words if word in found)


def _draw(
    paper: _Paper,
    known: Sequence[tuple[str, float, float]],
    across: Axis,
    up: Axis,
    words: Quarters,
    title: str,
    told: str,
) -> SafeString:
    plot = paper.plot
    corners, taken = _corners(paper, across, up, words)
    points = [
        Named(
            plot.x + across.scale.share(x) * plot.width,
            plot.y + (1 - up.scale.share(y)) * plot.height,
            DOT,
            label,
        )
        for label, x, y in known
    ]
    axes, below = _axes(paper, across, up)
    inner = Box(plot.x + 2, plot.y + 2, plot.width - 4, plot.height - 4)
    x, y = _cuts(paper, across, up)
    cuts = (Box(x - 1, plot.y, 2, plot.height), Box(plot.x, y - 1, plot.width, 2))
    room = Room(inner, taken, below, paper.width, cuts)
    labels, height = names(points, paper.size, room, numbered=paper is NARROW)
    drawn = [
        *_ground(paper, across, up),
        *axes,
        *corners,
        *(shapes.circle(p.x, p.y, DOT, "braam halo", 1.5) for p in points),
        *labels,
    ]
    high = below + height + 6
    return shapes.frame(drawn, paper.width, high, title=title, summary=told, kind=paper.kind)


def _cuts(paper: _Paper, across: Axis, up: Axis) -> tuple[float, float]:
    plot = paper.plot
    x = plot.x + across.scale.share(across.cut) * plot.width
    return x, plot.y + (1 - up.scale.share(up.cut)) * plot.height


def _ground(paper: _Paper, across: Axis, up: Axis) -> list[str]:
    plot = paper.plot
    x, y = _cuts(paper, across, up)
    return [
        shapes.rect(plot, "paper"),
        shapes.rect(Box(plot.x, plot.y, x - plot.x, y - plot.y), "sun"),
        shapes.line(plot.x, plot.y, plot.x, plot.y + plot.height, "rule"),
        shapes.line(
            plot.x, plot.y + plot.height, plot.x + plot.width, plot.y + plot.height, "rule"
        ),
        shapes.line(x, plot.y, x, plot.y + plot.height, "edge"),
        shapes.line(plot.x, y, plot.x + plot.width, y, "edge"),
    ]


def _corners(paper: _Paper, across: Axis, up: Axis, words: Quarters) -> tuple[list[str], list[Box]]:
    """What each quarter means, in its outer corner; not where the quarter is too small for it."""
    plot, size = paper.plot, paper.size - 1
    x, y = _cuts(paper, across, up)
    left, right = x - plot.x, plot.x + plot.width - x
    high, low = y - plot.y, plot.y + plot.height - y
    rooms = ((left, high), (right, high), (left, low), (right, low))
    parts: list[str] = []
    taken: list[Box] = []
    for index, (word, room) in enumerate(zip(words, rooms, strict=True)):
        written = letters.wrap(word, size, room[0] - 16, most=4)
        height = len(written) * size * LINE
        is_whole = " ".join(written) == word
        if not is_whole or height + 4 * DOT > room[1]:
            continue
        is_right, is_low = index % 2 == 1, index >= 2
        at = plot.x + (plot.width - 8 if is_right else 8)
        top = plot.y + (plot.height - height - 6 if is_low else 6)
        width = max(letters.width(one, size) for one in written)
        taken.append(Box(at - width if is_right else at, top, width, height))
        paint, anchor = "soft" if index else "sun-ink", "end" if is_right else "start"
        parts += shapes.lines(written, at, top + size, size, paint=paint, anchor=anchor)
    return parts, taken


def _axes(paper: _Paper, across: Axis, up: Axis) -> tuple[list[str], float]:
    """Names and numbers of both axes, and where they end below."""
    plot, size = paper.plot, 14.0
    bottom = plot.y + plot.height
    parts = [shapes.text(up.name, 0, 16, size, strong=True)]
    for tick in up.scale.ticks():
        y = plot.y + (1 - up.scale.share(tick)) * plot.height
        at = min(max(y + 5, plot.y + 11), bottom)
        words = up.scale.text(tick)
        parts.append(shapes.text(words, plot.x - 6, at, size, paint="soft", anchor="end"))
    ticks = across.scale.ticks()
    widest = max(letters.width(across.scale.text(tick), size) for tick in ticks) + 12
    every = 1
    while widest * (len(ticks[::every]) - 1) > plot.width:
        every += 1
    for tick in ticks[::every]:
        x = plot.x + across.scale.share(tick) * plot.width
        anchor = "end" if x > paper.width - widest / 2 else "middle"
        words = across.scale.text(tick)
        parts.append(shapes.text(words, x, bottom + 18, size, paint="soft", anchor=anchor))
    end = plot.x + plot.width
    parts.append(shapes.text(across.name, end, bottom + 40, size, anchor="end", strong=True))
    return parts, bottom + 46
