"""Small problems by chance, with everything in them that a day can have."""

import random

from krachtlokaal.assignment import Participant, Placement, Problem, Session


def small(seed: int) -> Problem:
    """Two to four people, two or three rounds, two to four workshops."""
    chance = random.Random(seed)
    rounds = chance.randint(1, 3)
    workshops = [f"w{number}" for number in range(chance.randint(2, 4))]
    sessions = []
    for workshop in workshops:
        for number in range(1, rounds + 1):
            if chance.random() < 0.7:
                capacity = chance.randint(0, 3)
                minimum = chance.choice([0, 0, 0, 1, 2, 3])
                name = f"{workshop}r{number}"
                sessions.append(Session(name, workshop, number, capacity, minimum))
    people = [
        _participant(chance, f"p{number}", workshops, sessions, rounds)
        for number in range(chance.randint(1, 4 if rounds < 3 else 3))
    ]
    previous = [
        Placement(one.id, chance.choice(sessions).id)
        for one in people
        if sessions and chance.random() < 0.4
    ]
    return Problem(tuple(sessions), tuple(people), tuple(previous))


def _participant(
    chance: random.Random, name: str, workshops: list[str], sessions: list[Session], rounds: int
) -> Participant:
    wishes = chance.sample(workshops, chance.randint(0, len(workshops)))
    there = [number for number in range(1, rounds + 1) if chance.random() < 0.85]
    fixed = {}
    choices = [one for one in sessions if one.round in there]
    if choices and chance.random() < 0.15:
        one = chance.choice(choices)
        fixed = {one.round: one.id}
    excluded = {one.id for one in sessions if chance.random() < 0.1} - set(fixed.values())
    return Participant(
        name,
        tuple(wishes),
        tuple(there),
        organisation=chance.choice([None, "o1", "o2"]),
        fixed=fixed,
        excluded=frozenset(excluded),
        only_wishes=chance.random() < 0.2,
    )


def day(people: int, workshops: int, rounds: int) -> Problem:
    """A day with a tenth of the seats to spare, colleagues in threes, popular workshops."""
    chance = random.Random(1)
    names = [f"w{number}" for number in range(workshops)]
    weights = [1 / (1 + place) for place in range(workshops)]
    size = people * 11 // (10 * workshops) + 1
    sessions = tuple(
        Session(f"{name}r{number}", name, number, size)
        for name in names
        for number in range(1, rounds + 1)
    )
    crowd = tuple(
        Participant(
            f"p{number}",
            tuple(dict.fromkeys(chance.choices(names, weights, k=6))),
            tuple(range(1, rounds + 1)),
            organisation=f"o{number // 3}",
        )
        for number in range(people)
    )
    return Problem(sessions, crowd)
