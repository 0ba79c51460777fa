"""Where names can stand beside points without touching each other or anything else."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import hypot

from krachtlokaal.publishing.charts import letters
from krachtlokaal.publishing.charts.shapes import LINE, Box

# Right, left, below, above, and the corners between them.
_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, -1), (1, 1), (-1, 1))
_DISTANCES = (2, 9, 18, 28, 40, 54, 70, 90)
_CLEAR = 6  # so much nearer a name stands to its own point than to any other
Line = tuple[float, float, float, float]  # from where to where


@dataclass(frozen=True)
class Spot:
    """A point with a radius, to which a name belongs."""

    x: float
    y: float
    radius: float
    words: tuple[str, ...]


@dataclass(frozen=True)
class Placed:
    """Where the name stands, and from where to where a line leads to it if it stands far."""

    box: Box
    leader: Line | None


def place(
    spots: Sequence[Spot],
    size: float,
    room: Box,
    taken: Sequence[Box],
    lines: Sequence[Box] = (),
    *,
    crossing: bool = False,
) -> list[Placed] | None:
    """A place for each name, the first spot chooses first; None when not all fit. A name stands
    nearer to its own point than to any other, or has a line to it.

    Names keep off what is taken, and where they can off `lines`, which a leader may cross. With
    `crossing` a leader may cross anything.
    """
    full = [*taken, *(_around(spot) for spot in spots)]
    leaders: list[Line] = []
    made = []
    for spot in spots:
        others = None if crossing else [box for box in full if box != _around(spot)]
        rivals = () if crossing else [one for one in spots if one != spot and not _same(one, spot)]
        found = _find(spot, size, room, (full, lines), (others, leaders, rivals))
        if found is None:
            return None
        made.append(found)
        full.append(found.box)
        if found.leader and not crossing:
            leaders.append(found.leader)
    return made


def place_in_some_order(
    spots: Sequence[Spot],
    size: float,
    room: Box,
    taken: Sequence[Box],
    lines: Sequence[Box] = (),
) -> list[Placed] | None:
    """The same, where names fit only if the right spot chooses first: as given, the most crowded,
    from the left, from the right, from above, from below."""
    numbers = range(len(spots))
    for order in (
        list(numbers),
        sorted(numbers, key=lambda i: _space(spots, i)),
        sorted(numbers, key=lambda i: spots[i].x),
        sorted(numbers, key=lambda i: -spots[i].x),
        sorted(numbers, key=lambda i: spots[i].y),
        sorted(numbers, key=lambda i: -spots[i].y),
    ):
        found = place([spots[i] for i in order], size, room, taken, lines)
        if found:
            placed = dict(zip(order, found, strict=True))
            return [placed[i] for i in numbers]
    return None


def _space(spots: Sequence[Spot], number: int) -> float:
    """How far the nearest two others lie, together."""
    own = spots[number]
    return sum(sorted(hypot(own.x - one.x, own.y - one.y) for one in spots)[1:3])


def box_of(words: Sequence[str], size: float) -> tuple[float, float]:
    """Width and height of lines under each other."""
    return max(letters.width(line, size) for line in words), len(words) * size * LINE


def _around(spot: Spot) -> Box:
    return Box(spot.x - spot.radius, spot.y - spot.radius, 2 * spot.radius, 2 * spot.radius)


def _find(
    spot: Spot,
    size: float,
    room: Box,
    keep_off: tuple[list[Box], Sequence[Box]],
    beware: tuple[list[Box] | None, list[Line], Sequence[Spot]],
) -> Placed | None:
    width, height = box_of(spot.words, size)
    full, lines = keep_off
    others, leaders, rivals = beware
    for kept_off in ([*full, *lines], full) if lines else (full,):
        for distance, side in product(_DISTANCES, _SIDES):
            box = _beside(spot, side, distance, width, height)
            if not box.within(room) or any(box.meets(other, 2) for other in kept_off):
                continue
            leader = _leader(spot, box) if distance > _DISTANCES[1] else None
            if any(_crosses(line, box) for line in leaders):
                continue
            if leader is None and _is_unclear(spot, rivals, box):
                continue
            if not (leader and any(_crosses(leader, other) for other in others or ())):
                return Placed(box, leader)
    return None


def _beside(spot: Spot, side: tuple[int, int], distance: float, width: float, height: float) -> Box:
    across, down = side
    reach = spot.radius + distance + 1
    x = spot.x + across * reach - (width if across < 0 else 0 if across > 0 else width / 2)
    y = spot.y + down * reach - (height if down < 0 else 0 if down > 0 else height / 2)
    return Box(x, y, width, height)


def _same(one: Spot, other: Spot) -> bool:
    return hypot(one.x - other.x, one.y - other.y) < 1


def _is_unclear(spot: Spot, rivals: Sequence[Spot], box: Box) -> bool:
    """Whether a name without a line could as well belong to another point."""
    own = _away(spot, box)
    return any(_away(rival, box) < own + _CLEAR for rival in rivals)


def _away(spot: Spot, box: Box) -> float:
    x = min(max(spot.x, box.x), box.x + box.width)
    y = min(max(spot.y, box.y), box.y + box.height)
    return hypot(x - spot.x, y - spot.y)


def _leader(spot: Spot, box: Box) -> Line:
    """From the edge of the point to the nearest point of the box."""
    x = min(max(spot.x, box.x), box.x + box.width)
    y = min(max(spot.y, box.y), box.y + box.height)
    away = hypot(x - spot.x, y - spot.y) or 1
    start = spot.radius / away
    return spot.x + (x - spot.x) * start, spot.y + (y - spot.y) * start, x, y


def _crosses(line: Line, box: Box) -> bool:
    x1, y1, x2, y2 = line
    steps = max(2, int(hypot(x2 - x1, y2 - y1) / 3))
    inner = Box(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
    return any(
        inner.holds(x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps)
        for i in range(steps + 1)
    )


def apart(
    points: Sequence[tuple[float, float]], distance: float, room: Box
) -> list[tuple[float, float]]:
    """The points, moved until each two lie `distance` apart, inside the room."""
    moved = [[x, y] for x, y in points]
    for _round in range(200):
        if not _push(moved, distance):
            break
        for point in moved:
            point[0] = min(max(point[0], room.x), room.x + room.width)
            point[1] = min(max(point[1], room.y), room.y + room.height)
    return [(x, y) for x, y in moved]


def _push(moved: list[list[float]], distance: float) -> bool:
    """One round; false when all lie far enough already."""
    pushed = False
    for i, one in enumerate(moved):
        for other in moved[i + 1 :]:
            across, down = other[0] - one[0], other[1] - one[1]
            away = hypot(across, down)
            if away >= distance - 0.1:
                continue
            pushed = True
            if away < 0.01:
                across, down, away = 1.0, 0.3, 1.0
            by = (distance - away) / 2 / away
            one[0], one[1] = one[0] - across * by, one[1] - down * by
            other[0], other[1] = other[0] + across * by, other[1] + down * by
    return pushed
