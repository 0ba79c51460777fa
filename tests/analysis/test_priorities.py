"""Which three themes an organisation is told to begin with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.analysis.scoring import (
    Finding,
    Priority,
    priorities,
    priority_index,
    quadrant,
)

HELP = (None, "no_help", "maybe", "this_year", "soon", "dont_know")
FINDINGS = st.lists(
    st.builds(
        Finding,
        theme=st.uuids().map(str),
        score=st.one_of(st.none(), st.integers(0, 16).map(lambda steps: steps * 6.25)),
        importance=st.one_of(st.none(), st.integers(1, 5)),
        help_wanted=st.sampled_from(HELP),
    ),
    max_size=10,
)


@pytest.mark.parametrize(
    ("importance", "score", "expected"),
    [
        (4, 59.75, "tackle"),
        (4, 60.0, "keep"),
        (3, 59.75, "watch"),
        (3, 60.0, "relax"),
        (None, 60.0, None),
        (4, None, None),
    ],
)
def test_quadrants(importance: int | None, score: float | None, expected: str | None) -> None:
    assert quadrant(importance, score) == expected


def test_the_index_runs_from_0_to_100() -> None:
    assert [priority_index(*pair) for pair in ((5, 0.0), (1, 0.0), (5, 100.0), (2, 60.0))] == [
        100.0,
        0.0,
        0.0,
        10.0,
    ]


def test_no_index_without_importance_or_score() -> None:
    assert [priority_index(None, 50.0), priority_index(3, None)] == [None, None]


def test_the_highest_index_comes_first() -> None:
    found = [Finding(str(score), score, 5) for score in (75.0, 25.0, 50.0, 0.0)]
    assert priorities(found) == (
        Priority("0.0", 100.0),
        Priority("25.0", 75.0),
        Priority("50.0", 50.0),
    )


def test_equal_themes_go_by_help_then_weakness_then_place() -> None:
    found = [
        Finding("later", 50.0, 3, "maybe"),
        Finding("stronger", 50.0, 3, "soon"),
        Finding("weaker", 0.0, 2, "soon"),  # index 25, as the others
        Finding("this year", 50.0, 3, "this_year"),
        Finding("no help", 50.0, 3, "no_help"),
        Finding("silent", 50.0, 3, None),
    ]
    names = [priority.theme for priority in priorities(found, most=6)]
    assert names == ["weaker", "stronger", "this year", "later", "no help", "silent"]


def test_help_soon_without_an_index_comes_after_the_ranked() -> None:
    found = [
        Finding("no score", None, 5, "soon"),
        Finding("no importance", 80.0, None, "soon"),
        Finding("perfect", 100.0, 5, "this_year"),
        Finding("maybe", 10.0, None, "maybe"),
        Finding("ranked", 90.0, 2, "no_help"),
    ]
    assert priorities(found, most=9) == (
        Priority("ranked", 2.5),
        Priority("no importance", None),
        Priority("no score", None),
        Priority("perfect", 0.0),
    )


def test_where_nothing_is_wrong_there_is_nothing_to_begin_with() -> None:
    assert priorities([Finding("perfect", 100.0, 5), Finding("unimportant", 0.0, 1)]) == ()


@given(FINDINGS)
def test_at_most_three_by_falling_index(found: list[Finding]) -> None:
    chosen = priorities(found)
    assert len(chosen) <= 3
    weights = [priority.index or 0 for priority in chosen]
    assert weights == sorted(weights, reverse=True)
    best = sorted((priority_index(f.importance, f.score) or 0 for f in found), reverse=True)
    assert [weight for weight in weights if weight] == [weight for weight in best[:3] if weight]
