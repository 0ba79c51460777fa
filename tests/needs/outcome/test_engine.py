"""What the outcome says: weights, intervals, differences, the ranking, and what stays in."""

from dataclasses import replace

import numpy as np
import pytest

from krachtlokaal.analysis import scoring
from krachtlokaal.analysis.estimation import Statistic, estimate, survey_design
from krachtlokaal.needs.outcome.columns import Asked, Respondents
from krachtlokaal.needs.outcome.engine import outcome
from krachtlokaal.needs.outcome.items import theme_scores
from krachtlokaal.needs.outcome.model import DIMENSIONS, Differs, Reason, from_cells, to_cells
from krachtlokaal.needs.outcome.participation import participation
from krachtlokaal.needs.outcome.safety import safe_means, safe_shares, weights_of
from krachtlokaal.needs.outcome.weighing import weigh
from tests.needs.outcome.made import answers as said
from tests.needs.outcome.made import area, asked


def of(counts: list[list[int]], population: int = 20) -> tuple[Asked, Respondents]:
    """Towns × sectors, all of one size; so many answered, of so many each."""
    table = np.array(counts)
    rows = np.repeat(np.argwhere(table >= 0), table.ravel(), axis=0)
    rows = np.column_stack([rows, np.zeros(len(rows), dtype=int)])
    chance = np.random.default_rng(1)
    everybody = np.full((*table.shape, 1), population)
    return asked(everybody, 2), said(rows, 2, chance)


def test_fewer_than_five_answers_have_no_figures() -> None:
    made = outcome(*of([[2, 2]]))
    assert (made.count.answered, made.count.hidden) == (None, Reason.GROUP)
    assert (made.themes, made.method, made.ranking) == ((), None, ())
    assert from_cells(to_cells(made)) == made


def test_who_answered_less_often_counts_for_more() -> None:
    """Two sectors of 20 each; 15 and 5 answered: 0.7 and 2 times."""
    question, answers = of([[15, 5]])
    scores = np.repeat([[40.0], [80.0]], [15, 5], axis=0) * np.ones((1, 2))
    made = outcome(question, replace(answers, scores=scores))
    theme = made.themes[0]
    assert theme.weighted.score.value == 60
    assert theme.unweighted.score.value == 50
    factors = {one.categories: one.factor for one in made.weights if one.variable == "sector"}
    assert factors == {("sector0",): 0.7, ("sector1",): 2.0}
    # Within sectors all say the same, and how many there are of each is known.
    assert (theme.weighted.score.low, theme.weighted.score.high) == (60, 60)


def test_the_weights_add_up_to_the_population() -> None:
    question, answers = area(3)
    told = participation(question, answers, minimum=5)
    assert told is not None
    weighed = weigh(question, answers, told, minimum=5)
    assert weighed.method.raked_on == DIMENSIONS
    for name in DIMENSIONS:
        sums = np.bincount(
            answers.groups[name], weighed.raked.weights, minlength=len(question.levels[name])
        )
        shown = told.groups[name] & (told.answered[name] > 0)
        assert sums[shown] == pytest.approx(question.margin(name)[shown])


def test_the_order_of_organisations_does_not_matter() -> None:
    question, answers = area(2)
    order = np.random.default_rng(0).permutation(answers.rows)
    mixed = Respondents(
        {name: codes[order] for name, codes in answers.groups.items()},
        answers.scores[order],
        answers.importance[order],
        answers.wanted[order],
        answers.forms[order],
    )
    assert outcome(question, mixed) == outcome(question, answers)


def test_an_area_where_everybody_answered_knows_its_scores() -> None:
    question, answers = of([[20, 20], [20, 20]])
    made = outcome(question, replace(answers, scores=answers.scores.round()))
    plain = np.nanmean(answers.scores.round(), axis=0)
    for at, theme in enumerate(made.themes):
        figure = theme.weighted.score
        assert figure.value == round(plain[at])
        assert figure.high is not None
        assert figure.low is not None
        assert figure.high - figure.low <= 2  # who skipped this question alone is guessed
    assert made.method is not None
    assert made.method.margin_of_error == 0


