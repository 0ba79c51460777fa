"""The solver against every placement there is, on small problems; and what must always hold."""

from collections import Counter

import pytest

from krachtlokaal.assignment import Impossible, Problem, Result, Status, solve
from tests.assignment.brute_force import best, days, regret
from tests.assignment.invented import small


def figures(result: Result) -> tuple[int, ...]:
    now = result.figures
    steps = (-now.filled, now.largest_regret, now.total_regret)
    return (*steps, result.changes or 0, result.colleague_pairs)


def check(problem: Problem, result: Result) -> None:
    """Everything that may be asked of a placement, counted anew."""
    by_id = {session.id: session for session in problem.sessions}
    regrets = []
    for one in problem.participants:
        mine = [by_id[p.session] for p in result.placements if p.participant == one.id]
        day = tuple(sorted(mine, key=lambda session: one.rounds.index(session.round)))
        assert day in set(days(one, problem))
        regrets.append(regret(one, day))
        empty = {found.round for found in result.empty if found.participant == one.id}
        assert empty == set(one.rounds) - {session.round for session in day}
    people = Counter(placed.session for placed in result.placements)
    for session in problem.sessions:
        assert people[session.id] == 0 or session.minimum <= people[session.id] <= session.capacity
    assert result.figures.filled == len(result.placements)
    assert result.figures.largest_regret == max(regrets, default=0)
    assert result.figures.total_regret == sum(regrets)


@pytest.mark.parametrize("block", range(10))
def test_it_is_the_best_of_all_placements(block: int) -> None:
    for seed in range(block * 40, block * 40 + 40):
        problem = small(seed)
        expected = best(problem)
        if expected is None:
            with pytest.raises(Impossible):
                solve(problem)
            continue
        result = solve(problem, seed=seed)
        check(problem, result)
        assert (seed, figures(result)) == (seed, expected)
        assert result.status is Status.OPTIMAL
