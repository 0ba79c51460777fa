"""Several answers together: what may be said, and what must never be."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from krachtlokaal.surveys.figures.combining import TooFewError, combine
from krachtlokaal.surveys.figures.together import Together, combined_report
from tests.surveys.report.answers import answered, krachtmeting

DAY = date(2026, 11, 24)
ROLES = ["board", "together", "coordinator", "volunteer", "staff", "member"]


def combined(*contents: dict[str, Any], variant: str = "full") -> dict[str, Any]:
    return combine(krachtmeting(), contents, variant=variant)


def told(*contents: dict[str, Any], language: str = "nl") -> Together:
    return combined_report(
        krachtmeting(), combined(*contents), variant="full", language=language, made_on=DAY
    )


def with_roles(*counts: int, **themes: int) -> list[dict[str, Any]]:
    return [
        answered(3, **themes) | {"role": role}
        for role, number in zip(ROLES, counts, strict=False)
        for _ in range(number)
    ]


def test_three_answers_are_not_combined() -> None:
    with pytest.raises(TooFewError):
        combined(*[answered()] * 3)


def test_the_largest_differences_stand_first_and_are_said_in_words() -> None:
    found = told(answered(3, bestuur=1, koers=2), answered(3, bestuur=5), answered(3), answered(3))
    first, second, *rest = found.differences
    assert (first.theme.key, first.word, first.talk_about) == (
        "bestuur",
        "U kijkt hier heel verschillend naar",
        True,
    )
    assert (second.theme.key, second.word) == ("koers", "U kijkt hier een beetje verschillend naar")
    assert {one.word for one in rest} == {"U bent het hier met elkaar eens"}


def test_the_score_is_the_mean_of_all_and_raters_are_counted() -> None:
    found = told(*[answered(point) for point in (1, 3, 4, 5)])
    theme = found.report.themes[0]
    assert (found.raters, theme.points, theme.level and theme.level.key) == (4, 56, "growing")


def test_a_theme_with_fewer_than_four_scores_shows_nothing() -> None:
    without = {key: value for key, value in answered().items() if not key.startswith("regels")}
    found = told(answered(), answered(), answered(), without)
    theme = next(one for one in found.report.themes if one.key == "regels")
    assert (theme.score, theme.level) == (None, None)
    assert "regels" not in [one.theme.key for one in found.differences]


def test_importance_needs_four_who_said_so() -> None:
    marked = answered() | {"bestuur.importance": 5}
    assert combined(marked, marked, marked, answered())["themes"]["bestuur"]["importance"] is None
    assert combined(*[marked] * 4)["themes"]["bestuur"]["importance"] == 5.0


def test_often_unknown_is_worth_a_talk() -> None:
    blank = answered() | {f"regels_{n}": "dont_know" for n in (1, 2, 3, 4)}
    found = told(answered(), answered(), answered(), answered(), blank, blank, blank)
    difference = next(one for one in found.differences if one.theme.key == "regels")
    assert (difference.talk_about, difference.often_unknown) == (True, True)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((4,), []),  # everybody has one role: nothing to compare
        ((4, 3), []),  # the other three would be the difference
        ((4, 4), ["board", "together"]),
        ((5, 4, 1), ["board"]),  # with both, the one who is left is the difference
        ((4, 2, 2), ["board"]),
        ((3, 3, 3), []),
        ((6, 4, 4, 2), ["board", "coordinator"]),
    ],
)
def test_roles_are_shown_only_where_nobody_is_the_difference(
    counts: tuple[int, ...], shown: list[str]
) -> None:
    assert [row["role"] for row in combined(*with_roles(*counts))["roles"]] == shown


def test_a_theme_that_too_few_of_a_role_answered_is_left_out_of_roles() -> None:
    people = with_roles(4, 4)
    for key in [key for key in people[0] if key.startswith("regels")]:
        people[0].pop(key)
    (board, together) = combined(*people)["roles"]
    assert "regels" not in board["themes"]
    assert "regels" not in together["themes"]
    assert "bestuur" in board["themes"]


def test_agreement_is_high_where_all_see_the_same_profile() -> None:
    same = answered(3, bestuur=5, koers=1, leren=4)
    found = told(same, same, same, same | {"bestuur_1": 4})
    assert found.agreement == "U ziet grotendeels dezelfde sterke en zwakke kanten."
    assert found.icc1 is not None
    assert found.icc1 > 0.9
    assert found.reliability.startswith("De gezamenlijke cijfers zijn stevig")


def test_agreement_is_low_where_profiles_cross() -> None:
    found = told(*[answered(3, **{theme: 5}) for theme in ("bestuur", "koers", "regels", "leren")])
    assert found.agreement == "U ziet heel verschillende sterke en zwakke kanten."


def test_where_nothing_varies_nothing_is_said_about_agreement() -> None:
    found = told(*[answered(3)] * 4)
    assert (found.icc1, found.icc2) == (None, None)
    assert "niet te zeggen" in found.agreement


def test_what_goes_well_is_what_all_together_answered_best() -> None:
    found = told(*[answered(3, bereik=4) | {"bereik_2": 5}] * 4)
    (good,) = found.report.goods
    assert good.statement == "Nieuwe mensen voelen zich bij ons snel thuis."


def test_core_scores_are_kept_for_comparison_with_a_short_form() -> None:
    people = [answered(2) | {"bestuur_1": 4, "bestuur_2": 4}] * 4
    theme = combined(*people)["themes"]["bestuur"]
    assert (theme["core"], theme["score"]) == (75.0, 50.0)


POINTS = st.lists(st.integers(1, 5), min_size=10, max_size=10)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(POINTS, st.sampled_from(ROLES)), min_size=4, max_size=10), st.randoms())
def test_figures_tell_no_order_and_no_extremes(
    people: list[tuple[list[int], str]], chance: Any
) -> None:
    """The same figures in whatever order answers come, and no group smaller than four in them."""
    keys = [theme.key for theme in krachtmeting().themes]
    contents = [
        answered(3, **dict(zip(keys, points, strict=True))) | {"role": role}
        for points, role in people
    ]
    found = combined(*contents)
    mixed = list(contents)
    chance.shuffle(mixed)
    again = combined(*mixed)
    assert [row["role"] for row in again["roles"]] == [row["role"] for row in found["roles"]]
    assert again["themes"].keys() == found["themes"].keys()
    for row in found["roles"]:
        assert row["raters"] >= 4
    left = len(people) - sum(row["raters"] for row in found["roles"])
    assert left == 0 or left >= 4
    assert not {"min", "max", "lowest", "highest"} & set(json.dumps(found).split('"'))


def test_a_role_is_called_by_its_name() -> None:
    found = told(*with_roles(4, 4, bestuur=5), language="en")
    assert found.roles is not None
    assert found.roles.names == (
        "Board or church council member (4)",
        "We fill this in together (4)",
    )
    assert found.roles.rows[:2] == (("Board", (100, 100)), ("Purpose and plans", (50, 50)))
