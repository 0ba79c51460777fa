"""Agreement of raters inside groups, as numbers and as a command."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from krachtlokaal.analysis.agreement import Agreement, agreement
from tests.analysis.conftest import Ask, File, Refuse

# Six targets by four judges: Shrout and Fleiss (1979), table 2; coefficients in their table 4.
JUDGES = {
    "1": [9, 2, 5, 8],
    "2": [6, 1, 3, 2],
    "3": [8, 4, 6, 8],
    "4": [7, 1, 2, 6],
    "5": [10, 5, 6, 9],
    "6": [6, 2, 4, 7],
}
JUDGED = "target,rating\n" + "".join(f"{t},{r}\n" for t, ratings in JUDGES.items() for r in ratings)
GROUPS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=1),
    st.lists(st.integers(1, 9), min_size=2, max_size=6),
    min_size=2,
)


def test_six_targets_and_four_judges_as_published() -> None:
    found = agreement(JUDGES)
    assert (found.groups, found.raters) == (6, 24)
    assert found.icc1 is not None
    assert found.icc2 is not None
    assert (round(found.icc1, 2), round(found.icc2, 2)) == (0.17, 0.44)


@given(GROUPS)
def test_icc_follows_from_the_f_of_another_library(groups: dict[str, list[int]]) -> None:
    """icc2 = 1 − 1/F and icc1 = (F − 1) / (F + k − 1), where both mean squares are above 0."""
    found = agreement(groups)
    means = {sum(ratings) / len(ratings) for ratings in groups.values()}
    if len(means) > 1 and any(len(set(ratings)) > 1 for ratings in groups.values()):
        ratio = stats.f_oneway(*groups.values()).statistic
        size = found.raters / found.groups
        assert found.icc2 == pytest.approx(1 - 1 / ratio, rel=1e-6, abs=1e-9)
        assert found.icc1 == pytest.approx((ratio - 1) / (ratio + size - 1), rel=1e-6, abs=1e-9)


@given(GROUPS, st.integers(-50, 50), st.integers(1, 9))
def test_icc_does_not_depend_on_the_unit(
    groups: dict[str, list[int]], shift: int, factor: int
) -> None:
    found = agreement(groups)
    moved = agreement({key: [shift + factor * r for r in rs] for key, rs in groups.items()})
    assert moved.icc1 == (None if found.icc1 is None else pytest.approx(found.icc1))


def test_single_raters_count_for_the_mean_size() -> None:
    """B = 4.5 and W = 0.5 by hand; k = 5 / 3."""
    found = agreement({"a": [1.0, 2.0], "b": [4.0, 5.0], "c": [3.0]})
    assert found == Agreement(3, 5, pytest.approx(4 / (4.5 + 2 / 3 * 0.5)), pytest.approx(4 / 4.5))


def test_full_agreement_is_1_whatever_rounding_does() -> None:
    assert agreement({"a": [0.1] * 3, "b": [0.7] * 3}) == Agreement(2, 6, 1.0, 1.0)


def test_equal_groups_have_no_icc2() -> None:
    """B is 0, so icc1 is −1 / (k − 1), and icc2 has divisor 0."""
    assert agreement({"a": [0.1, 0.7], "b": [0.7, 0.1]}) == Agreement(2, 4, -1.0, None)


def test_no_variance_at_all_has_no_icc() -> None:
    assert agreement({"a": [0.1, 0.1, 0.1], "b": [0.1, 0.1]}) == Agreement(2, 5, None, None)


def test_one_group_has_no_icc() -> None:
    assert agreement({"a": [1.0, 2.0]}) == Agreement(1, 2, None, None)


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ({"a": [1.0, 2.0], "b": []}, "a group without ratings"),
        ({"a": [1.0], "b": [2.0]}, "no group has two ratings"),
        ({}, "no group has two ratings"),
    ],
)
def test_what_has_no_within_is_an_error(groups: dict[str, list[float]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        agreement(groups)


def test_the_command(ask: Ask, file: File) -> None:
    found = agreement(JUDGES)
    data = file(JUDGED + ",5\n1,\n7,\n")  # no group, no value: left out
    assert ask("agreement", data, "--group", "target", "--value", "rating") == {
        "groups": 6,
        "raters": 24,
        "icc1": found.icc1,
        "icc2": found.icc2,
    }


def test_groups_are_compared_as_text(ask: Ask, file: File) -> None:
    data = file("g,v\n1,1\n01,2\n1.0,3\n1,4\n")
    assert ask("agreement", data, "--group", "g", "--value", "v")["groups"] == 3


@pytest.mark.parametrize("rows", ["", "a,1\nb,2\n", "a,\na,\n"])
def test_groups_of_one_are_refused(refuse: Refuse, file: File, rows: str) -> None:
    data = file("g,v\n" + rows)
    sentence = (
        f"{data}, kolom “g”: geen enkele groep heeft twee waarden in kolom “v”. Voeg een groep met"
        " minstens twee waarden toe."
    )
    assert refuse("agreement", data, "--group", "g", "--value", "v") == [sentence]
