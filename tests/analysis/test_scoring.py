"""The scores of the KrachtMeting, as its questionnaire says and for any answers."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.analysis import scoring
from krachtlokaal.analysis.scoring import Answer, Item, Level, Rules, Scale, Theme, ThemeScore

CODES = ("dont_know", "not_applicable")
# Two themes a group; the reversed items of version 1.0.
GROUPS = {
    "sturen": ("bestuur", "koers"),
    "dragen": ("mensen_vinden", "mensen_houden"),
    "samenwerken": ("samen_intern", "samen_extern"),
    "middelen": ("geld_plek", "regels"),
    "vernieuwen": ("bereik", "leren"),
}
REVERSED = {"bestuur_4", "samen_intern_4"}


def _theme(key: str, group: str) -> Theme:
    names = [f"{key}_{number}" for number in range(1, 5)]
    items = tuple(
        Item(name, reverse=name in REVERSED, core=place < 2) for place, name in enumerate(names)
    )
    return Theme(key, group, items)


THEMES = tuple(_theme(key, group) for group, keys in GROUPS.items() for key in keys)
KEYS = [item.key for theme in THEMES for item in theme.items]
BOARD = THEMES[0]
POINTS = st.integers(1, 5)
ANSWER = st.one_of(POINTS, st.sampled_from((*CODES, None)))
BOARD_ANSWERS = st.fixed_dictionaries({item.key: ANSWER for item in BOARD.items})
ALL_ANSWERS = st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, ANSWER))


def _board(*answers: Answer) -> dict[str, Answer]:
    return {item.key: answer for item, answer in zip(BOARD.items, answers, strict=True)}


def test_the_last_item_of_the_board_is_reversed() -> None:
    assert scoring.theme_score(BOARD, _board(5, 4, 3, 1)) == ThemeScore(4.25, 81.25, 4, 0, 4)


@pytest.mark.parametrize(
    ("answers", "score"),
    [
        (_board(4, 4, "dont_know", None), 75.0),
        (_board(4, "not_applicable", "dont_know", None), None),
        (_board(None, None, None, None), None),
        ({}, None),
    ],
)
def test_half_of_the_presented_items_must_have_points(
    answers: dict[str, Answer], score: float | None
) -> None:
    assert scoring.theme_score(BOARD, answers).score == score


def test_an_item_that_was_not_presented_does_not_count() -> None:
    answers = _board(5, 3, 1, 5)
    core = {item.key for theme in THEMES for item in theme.items if item.core}
    assert scoring.theme_score(BOARD, answers, core) == ThemeScore(4.0, 75.0, 2, 0, 2)


def test_a_theme_of_which_nothing_was_presented_has_no_score() -> None:
    score = scoring.theme_score(BOARD, _board(1, 2, 3, 4), set())
    assert (score, score.unknown_share) == (ThemeScore(None, None, 0, 0, 0), None)


def test_one_of_two_core_items_is_half() -> None:
    score = scoring.theme_score(
        BOARD, _board(2, "dont_know", None, None), {"bestuur_1", "bestuur_2"}
    )
    assert (score, score.unknown_share) == (ThemeScore(2.0, 25.0, 1, 1, 2), 0.5)


@pytest.mark.parametrize("answer", [0, 6])
def test_a_number_outside_the_scale_is_an_error(answer: int) -> None:
    with pytest.raises(ValueError, match=f"bestuur_2: {answer} is not on the scale 1–5"):
        scoring.theme_score(BOARD, _board(3, answer, 3, 3))


def test_another_scale() -> None:
    rules = Rules(scale=Scale(0, 10))
    assert scoring.theme_score(BOARD, _board(10, 8, 6, 0), rules=rules).score == 85.0


@pytest.mark.parametrize(
    ("points", "level"),
    [
        ((2, 3, 3, 2, 3), "growing"),  # mean 2.6, exactly 40
        ((3, 3, 4, 3, 4), "in_order"),  # mean 3.4, exactly 60
        ((4, 4, 4, 4, 5), "strong"),  # mean 4.2, exactly 80
        ((2, 3, 3, 2, 2), "attention"),
        ((5, 5, 5, 5, 5), "strong"),
        ((1, 1, 1, 1, 1), "attention"),
    ],
)
def test_a_score_on_a_boundary_has_the_level_that_begins_there(
    points: tuple[int, ...], level: str
) -> None:
    five = Theme("five", "g", tuple(Item(str(place)) for place in range(5)))
    score = scoring.theme_score(five, {str(place): point for place, point in enumerate(points)})
    found = scoring.level(score.score)
    assert found is not None
    assert found.key == level


def test_a_rounding_fault_does_not_cost_a_level() -> None:
    assert scoring.level(40 - 1e-12) == Level("growing", 40, 60)
    assert scoring.quadrant(4 - 1e-12, 60 - 1e-12) == "keep"


def test_no_score_has_no_level() -> None:
    assert [scoring.level(score) for score in (None, -1.0, 101.0)] == [None, None, None]


def test_the_total_needs_four_groups() -> None:
    answers = {f"{keys[0]}_{number}": 3 for keys in GROUPS.values() for number in (1, 2)}
    whole = scoring.all_scores(THEMES, answers)
    assert (whole.groups, whole.total) == (dict.fromkeys(GROUPS, 50.0), 50.0)
    four = scoring.all_scores(THEMES, {k: v for k, v in answers.items() if "bereik" not in k})
    assert (four.groups["vernieuwen"], four.total) == (None, 50.0)
    three = {k: v for k, v in answers.items() if not k.startswith(("bereik", "geld_plek"))}
    assert scoring.all_scores(THEMES, three).total is None


@given(ALL_ANSWERS)
def test_scores_lie_between_0_and_100_and_have_a_level(answers: dict[str, Answer]) -> None:
    scores = scoring.all_scores(THEMES, answers)
    themes = [theme.score for theme in scores.themes.values()]
    for score in [*themes, *scores.groups.values(), scores.total]:
        assert score is None or 0 <= score <= 100
        assert (scoring.level(score) is None) is (score is None)


@given(BOARD_ANSWERS)
def test_reversing_every_item_mirrors_the_score(answers: dict[str, Answer]) -> None:
    turned = Theme("t", "g", tuple(Item(i.key, reverse=not i.reverse) for i in BOARD.items))
    score = scoring.theme_score(BOARD, answers).score
    mirrored = scoring.theme_score(turned, answers).score
    assert mirrored == (None if score is None else pytest.approx(100 - score))


@given(BOARD_ANSWERS)
def test_a_code_is_as_missing_as_nothing(answers: dict[str, Answer]) -> None:
    silent = {key: None if isinstance(a, str) else a for key, a in answers.items()}
    first, second = (scoring.theme_score(BOARD, given_) for given_ in (answers, silent))
    assert (first.mean, first.score, first.valid) == (second.mean, second.score, second.valid)


@given(BOARD_ANSWERS, st.sampled_from(BOARD.items))
def test_a_stronger_answer_never_lowers_the_score(answers: dict[str, Answer], item: Item) -> None:
    answer = answers[item.key]
    weaker = {**answers, item.key: answer if isinstance(answer, int) else 3}
    points = weaker[item.key]
    assert isinstance(points, int)
    step = -1 if item.reverse else 1
    stronger = {**weaker, item.key: min(max(points + step, 1), 5)}
    low, high = (scoring.theme_score(BOARD, given_).score for given_ in (weaker, stronger))
    assert (low is None and high is None) or (low or 0) <= (high or 0)


@given(ALL_ANSWERS, st.randoms())
def test_the_order_of_themes_and_items_is_of_no_matter(
    answers: dict[str, Answer],
    random: Random,
) -> None:
    themes = [
        Theme(t.key, t.group, tuple(random.sample(t.items, len(t.items))))
        for t in random.sample(THEMES, len(THEMES))
    ]
    assert scoring.all_scores(themes, answers) == scoring.all_scores(THEMES, answers)


@given(st.floats(0, 100))
def test_the_levels_divide_0_to_100(score: float) -> None:
    levels = Rules().levels
    assert sum(found.start <= round(score, 9) < found.below for found in levels) == 1


@given(st.fractions(1, 5, max_denominator=60))
def test_a_mean_becomes_a_score(mean: Fraction) -> None:
    assert scoring.to_100(float(mean)) == pytest.approx(float((mean - 1) * 25), abs=1e-8)
