"""A later version beside the one before: what is new minus what is new tells of no few."""

import pytest

from krachtlokaal.needs.outcome.versions import Mark, differing
from krachtlokaal.office import releases

SIZES = {"GM0080": 12, "GM1900": 12}
FIGURES = ("count/all", "area/bestuur/score", "area/bestuur/plain.score", "area/bestuur/priority")


def marks(towns: dict[str, int], sectors: int = 1) -> dict[str, Mark]:
    said = {"bestuur/score": "a", "bestuur/importance": "b"}
    return {
        f"{town} {number}": Mark((town, f"sector{number % sectors}", "10-24"), said)
        for town, count in towns.items()
        for number in range(count)
    }


def numbers(before: dict[str, Mark], after: dict[str, Mark]) -> dict[str, int]:
    towns = [f"count/municipality/{town}" for town in SIZES]
    scores = [f"municipality/{town}/bestuur/score" for town in SIZES]
    crossed = [f"count/crossed/{town}/sector{number}" for town in SIZES for number in range(2)]
    return differing(before, after, [*FIGURES, *towns, *scores, *crossed])


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize(
    ("joined", "is_new"),
    [((8, 2), False), ((8, 0), True), ((8, 6), True), ((4, 4), True), ((2, 2), False)],
)
def test_the_area_changes_only_with_all_its_groups(
    figure: str, joined: tuple[int, int], is_new: bool
) -> None:
    """8 new in one municipality and 2 in the other: the first would show, the second would stay,
    and the area minus the first tells what these two said."""
    before = marks(SIZES)
    after = marks({town: SIZES[town] + n for town, n in zip(SIZES, joined, strict=True)})
    assert (numbers(before, after)[figure] >= releases.MINIMUM) is is_new
    for town, n in zip(SIZES, joined, strict=True):
        assert numbers(before, after)[f"municipality/{town}/bestuur/score"] == n


def test_a_municipality_changes_only_with_all_its_sectors() -> None:
    before = marks(SIZES, 2)
    after = before | {
        f"new {number}": Mark(("GM0080", "sector0" if number < 6 else "sector1", "10-24"), {})
        for number in range(7)
    }
    found = numbers(before, after)
    assert found["count/crossed/GM0080/sector0"] == 6
    assert found["count/crossed/GM0080/sector1"] == 1
    assert found["count/municipality/GM0080"] == 1
