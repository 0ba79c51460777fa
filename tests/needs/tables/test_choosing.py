"""Half and half, spread like the population, and the same for the same seed."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.needs.enums import GuestSource
from krachtlokaal.needs.queries.choosing import Candidate, Shares, choose

YES, SILENT = GuestSource.YES, GuestSource.SILENT
SHARES = Shares({"A": 0.5, "B": 0.3, "C": 0.2}, {"sport": 0.6, "culture": 0.4})


def candidates(source: GuestSource, start: int, number: int) -> list[Candidate]:
    return [
        Candidate(start + at, source, "ABC"[at % 3], ("sport", "culture")[at // 3 % 2])
        for at in range(number)
    ]


def chosen(rows: list[Candidate], seats: int = 12, seed: str = "1:1:1") -> list[Candidate]:
    return choose(rows, seated=[], seats=seats, shares=SHARES, seed=seed)


def test_twelve_seats_are_half_and_half_and_look_like_the_population() -> None:
    found = chosen(candidates(YES, 0, 60) + candidates(SILENT, 100, 60))
    assert Counter(one.source for one in found) == {YES: 6, SILENT: 6}
    assert Counter(one.municipality for one in found) == {"A": 6, "B": 4, "C": 2}
    assert Counter(one.sector for one in found) == {"sport": 7, "culture": 5}


def test_who_is_too_few_leaves_the_seats_to_the_others() -> None:
    found = chosen(candidates(YES, 0, 2) + candidates(SILENT, 100, 60))
    assert Counter(one.source for one in found) == {YES: 2, SILENT: 10}
    assert chosen([]) == []


def test_seats_that_are_taken_count_along() -> None:
    found = choose(
        candidates(YES, 0, 60) + candidates(SILENT, 100, 60),
        seated=candidates(YES, 500, 5),
        seats=7,
        shares=SHARES,
        seed="1",
    )
    assert Counter(one.source for one in found) == {YES: 1, SILENT: 6}


@given(st.permutations(candidates(YES, 0, 14) + candidates(SILENT, 50, 14)), st.integers(0, 12))
def test_the_order_of_the_candidates_makes_no_difference(rows: list[Candidate], seats: int) -> None:
    usual = chosen(candidates(YES, 0, 14) + candidates(SILENT, 50, 14), seats)
    assert chosen(rows, seats) == usual
    assert len({one.organisation for one in usual}) == seats


def test_another_seed_gives_other_names() -> None:
    rows = candidates(YES, 0, 60) + candidates(SILENT, 100, 60)
    assert chosen(rows, seed="1:1:1") != chosen(rows, seed="1:1:2")