def test_a_group_that_is_far_from_the_rest_is_marked() -> None:
    question, answers = of([[12, 12, 12]], population=40)
    scores = np.random.default_rng(3).normal(50, 5, (36, 2))
    scores[:12, 0] += 30
    made = outcome(question, replace(answers, scores=scores))
    marks = [
        [group.themes[f"theme{at}"].score.differs for group in made.groups["sector"]]
        for at in (0, 1)
    ]
    assert marks == [[Differs.HIGHER, Differs.LOWER, Differs.LOWER], [None, None, None]]


def test_the_most_needed_is_important_and_weak() -> None:
    question, answers = of([[30, 30]], population=60)
    chance = np.random.default_rng(4)
    scores = chance.normal([30, 70], 8, (60, 2))
    made = outcome(question, replace(answers, scores=scores, importance=np.full((60, 2), 5.0)))
    assert [theme.key for theme in made.ranking] == ["theme0", "theme1"]
    first = made.ranking[0]
    assert first.rank is not None
    assert (first.rank.best, first.rank.worst) == (1, 1)
    assert first.priority.value == 100 - (first.weighted.score.value or 0)


def test_change_is_measured_against_the_survey_before() -> None:
    question, answers = of([[30, 30]], population=60)
    before = replace(answers, scores=np.random.default_rng(5).normal(50, 8, (60, 2)))
    later = replace(before, scores=before.scores + np.array([[15.0, 0.0]]))
    made = outcome(question, later, previous=outcome(question, before))
    changes = [theme.change for theme in made.themes]
    assert [(one.value, one.is_sure) for one in changes if one] == [(15, True), (0, False)]
    assert outcome(question, later).themes[0].change is None


def test_one_organisation_that_weighs_for_most_of_a_group_hides_its_mean() -> None:
    weights = weights_of(
        np.array([6.0, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
        np.repeat([0, 1], 5),
        np.ones(10, dtype=bool),
        2,
    )
    told, n = np.array([True, True]), np.array([5, 5])
    shown, heavy = safe_means(told, n, weights, 5)
    # The second would give the first away: what is left of the area is the first.
    assert (shown.tolist(), heavy.tolist()) == ([False, False], [True, False])


@pytest.mark.parametrize(
    ("yes", "no", "shown"),
    [
        ([10, 10, 10], [10, 10, 10], [True, True, True]),
        # One group is small: the smallest other one goes with it.
        ([10, 12, 2], [10, 12, 20], [False, True, False]),
        # Two that are small shield each other, if their yeses are enough.
        ([4, 4, 10, 10], [20, 20, 10, 10], [False, False, True, True]),
        ([1, 2, 10, 12], [20, 20, 10, 12], [False, False, False, True]),
        ([3, 3], [3, 3], [False, False]),
    ],
)
def test_shares_that_may_stand_beside_each_other(
    yes: list[int], no: list[int], shown: list[bool]
) -> None:
    told = np.ones(len(yes), dtype=bool)
    assert safe_shares(told, np.array(yes), np.array(no), 5).tolist() == shown


def test_figures_of_the_area_are_as_the_command_has_them() -> None:
    """The unweighted score with its interval is that of `estimate` for a plain random sample."""
    question, answers = of([[30, 30]], population=60)
    made = outcome(question, answers)
    design = survey_design(60, population=[120.0] * 60)
    found = estimate(design, answers.scores[:, 0], Statistic.MEAN)
    figure = made.themes[0].unweighted.score
    assert found.estimate is not None
    assert found.ci_low is not None
    assert found.ci_high is not None
    assert (figure.value, figure.low, figure.high) == (
        round(found.estimate),
        round(found.ci_low),
        round(found.ci_high),
    )


def test_scores_of_all_at_once_are_those_of_one_by_one() -> None:
    points = np.random.default_rng(6).integers(0, 6, (40, 8), dtype=np.int8)
    keys = [f"item{at}" for at in range(8)]
    themes = [
        scoring.Theme(
            f"theme{at}",
            "group",
            tuple(scoring.Item(key, reverse=key == "item2") for key in keys[4 * at : 4 * at + 4]),
        )
        for at in (0, 1)
    ]
    found = theme_scores(points, [range(4), range(4, 8)], [2])
    for row, given in enumerate(points.tolist()):
        told = {key: point or None for key, point in zip(keys, given, strict=True)}
        one = [scoring.theme_score(theme, told).score for theme in themes]
        assert found[row].tolist() == pytest.approx(
            [np.nan if score is None else score for score in one], nan_ok=True
        )
