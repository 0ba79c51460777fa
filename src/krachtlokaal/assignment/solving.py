"""The door: check a problem, place its people step by step, and tell how good that is."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from krachtlokaal.assignment.checking import faults
from krachtlokaal.assignment.clock import Clock
from krachtlokaal.assignment.empty import empty_rounds
from krachtlokaal.assignment.faults import Fault, Flaw, Impossible
from krachtlokaal.assignment.filling import Filled, most_filled
from krachtlokaal.assignment.greedy import in_turn
from krachtlokaal.assignment.master import Chosen, Master, Relaxed
from krachtlokaal.assignment.patterns import pool
from krachtlokaal.assignment.problem import Placement, Problem
from krachtlokaal.assignment.regret import figures
from krachtlokaal.assignment.result import Bounds, Result, Status, Step
from krachtlokaal.assignment.ties import pairs, settle
from krachtlokaal.assignment.unfolding import unfold

Progress = Callable[[Step], None]
LIKELY = 3  # the largest regret of an ordinary day: where the search begins
SMALL = 60  # so few people that unwished sessions are told apart at once, for colleagues
START = 30.0  # seconds for what must be found, whatever the time limit: a placement at all


def solve(
    problem: Problem,
    *,
    seed: int = 1,
    time_limit: float = 60,
    progress: Progress | None = None,
) -> Result:
    """The best placement: most filled rounds, then smallest largest regret, then smallest sum.

    Regret is the sum of the costs of somebody's sessions minus the smallest sum of as many
    different workshops. Each step keeps the values of the steps before (lexicographic
    optimisation) and is proven by its own bound: see `filling` and `master`. Then, among equally
    good placements, the fewest changes against `previous` (placements that it did not have) and
    the fewest pairs of colleagues in a session: see `ties`. The order of people and sessions does
    not matter; the seed shuffles them, which breaks ties.

    `time_limit` in seconds. Raises Impossible where what is fixed can't be met.

    >>> from krachtlokaal.assignment import Participant, Problem, Session
    >>> sessions = (Session("a1", "a", 1, 1), Session("b1", "b", 1, 1))
    >>> people = (Participant("p", ("a", "b"), (1,)), Participant("q", ("a",), (1,)))
    >>> solve(Problem(sessions, people)).figures.total_regret
    1
    """
    clock = Clock(time_limit)
    if found := faults(problem):
        raise Impossible(found)
    search = _Search(_shuffled(problem, seed), clock, seed, progress or (lambda _: None))
    placements, bounds = search.best()
    placements = tuple(sorted(placements, key=_by_round(problem)))
    return Result(
        status=_status(figures(problem, placements), bounds),
        placements=placements,
        empty=empty_rounds(problem, placements),
        figures=figures(problem, placements),
        bounds=bounds,
        changes=_changes(problem, placements) if problem.previous else None,
        colleague_pairs=pairs(problem, placements),
        seed=seed,
        seconds=clock.gone,
    )


def _shuffled(problem: Problem, seed: int) -> Problem:
    """The same whatever order the file has, and fair: no place in a list is better than another."""
    chance = random.Random(seed)  # noqa: S311 a lottery that can be repeated
    sessions = sorted(problem.sessions, key=lambda one: one.id)
    people = sorted(problem.participants, key=lambda one: one.id)
    chance.shuffle(sessions)
    chance.shuffle(people)
    return replace(problem, sessions=tuple(sessions), participants=tuple(people))


@dataclass
class _Search:
    problem: Problem
    clock: Clock
    seed: int
    progress: Progress

    def best(self) -> tuple[tuple[Placement, ...], Bounds]:
        """A placement, and the bounds that hold for it."""
        self.progress(Step.FILLED)
        filled = most_filled(self.problem, Clock(max(self.clock.left, START)), self.seed)
        if filled.most is None:
            raise Impossible(_together(self.problem))
        if not self.problem.participants:
            return (), Bounds(0, 0, 0)
        named = _kept_unwished(self.problem)
        if len(self.problem.participants) <= SMALL:
            named |= set(range(len(self.problem.participants)))
        largest = 0
        if filled.most == filled.bound and self.clock.left:
            self.progress(Step.LARGEST_REGRET)
            largest, master = self._smallest(filled, named)
            while master is not None and self.clock.left:
                answer, named = self._within(filled, largest, named, master)
                if answer is not None:
                    return answer
                largest += bool(self.clock.left)
                master = self._master(filled, largest, named)
        return self._in_turn(filled, largest)

    def _smallest(self, filled: Filled, named: set[int]) -> tuple[int, Master | None]:
        """The smallest largest regret that the relaxation allows, from where it usually lies up or
        down, with its programme; None if the clock ended it. What is too small is proven so."""
        largest, too_small = LIKELY, -1
        found: Master | None = None
        while True:
            master = self._master(filled, largest, named)
            is_possible = master.is_possible(self.clock)
            if is_possible is None:
                return too_small + 1, None
            if is_possible:
                found, largest = master, largest - 1
                if largest == too_small:
                    return largest + 1, found
            else:
                too_small, largest = largest, largest + 1
                if found is not None:
                    return largest, found

    def _master(self, filled: Filled, largest: int, named: set[int]) -> Master:
        patterns = pool(
            self.problem.participants,
            self.problem.sessions,
            largest=largest,
            empty=filled.bound < filled.all_rounds,
            in_full=named,
        )
        people = len(self.problem.participants)
        return Master(patterns, self.problem.sessions, people, filled.bound, self.seed)

    def _within(
        self, filled: Filled, largest: int, named: set[int], master: Master
    ) -> tuple[tuple[tuple[Placement, ...], Bounds] | None, set[int]]:
        """The best placement with no regret above `largest`, or None; and whose unwished sessions
        are told apart from now on."""
        while True:
            relaxed = master.relax(self.clock)
            if relaxed.value is None:
                return None, named
            self.progress(Step.TOTAL_REGRET)
            chosen = master.choose(relaxed, self.clock)
            if chosen.patterns is None:
                return None, named
            placements, without = unfold(self.problem, master.pool, chosen.patterns, self.seed)
            if not without:
                bounds = Bounds(filled.bound, largest, chosen.bound)
                return (self._settled(master, relaxed, chosen, placements), bounds), named
            named = named | without
            master = self._master(filled, largest, named)

    def _settled(
        self,
        master: Master,
        relaxed: Relaxed,
        chosen: Chosen,
        placements: tuple[Placement, ...],
    ) -> tuple[Placement, ...]:
        """Steps four and five, where the three before are proven."""
        total = figures(self.problem, placements).total_regret
        if chosen.bound != total or not self.clock.left:
            return placements
        self.progress(Step.CHANGES if self.problem.previous else Step.COLLEAGUES)
        return settle(self.problem, master, relaxed, placements, self.clock, self.seed)

    def _in_turn(self, filled: Filled, largest: int) -> tuple[tuple[Placement, ...], Bounds]:
        """The clock ended the search: a placement without proof."""
        placements = in_turn(self.problem)
        reached = figures(self.problem, placements)
        if reached.filled < filled.bound:
            return placements, Bounds(filled.bound, None, None)
        return placements, Bounds(filled.bound, largest, None)


def _kept_unwished(problem: Problem) -> set[int]:
    """Who had a session that she did not wish: it could be kept."""
    workshops = {session.id: session.workshop for session in problem.sessions}
    had = {(one.participant, workshops.get(one.session, "")) for one in problem.previous}
    return (
        {
            number
            for number, one in enumerate(problem.participants)
            if any(name == one.id and workshop not in one.wishes for name, workshop in had)
        }
        if had
        else set()
    )


def _together(problem: Problem) -> list[Fault]:
    """Sessions that can't reach their minimum at the same time."""
    fixed = Counter(name for one in problem.participants for name in one.fixed.values())
    return [
        Fault(Flaw.UNDER_MINIMUM_TOGETHER, None, one.round, one.id, fixed[one.id], one.minimum)
        for one in sorted(problem.sessions, key=lambda one: one.id)
        if fixed[one.id] and fixed[one.id] < one.minimum
    ]


def _status(reached: object, bounds: Bounds) -> Status:
    values = (reached.filled, reached.largest_regret, reached.total_regret)  # type: ignore[attr-defined] # Figures
    proven = (bounds.filled, bounds.largest_regret, bounds.total_regret)
    return Status.OPTIMAL if values == proven else Status.FEASIBLE


def _by_round(problem: Problem) -> Callable[[Placement], tuple[str, int]]:
    rounds = {session.id: session.round for session in problem.sessions}
    return lambda one: (one.participant, rounds[one.session])


def _changes(problem: Problem, placements: tuple[Placement, ...]) -> int:
    return len(set(placements) - set(problem.previous))
