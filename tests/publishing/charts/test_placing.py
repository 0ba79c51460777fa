"""Names beside points: whose name it is can be seen, and none stands on anything else."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from krachtlokaal.publishing.charts.placing import Spot, apart, place_in_some_order
from krachtlokaal.publishing.charts.shapes import Box

ROOM = Box(0, 0, 600, 400)
POINTS = st.lists(st.tuples(st.integers(10, 590), st.integers(10, 390)), max_size=9, unique=True)


@given(POINTS)
@settings(max_examples=60, deadline=None)
def test_names_lie_apart_inside_the_room_and_a_far_one_has_a_line(
    points: list[tuple[int, int]],
) -> None:
    spots = [Spot(x, y, 6, ("Een naam",)) for x, y in points]
    found = place_in_some_order(spots, 15, ROOM, []) or []
    assert not any(a.box.meets(b.box) for a, b in combinations(found, 2))
    for spot, one in zip(spots, found, strict=False):
        assert one.box.within(ROOM)
        away = {other: _away(other, one.box) for other in spots}
        assert one.leader or min(away, key=lambda other: away[other]) == spot


def _away(spot: Spot, box: Box) -> float:
    across = max(box.x - spot.x, 0, spot.x - box.x - box.width)
    down = max(box.y - spot.y, 0, spot.y - box.y - box.height)
    return float((across**2 + down**2) ** 0.5)


def test_where_names_do_not_fit_none_is_placed() -> None:
    spots = [Spot(10, 10, 6, ("Een veel te lange naam",))]
    assert place_in_some_order(spots, 15, Box(0, 0, 40, 40), []) is None


@given(POINTS)
@settings(max_examples=30, deadline=None)
def test_points_that_are_pushed_apart_stay_in_the_room(points: list[tuple[int, int]]) -> None:
    moved = apart(points, 30, ROOM)
    assert len(moved) == len(points)
    assert all(ROOM.holds(x, y) for x, y in moved)
