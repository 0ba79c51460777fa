"""Margins of error, imbalance and the gain of a call, while answers come in."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.analysis.estimation import Statistic, estimate, survey_design
from krachtlokaal.analysis.fieldwork import (
    Gain,
    Goal,
    Stratum,
    expected_at_closing,
    gain_of_call,
    imbalance,
    margin_of_error,
    margin_of_error_of_mean,
    order_of_calls,
    representativeness,
)

SECTORS = {"sport": Stratum(300, 60), "zorg": Stratum(100, 10)}
COUNTS = st.integers(1, 50).flatmap(lambda size: st.tuples(st.just(size), st.integers(1, size)))
STRATA = st.lists(COUNTS, min_size=1, max_size=5).map(
    lambda counts: {str(at): Stratum(*count) for at, count in enumerate(counts)}
)


# Krejcie and Morgan (1970), Determining sample size for research activities, table 1: the sample
# with a margin of 0.05; one answer in a hundred moves it by 0.0015.
@pytest.mark.parametrize(
    ("population", "sample"), [(100, 80), (200, 132), (500, 217), (1000, 278), (10000, 370)]
)
def test_the_sample_sizes_that_were_published(population: int, sample: int) -> None:
    margin = margin_of_error({"all": Stratum(population, sample)})
    assert margin is not None
    assert margin == pytest.approx(0.05, abs=0.0008)


def test_a_stratum_without_answers_leaves_everything_open() -> None:
    assert margin_of_error({**SECTORS, "kunst": Stratum(5, 0)}) is None


def test_the_margin_of_a_mean_is_that_of_an_estimate() -> None:
    """With the standard deviation that the sample turns out to have; t for z aside."""
    values = [1.0, 4.0, 4.0, 7.0]
    found = estimate(survey_design(4, population=[20.0] * 4), values, Statistic.MEAN)
    margin = margin_of_error_of_mean({"all": Stratum(20, 4)}, deviation=sqrt(6))
    assert found.se is not None
    assert margin == pytest.approx(1.959964 * found.se, rel=1e-6)


@given(STRATA)
def test_who_heard_everybody_has_no_margin_and_no_imbalance(strata: dict[str, Stratum]) -> None:
    closed = expected_at_closing(strata, 1.0)
    assert (margin_of_error(closed), imbalance(closed)) == (0.0, pytest.approx(0, abs=1e-12))


@given(STRATA, st.floats(0, 1))
def test_more_answers_never_widen_the_margin(strata: dict[str, Stratum], rate: float) -> None:
    now, later = margin_of_error(strata), margin_of_error(expected_at_closing(strata, rate))
    assert now is not None
    assert later is not None
    assert later <= now + 1e-12


def test_each_stratum_may_have_its_own_rate() -> None:
    assert expected_at_closing(SECTORS, {"sport": 0.5, "zorg": 0.1}) == {
        "sport": Stratum(300, 180.0),
        "zorg": Stratum(100, 19.0),
    }


@given(STRATA)
def test_imbalance_lies_between_0_and_its_largest(strata: dict[str, Stratum]) -> None:
    everybody = sum(stratum.population for stratum in strata.values())
    rate = sum(stratum.answered for stratum in strata.values()) / everybody
    assert -1e-12 <= imbalance(strata) <= rate * (1 - rate) + 1e-12


def test_the_worst_response_is_one_stratum_in_full_and_another_not_at_all() -> None:
    strata = {"sport": Stratum(50, 50), "zorg": Stratum(50, 0)}
    assert imbalance(strata) == 0.25
    assert representativeness(strata) == pytest.approx(1 - sqrt(100 / 99))
    assert representativeness({"sport": Stratum(1, 1)}) is None


def test_who_answers_alike_is_representative() -> None:
    assert representativeness({"sport": Stratum(10, 5), "zorg": Stratum(20, 10)}) == 1.0


@given(STRATA)
def test_a_gain_is_what_the_figures_then_are(strata: dict[str, Stratum]) -> None:
    margin = margin_of_error(strata)
    assert margin is not None
    gains = gain_of_call(strata)
    for gain in gains:
        found = strata[gain.stratum]
        then = {**strata, gain.stratum: Stratum(found.population, found.answered + 1)}
        later = margin_of_error(then)
        assert later is not None
        assert gain.margin == pytest.approx(margin - later, abs=1e-12)
        assert gain.imbalance == pytest.approx(imbalance(strata) - imbalance(then), abs=1e-12)
    margins = [gain.margin or 0 for gain in gains]
    assert margins == pytest.approx(sorted(margins, reverse=True), abs=1e-9)
    balanced = [gain.imbalance for gain in gain_of_call(strata, goal=Goal.IMBALANCE)]
    assert balanced == sorted(balanced, reverse=True)
    open_strata = {name for name, found in strata.items() if found.answered < found.population}
    assert {gain.stratum for gain in gains} == open_strata


def test_strata_without_an_answer_come_first_the_largest_before_the_others() -> None:
    strata = {**SECTORS, "kunst": Stratum(5, 0), "natuur": Stratum(20, 0), "vol": Stratum(2, 2)}
    gains = gain_of_call(strata)
    assert [gain.stratum for gain in gains] == ["natuur", "kunst", "zorg", "sport"]
    assert {gain.margin for gain in gains} == {None}


def test_nobody_left_to_call() -> None:
    assert gain_of_call({"sport": Stratum(2, 2)}) == ()


def test_an_expected_fraction_is_filled_up_to_the_whole() -> None:
    (gain,) = gain_of_call({"sport": Stratum(2, 1.5)})
    margin = margin_of_error({"sport": Stratum(2, 1.5)})
    assert gain == Gain("sport", margin, 0.0)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Stratum(0, 0),
        lambda: Stratum(2, 3),
        lambda: Stratum(2, -1),
        lambda: margin_of_error({}),
        lambda: imbalance({}),
        lambda: margin_of_error(SECTORS, p=1.1),
        lambda: margin_of_error(SECTORS, confidence=1.0),
        lambda: margin_of_error_of_mean(SECTORS, deviation=-1.0),
        lambda: margin_of_error_of_mean(SECTORS, deviation=float("nan")),
        lambda: expected_at_closing(SECTORS, 1.5),
    ],
)
def test_what_can_not_be_is_an_error(wrong: object) -> None:
    assert callable(wrong)
    with pytest.raises(ValueError, match=r"answered|strata|between|more"):
        wrong()


@given(strata=STRATA, goal=st.sampled_from(Goal))
def test_each_call_goes_where_one_more_answer_helps_most(
    strata: dict[str, Stratum], goal: Goal
) -> None:
    silent = {name: int(one.population - one.answered) for name, one in strata.items()}
    now = dict(strata)
    for name in order_of_calls(strata, silent, goal=goal):
        gains = {one.stratum: one for one in gain_of_call(now, goal=goal)}
        best = max(_gained(one, goal) for one in gains.values())
        assert _gained(gains[name], goal) == pytest.approx(best, abs=1e-12)
        now[name] = Stratum(now[name].population, now[name].answered + 1)
    assert all(one.answered == one.population for one in now.values())


def _gained(gain: Gain, goal: Goal) -> float:
    assert gain.margin is not None  # every stratum of these has an answer
    return gain.margin if goal is Goal.MARGIN else gain.imbalance


def test_a_stratum_without_answers_is_called_first_and_only_who_can_be_called() -> None:
    strata = {"sport": Stratum(30, 15), "zorg": Stratum(10, 0), "kerk": Stratum(20, 0)}
    order = order_of_calls(strata, {"sport": 1, "zorg": 1, "kerk": 0})
    assert order == ["zorg", "sport"]
    assert order_of_calls(strata, {}) == []
    with pytest.raises(ValueError, match="can't be silent"):
        order_of_calls(strata, {"zorg": 11})
