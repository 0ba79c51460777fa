"""Several respondents of one organisation, and one organisation over the years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.analysis.scoring import (
    Answer,
    Change,
    CombinedTheme,
    Item,
    Rules,
    Spread,
    Theme,
    ThemeScore,
    change,
    combine,
)

NOTHING = ThemeScore(None, None, 0, 0, 4)
COURSE = Theme(
    "koers",
    "sturen",
    (Item("k1", core=True), Item("k2", core=True), Item("k3"), Item("k4", reverse=True)),
)


def _saw(mean: float, unknown: int = 0) -> ThemeScore:
    return ThemeScore(mean, (mean - 1) * 25, 4 - unknown, unknown, 4)


def test_four_respondents_are_combined() -> None:
    assert combine([_saw(3.0), _saw(3.5), _saw(3.5), _saw(4.0)]) == CombinedTheme(
        respondents=4, mean=3.5, score=62.5, unknown_share=0.0, spread=Spread.SOME, talk_about=False
    )


@pytest.mark.parametrize("scores", [[], [_saw(1.0), _saw(5.0), _saw(3.0)]])
def test_below_four_respondents_nothing_is_said(scores: list[ThemeScore]) -> None:
    assert combine(scores) == CombinedTheme(None, None, None, None, None, None)


def test_a_respondent_without_a_score_does_not_make_the_fourth() -> None:
    assert combine([_saw(1.0), _saw(5.0), _saw(3.0), NOTHING]) == CombinedTheme(
        None, None, None, 0.0, None, None
    )


def test_a_respondent_who_was_not_asked_does_not_count() -> None:
    away = ThemeScore(None, None, 0, 0, 0)
    assert combine([away, *[_saw(3.0, unknown=2)] * 3]).unknown_share is None


@pytest.mark.parametrize(
    ("low", "high", "spread"),
    [
        (3.0, 3.5, "agree"),
        (3.0, 3.75, "some"),
        (2.75, 4.0, "some"),
        (2.75, 4.25, "differ"),
        (7 / 3, 23 / 6, "differ"),  # 1.5 apart but for a rounding fault
        (1.0, 5.0, "differ"),
    ],
)
def test_the_spread_is_said_in_words(low: float, high: float, spread: str) -> None:
    combined = combine([_saw(low), _saw(low), _saw(low), _saw(high)])
    assert (combined.spread, combined.talk_about) == (spread, spread == "differ")


@pytest.mark.parametrize(("unknown", "talk"), [((1, 1, 1, 0), False), ((2, 1, 1, 1), True)])
def test_much_unknown_is_worth_talking_about(unknown: tuple[int, ...], talk: bool) -> None:
    combined = combine([_saw(3.0, number) for number in unknown])
    assert (combined.spread, combined.talk_about) == (Spread.AGREE, talk)


def test_thirty_per_cent_unknown_is_enough() -> None:
    ten = [ThemeScore(3.0, 50.0, 7, 3, 10)] * 4
    assert (combine(ten).unknown_share, combine(ten).talk_about) == (0.3, True)


def test_much_unknown_is_said_where_there_are_too_few_scores() -> None:
    silent = ThemeScore(None, None, 1, 3, 4)
    assert combine([silent, silent, _saw(3.0), _saw(4.0)]) == CombinedTheme(
        None, None, None, 0.375, None, True
    )


def test_the_number_of_respondents_is_a_rule() -> None:
    assert combine([_saw(2.0), _saw(4.0)], Rules(spread_from=2)).score == 50.0


@given(st.lists(st.integers(4, 20).map(lambda quarters: _saw(quarters / 4)), min_size=4))
def test_combined_lies_between_and_is_the_same_in_any_order(scores: list[ThemeScore]) -> None:
    combined = combine(scores)
    means = [score.mean or 0 for score in scores]
    assert combined.mean is not None
    assert min(means) - 1e-12 <= combined.mean <= max(means) + 1e-12
    assert combine(scores[::-1]) == combined


FULL: dict[str, Answer] = {"k1": 2, "k2": 3, "k3": 5, "k4": 1}


def test_short_and_full_are_compared_on_the_core_items() -> None:
    assert change(COURSE, FULL, {"k1": 4, "k2": 4}, {"k1", "k2"}) == Change(37.5, 75.0, 37.5)


def test_full_and_full_on_all_items() -> None:
    everything = {item.key for item in COURSE.items}
    after: dict[str, Answer] = {"k1": 2, "k2": 3, "k3": 4, "k4": 2}
    assert change(COURSE, FULL, after, everything) == Change(68.75, 56.25, -12.5)


@pytest.mark.parametrize(
    ("after", "common"),
    [
        ({"k1": 4, "k2": 4}, set()),
        ({"k1": 4, "k2": 4}, {"another"}),
        ({"k1": "dont_know", "k2": None}, {"k1", "k2"}),
    ],
)
def test_what_is_not_alike_is_not_compared(after: dict[str, Answer], common: set[str]) -> None:
    assert change(COURSE, FULL, after, common) is None
    assert change(COURSE, after, FULL, common) is None
