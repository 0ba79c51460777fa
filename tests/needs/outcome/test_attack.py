"""Nobody works out a small count from all that leaves of a survey together."""

from dataclasses import replace

import numpy as np
import pytest

from krachtlokaal.needs.outcome.columns import Asked, Respondents
from krachtlokaal.needs.outcome.engine import MINIMUM, outcome
from krachtlokaal.needs.outcome.model import (
    DIMENSIONS,
    Count,
    Figure,
    Outcome,
    Reason,
    from_cells,
    to_cells,
)
from krachtlokaal.needs.outcome.versions import Mark, differing
from krachtlokaal.office import releases
from tests.needs.outcome.attacker import narrow, who_answered, who_said_yes
from tests.needs.outcome.made import area

SEEDS = range(6)


def plain(asked: Asked, answers: Respondents, made: Outcome) -> Outcome:
    """The same outcome with every share that is shown as the plain one: so a reader who takes the
    shares as plain can't be misled by the weights."""

    def share(figure: Figure, rows: np.ndarray, at: int, step: int) -> Figure:
        if figure.value is None:
            return figure
        part = np.nanmean(answers.wanted[rows, at])
        return replace(figure, value=round(100 * part / step) * step)

    everybody = np.ones(answers.rows, dtype=bool)
    groups = {
        name: tuple(
            replace(
                group,
                themes={
                    key: replace(
                        found,
                        help_wanted=share(found.help_wanted, answers.groups[name] == place, at, 5),
                    )
                    for at, (key, found) in enumerate(group.themes.items())
                },
            )
            for place, group in enumerate(made.groups[name])
        )
        for name in DIMENSIONS
    }
    themes = tuple(
        replace(
            theme,
            weighted=replace(
                theme.weighted,
                help_wanted=share(theme.weighted.help_wanted, everybody, at, 1),
            ),
        )
        for at, theme in enumerate(made.themes)
    )
    return replace(made, groups=groups, themes=themes)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_hidden_count_of_who_answered_can_be_worked_out(seed: int) -> None:
    made = outcome(*area(seed))
    assert any(group.count.hidden for groups in made.groups.values() for group in groups) or any(
        count.hidden for count in made.crossed.values()
    )
    assert narrow(who_answered(made)) == {}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("wanting", [0.15, 0.5])
def test_no_hidden_number_that_said_yes_can_be_worked_out(seed: int, wanting: float) -> None:
    """Everybody answers this question: then the reader knows most."""
    asked, answers = area(seed, themes=1, people=6)
    chance = np.random.default_rng(seed)
    answers = replace(answers, wanted=(chance.random((answers.rows, 1)) < wanting).astype(float))
    made = plain(asked, answers, outcome(asked, answers))
    assert narrow(who_said_yes(made, "theme0")) == {}


def test_a_reader_finds_what_was_not_hidden_well() -> None:
    """The attacker is worth her name: of a table with one hidden cell she knows it."""
    made = outcome(*area(0))
    group = made.groups["sector"][0]
    assert group.count.answered is not None
    bare = replace(group, count=Count(None, None, Reason.GROUP))
    opened = replace(
        made, groups=dict(made.groups) | {"sector": (bare, *made.groups["sector"][1:])}
    )
    found = narrow(who_answered(opened))
    assert found[f"sector/{group.key}"] == (group.count.answered, group.count.answered)


@pytest.mark.parametrize("seed", range(4))
def test_two_versions_together_tell_no_more(seed: int) -> None:
    """Some took their answers back. A figure is the old one or differs over five organisations or
    more; what the later one tells of those that stayed is no more than it may tell alone."""
    asked, answers = area(seed, themes=1, people=6)
    old, marks = to_cells(outcome(asked, answers)), _marks(asked, answers, 0)
    # As many as make the area new: each group and cell that stays differs over enough with others.
    gone = next(
        number
        for number in range(6 + seed, answers.rows)
        if _numbers(marks, _marks(asked, _from(answers, number), number)) >= MINIMUM
    )
    later = _from(answers, gone)
    new = to_cells(outcome(asked, later))
    keys = {*old, *new}
    numbers = differing(marks, _marks(asked, later, gone), keys)
    settled = releases.settle(old, new, numbers)
    left = from_cells(settled.cells)
    moved = {key for key in keys if settled.cells[key] != old[key]}
    assert "count/all" in moved
    assert {key for key in moved if numbers[key] < MINIMUM} == set()
    for name in DIMENSIONS:
        for place, group in enumerate(left.groups[name]):
            leavers = int((answers.groups[name][:gone] == place).sum())
            assert numbers[f"count/{name}/{group.key}"] <= leavers
    fresh = {
        name: tuple(
            one if f"count/{name}/{one.key}" in moved else replace(one, count=UNKNOWN)
            for one in left.groups[name]
        )
        for name in DIMENSIONS
    }
    crossed = {
        (town, sector): count if f"count/crossed/{town}/{sector}" in moved else UNKNOWN
        for (town, sector), count in left.crossed.items()
    }
    assert narrow(who_answered(replace(left, groups=fresh, crossed=crossed))) == {}


def _numbers(before: dict[str, Mark], after: dict[str, Mark]) -> int:
    return differing(before, after, ["count/all"])["count/all"]


UNKNOWN = Count(None, None, Reason.GROUP)


def _from(answers: Respondents, number: int) -> Respondents:
    """Without the organisations before this one."""
    return Respondents(
        {name: codes[number:] for name, codes in answers.groups.items()},
        answers.scores[number:],
        answers.importance[number:],
        answers.wanted[number:],
        answers.forms[number:],
    )


def _marks(asked: Asked, answers: Respondents, first: int) -> dict[str, Mark]:
    """As the database keeps them; a mark that is the answer itself."""
    found = {}
    for row in range(answers.rows):
        groups = tuple(asked.levels[name][answers.groups[name][row]] for name in DIMENSIONS)
        said = {
            f"{theme}/{what}": str(values[row, at])
            for what, values in (
                ("score", answers.scores),
                ("importance", answers.importance),
                ("help_wanted", answers.wanted),
            )
            for at, theme in enumerate(asked.themes)
            if not np.isnan(values[row, at])
        }
        found[str(first + row)] = Mark(groups, said)
    return found
