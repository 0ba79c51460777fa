"""Placement of invented days: seconds, proof or gap, and how content people are, beside two ways
that need no solver on the same people: first come first served, and a lottery rank by rank."""

import random
from itertools import accumulate

from krachtlokaal.assignment import Participant, Placement, Problem, Result, Session, solve
from krachtlokaal.assignment.greedy import in_turn
from krachtlokaal.assignment.possible import possible
from krachtlokaal.assignment.regret import cost, figures

# People, workshops, rounds, seats to spare, seconds.
DAYS = (
    (500, 24, 3, 0.1, 60),
    (500, 24, 3, -0.2, 60),
    (2000, 40, 4, 0.1, 120),
    (10_000, 80, 4, 0.1, 300),
)
SKIPPED = 0.2  # of the rounds of a workshop
PART_DAY = 0.15  # of the people


def report() -> None:
    """Print all of it."""
    print("\nIndeling (deel met de eerste wens; grootste en totale spijt; lege rondes)")
    for people, workshops, rounds, spare, seconds in DAYS:
        problem = day(people, workshops, rounds, spare)
        result = solve(problem, time_limit=seconds)
        print(f"{people} mensen, {workshops} workshops, {rounds} rondes, stoelen {spare:+.0%}")
        _line("opgelost", problem, result.placements)
        print(f"    {result.seconds:.1f} s, {_proof(result)}")
        _line("wie het eerst komt", problem, first_come(problem))
        _line("loten per rang", problem, in_turn(problem))


def _line(name: str, problem: Problem, placements: tuple[Placement, ...]) -> None:
    now = figures(problem, placements)
    wanted = sum(len(one.rounds) for one in problem.participants)
    print(
        f"    {name:20}{now.first_wish_granted or 0:7.1%}{now.largest_regret:5}"
        f"{now.total_regret:8}{wanted - now.filled:7}"
    )


def _proof(result: Result) -> str:
    total = result.bounds.total_regret
    gap = "onbekend" if total is None else str(result.figures.total_regret - total)
    return f"{result.status}, afstand van de totale spijt tot de grens: {gap}"


def day(people: int, workshops: int, rounds: int, spare: float) -> Problem:
    """An invented day: skewed popularity, 3 to 6 wishes, workshops that skip a round, people who
    come for part of the day, `spare` more seats than people in each round."""
    chance = random.Random(1)
    names = [f"w{number}" for number in range(workshops)]
    runs = [(w, r) for w in names for r in range(1, rounds + 1) if chance.random() > SKIPPED]
    weights = [1 / (1 + place) ** 0.6 for place in range(workshops)]
    chance.shuffle(weights)
    crowd = tuple(_person(chance, number, names, weights, rounds) for number in range(people))
    sessions: list[Session] = []
    for round_ in range(1, rounds + 1):
        here = [w for w, r in runs if r == round_]
        needed = sum(round_ in one.rounds for one in crowd) * (1 + spare)
        raw = [chance.uniform(0.6, 1.4) for _ in here]
        edges = [round(edge * needed / sum(raw)) for edge in accumulate(raw)]
        sizes = [edge - before for edge, before in zip(edges, [0, *edges], strict=False)]
        named = zip(here, sizes, strict=True)
        sessions += [Session(f"{w}r{round_}", w, round_, size) for w, size in named]
    return Problem(tuple(sessions), crowd)


def _person(
    chance: random.Random, number: int, names: list[str], weights: list[float], rounds: int
) -> Participant:
    wishes: list[str] = []
    most = chance.randint(3, 6)
    while len(wishes) < most:
        wish = chance.choices(names, weights)[0]
        if wish not in wishes:
            wishes.append(wish)
    there = list(range(1, rounds + 1))
    if chance.random() < PART_DAY:
        there = sorted(chance.sample(there, chance.randint(1, rounds - 1)))
    return Participant(f"p{number}", tuple(wishes), tuple(there), organisation=f"o{number // 3}")


def first_come(problem: Problem) -> tuple[Placement, ...]:
    """Each in turn takes the dearest that is free in each of her rounds."""
    free = {session.id: session.capacity for session in problem.sessions}
    placed: list[Placement] = []
    for one in problem.participants:
        able = possible(one, list(problem.sessions))
        had: set[object] = set()
        dearest_first = sorted((cost(one, each.workshop), at) for at, each in enumerate(able))
        for session in (able[at] for _price, at in dearest_first):
            keys = {session.round, session.workshop}
            if free[session.id] and not keys & had:
                free[session.id] -= 1
                had |= keys
                placed.append(Placement(one.id, session.id))
    return tuple(placed)
