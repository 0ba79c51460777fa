"""Bars with a whisker: how much each is, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from krachtlokaal.publishing.charts import letters, shapes
from krachtlokaal.publishing.charts.model import Chart, Table
from krachtlokaal.publishing.charts.scales import Scale
from krachtlokaal.publishing.charts.shapes import LINE, Box

WIDE, NARROW = 720, 250
SIZE, SMALL, NARROW_SIZE = 16, 14, 15
THICK, ROW, GAP, CAP = 14, 42, 14, 5


@dataclass(frozen=True)
class Bar:
    """A value with the ends of its interval. Without value it is hidden; `note` says more.

    `level` 1 to 4 gives it the colour of a level; 0 is the one colour of all."""

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    note: str = ""
    level: int = 0


@dataclass(frozen=True)
class _Row:
    """A bar as it is drawn: in words, with the room that they take."""

    bar: Bar
    label: list[str]
    value: str
    interval: str


def bars(
    rows: Sequence[Bar],
    *,
    title: str,
    head: Sequence[str],
    scale: Scale,
    summary: str = "",
    hidden: str = "",
) -> Chart:
    """The bars in the order given. `head` names the columns of the table: what, value, interval,
    and the note where there is one. `hidden` stands where a value may not be shown."""
    told = summary or _summary(rows, scale)
    hidden = hidden or _("niet getoond")
    wide, narrow = _wide(rows, scale, hidden), _narrow(rows, scale, hidden)
    return Chart(
        svg=shapes.frame(*wide, title=title, summary=told, kind="wide"),
        narrow=shapes.frame(*narrow, title=title, summary=told, kind="narrow"),
        summary=told,
        table=Table(
            title, tuple(head), tuple(_cells(bar, scale, len(head), hidden) for bar in rows)
        ),
    )


def between(low: float | None, high: float | None, scale: Scale) -> str:
    """An interval in words; nothing where there is none."""
    if low is None or high is None:
        return ""
    return _("%(low)s tot %(high)s") % {"low": scale.text(low), "high": scale.text(high)}


def _cells(bar: Bar, scale: Scale, columns: int, hidden: str) -> tuple[str, ...]:
    value = hidden if bar.value is None else scale.text(bar.value)
    cells = (bar.label, value, between(bar.low, bar.high, scale), bar.note)
    return cells[:columns]


def _summary(rows: Sequence[Bar], scale: Scale) -> str:
    known = [(bar.value, bar.label) for bar in rows if bar.value is not None]
    if not known:
        return _("Er is geen waarde die getoond mag worden.")
    most, least = max(known, key=lambda one: one[0]), min(known, key=lambda one: one[0])
    return _("Het hoogst is %(most)s (%(high)s), het laagst %(least)s (%(low)s).") % {
        "most": most[1],
        "high": scale.text(most[0]),
        "least": least[1],
        "low": scale.text(least[0]),
    }


def _written(bar: Bar, size: float, room: float, scale: Scale, hidden: str) -> _Row:
    value = hidden if bar.value is None else scale.text(bar.value)
    label = letters.wrap(bar.label, size, room, most=3)
    return _Row(bar, label, value, between(bar.low, bar.high, scale))


def _wide(rows: Sequence[Bar], scale: Scale, hidden: str) -> tuple[list[str], float, float]:
    left = min(230.0, max((letters.width(bar.label, SIZE) for bar in rows), default=0)) + GAP
    made = [_written(bar, SIZE, left - GAP, scale, hidden) for bar in rows]
    right = max((max(_side(row)) for row in made), default=0) + GAP
    plot = Box(left, 26, WIDE - left - right, 0)
    parts, y = [], plot.y
    for row in made:
        height = max(ROW, len(row.label) * SIZE * LINE + 12)
        middle = y + height / 2
        top = middle - (len(row.label) - 1) * SIZE * LINE / 2 + SIZE * 0.35
        parts += shapes.lines(row.label, 0, top, SIZE)
        parts += _bar(row, scale, Box(plot.x, middle - THICK / 2, plot.width, THICK))
        parts += _words_beside(row, plot.x + plot.width + GAP, middle)
        y += height
    return [*_grid(scale, plot, y), *parts], WIDE, y + 4


def _side(row: _Row) -> tuple[float, float]:
    first = letters.width(f"{row.value}  {row.interval}", SIZE)
    return first, letters.width(row.bar.note, SMALL)


def _words_beside(row: _Row, x: float, middle: float) -> list[str]:
    """The value, its interval behind it, and under it the note."""
    y = middle + SIZE * 0.35 - (9 if row.bar.note else 0)
    is_known = row.bar.value is not None
    parts = [shapes.text(row.value, x, y, SIZE if is_known else SMALL, strong=is_known)]
    if row.interval:
        after = x + letters.width(row.value + " ", SIZE)
        parts.append(shapes.text(row.interval, after, y, SMALL, paint="soft"))
    if row.bar.note:
        parts.append(shapes.text(row.bar.note, x, y + 18, SMALL, paint="soft"))
    return parts


def _narrow(rows: Sequence[Bar], scale: Scale, hidden: str) -> tuple[list[str], float, float]:
    """Words above, the bar over the whole width below."""
    plot = Box(0, 0, NARROW, 0)
    parts: list[str] = []
    y = 30.0
    for bar in rows:
        value = hidden if bar.value is None else scale.text(bar.value)
        room = NARROW - letters.width(value, NARROW_SIZE) - GAP
        row = _written(bar, NARROW_SIZE, room, scale, hidden)
        y += 8 + NARROW_SIZE
        parts += shapes.lines(row.label, 0, y, NARROW_SIZE)
        parts.append(shapes.text(value, NARROW, y, NARROW_SIZE, anchor="end", strong=True))
        y += (len(row.label) - 1) * NARROW_SIZE * LINE
        for words in letters.wrap(_under(row), SMALL, NARROW):
            y += SMALL * LINE + 1
            parts.append(shapes.text(words, 0, y, SMALL, paint="soft"))
        parts += _bar(row, scale, Box(plot.x, y + 9, plot.width, THICK))
        y += 9 + THICK + 8
    return [*_grid(scale, Box(0, 24, NARROW, 0), 30), *parts], NARROW, y + 4


def _under(row: _Row) -> str:
    return " · ".join(words for words in (row.interval, row.bar.note) if words)


def _grid(scale: Scale, plot: Box, bottom: float) -> list[str]:
    """Lines of the scale, with as many numbers as fit beside each other."""
    ticks = scale.ticks()
    widest = max(letters.width(scale.text(tick), SMALL) for tick in ticks) + 12
    every = 1
    while len(ticks[::every]) > 2 and widest * (len(ticks[::every]) - 1) > plot.width:
        every += 1
    parts = []
    for tick in ticks[::every]:
        x = plot.x + scale.share(tick) * plot.width
        parts.append(shapes.line(x, plot.y - 4, x, bottom, "edge" if tick == 0 else "rule"))
        anchor = "start" if x < 12 else "end" if tick == ticks[-1] else "middle"
        parts.append(
            shapes.text(scale.text(tick), x, plot.y - 9, SMALL, paint="soft", anchor=anchor)
        )
    return parts


def _bar(row: _Row, scale: Scale, box: Box) -> list[str]:
    bar, radius = row.bar, box.height / 2 if scale.low >= 0 else 3.0
    parts = [shapes.rect(box, "track", radius)]
    if bar.value is None:
        return parts
    zero = box.x + scale.share(0) * box.width
    end = box.x + scale.share(bar.value) * box.width
    if end != zero:
        fill = Box(min(zero, end), box.y, abs(end - zero), box.height)
        paint = f"level-{bar.level}" if bar.level else "braam"
        parts.append(shapes.rect(fill, paint, min(radius, fill.width / 2)))
    if bar.low is None or bar.high is None:
        return parts
    return [*parts, *_whisker(scale, bar.low, bar.high, box)]


def _whisker(scale: Scale, low: float, high: float, box: Box) -> list[str]:
    """A line with two ends, on a halo so that it can be seen on the bar."""
    y = box.y + box.height / 2
    x1, x2 = (box.x + scale.share(value) * box.width for value in (low, high))
    strokes = [(x1, y, x2, y), (x1, y - CAP, x1, y + CAP), (x2, y - CAP, x2, y + CAP)]
    return [
        shapes.line(*stroke, paint, thick)
        for paint, thick in (("halo", 5), ("whisker", 2))
        for stroke in strokes
    ]
