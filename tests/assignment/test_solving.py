"""The solver against every placement there is, on small problems; and what must always hold."""

from collections import Counter
from dataclasses import replace

import pytest

from krachtlokaal.assignment import Impossible, Participant, Problem, Result, Status, solve
from krachtlokaal.assignment.regret import figures as regrets
from krachtlokaal.assignment.swaps import apart
from krachtlokaal.assignment.ties import pairs
from tests.assignment.brute_force import best, days, regret
from tests.assignment.invented import day, small


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


def test_a_day_without_people_or_without_sessions_is_a_day_too() -> None:
    problem = small(3)
    nobody = solve(replace(problem, participants=(), previous=()))
    assert (nobody.status, nobody.placements, nobody.empty) == (Status.OPTIMAL, (), ())
    nothing = solve(replace(unfixed(problem), sessions=()))
    assert (nothing.status, nothing.placements) == (Status.OPTIMAL, ())
    assert nothing.figures.filled == nothing.figures.total_regret == 0


def unfixed(problem: Problem) -> Problem:
    people = [replace(one, fixed={}, excluded=frozenset()) for one in problem.participants]
    return replace(problem, participants=tuple(people), previous=())


@pytest.mark.parametrize("seed", [11, 27, 301])
def test_the_order_in_a_file_changes_nothing_and_a_seed_repeats(seed: int) -> None:
    problem = small(seed)
    turned = Problem(problem.sessions[::-1], problem.participants[::-1], problem.previous[::-1])
    first, second = solve(problem, seed=7), solve(turned, seed=7)
    assert replace(first, seconds=0.0) == replace(second, seconds=0.0)


def test_one_seat_more_never_makes_it_worse() -> None:
    tried = 0
    for seed in range(400, 460):
        problem = unfixed(small(seed))
        free = tuple(replace(session, minimum=0) for session in problem.sessions)
        more = tuple(replace(session, capacity=session.capacity + 1) for session in free)
        before = figures(solve(replace(problem, sessions=free)))[:3]
        after = figures(solve(replace(problem, sessions=more)))[:3]
        assert after <= before
        tried += after < before
    assert tried > 10


def test_where_the_clock_ends_it_what_is_told_is_true() -> None:
    problem = small(11)
    result = solve(problem, time_limit=0)
    check(problem, result)
    assert result.bounds.filled is not None
    assert result.figures.filled <= result.bounds.filled


def test_swaps_part_colleagues_and_change_nothing_else() -> None:
    problem = day(120, 8, 3)
    solved = solve(replace(problem, participants=unnamed(problem)))
    after = apart(problem, solved.placements, solved.figures.largest_regret)
    now = regrets(problem, after)
    assert (-now.filled, now.largest_regret, now.total_regret) == figures(solved)[:3]
    assert pairs(problem, after) < pairs(problem, solved.placements)
    people = Counter(placed.session for placed in after)
    assert all(people[session.id] <= session.capacity for session in problem.sessions)
    assert len({(placed.participant, placed.session[-1]) for placed in after}) == len(after)


def unnamed(problem: Problem) -> tuple[Participant, ...]:
    return tuple(replace(one, organisation=None) for one in problem.participants)
