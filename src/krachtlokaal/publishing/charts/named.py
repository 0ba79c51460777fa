"""Points with their names; where names can't stand beside them, marks with a list below."""

from collections.abc import Sequence
from dataclasses import dataclass

from krachtlokaal.publishing.charts import letters, placing, shapes
from krachtlokaal.publishing.charts.placing import Placed, Spot
from krachtlokaal.publishing.charts.shapes import LINE, Box

_WIDE = 500  # from here on a list has two columns


@dataclass(frozen=True)
class Named:
    """A point, its name and how large it is drawn."""

    x: float
    y: float
    radius: float
    name: str


@dataclass(frozen=True)
class Room:
    """Where names may stand, what is taken already, and where a list begins.

    `marks` are what points are called in the list: numbers where there are none."""

    box: Box
    taken: Sequence[Box]
    below: float
    width: float
    lines: Sequence[Box] = ()
    marks: str = ""

    def mark(self, index: int) -> str:
        return self.marks[index] if index < len(self.marks) else str(index + 1)


def beside(points: Sequence[Named], size: float, room: Room) -> list[str] | None:
    """The names beside their points; None where they do not all fit."""
    spots = [Spot(p.x, p.y, p.radius, tuple(letters.wrap(p.name, size, 170))) for p in points]
    found = placing.place_in_some_order(spots, size, room.box, room.taken, room.lines)
    return None if found is None else _drawn(spots, found, size)


def names(
    points: Sequence[Named], size: float, room: Room, *, numbered: bool = False
) -> tuple[list[str], float]:
    """The shapes of all names, and how high the list is that stands below."""
    if not points:
        return [], 0
    found = None if numbered else beside(points, size, room)
    if found is not None:
        return found, 0
    spots = [Spot(p.x, p.y, p.radius, (room.mark(i),)) for i, p in enumerate(points)]
    placed = placing.place(spots, size, room.box, room.taken)
    placed = placed or placing.place(spots, size, room.box, room.taken, crossing=True)
    marks = _drawn(spots, placed, size, strong=True) if placed else []
    listed, height = listing([p.name for p in points], size, room)
    return [*marks, *listed], height


def _drawn(
    spots: Sequence[Spot], found: Sequence[Placed], size: float, *, strong: bool = False
) -> list[str]:
    parts = [shapes.line(*one.leader, "edge") for one in found if one.leader]
    for spot, one in zip(spots, found, strict=True):
        for index, words in enumerate(spot.words):
            y = one.box.y + size * (0.95 + index * LINE)
            parts.append(
                shapes.text(
                    words,
                    one.box.x + one.box.width / 2,
                    y,
                    size,
                    anchor="middle",
                    strong=strong,
                )
            )
    return parts


def listing(found: Sequence[str], size: float, room: Room) -> tuple[list[str], float]:
    """Each number with its name, under each other; side by side in two halves where they fit."""
    indent = letters.width("00 ", size)
    halves = 2 if room.width > _WIDE else 1
    each = room.width / halves
    per_half = -(-len(found) // halves)
    parts, y, deepest = [], 0.0, 0.0
    for index, name in enumerate(found):
        x = each * (index // per_half)
        y = (0.0 if index % per_half == 0 else y) + size * LINE + 4
        at = room.below + y
        parts.append(shapes.text(room.mark(index), x, at, size, strong=True))
        words = letters.wrap(name, size, each - indent - 8)
        parts += shapes.lines(words, x + indent, at, size)
        y += (len(words) - 1) * size * LINE
        deepest = max(deepest, y)
    return parts, deepest + 8
