"""Which organisations are counted together, how sure the outcome is, how like the area."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.analysis.fieldwork import Stratum, margin_of_error, representativeness
from krachtlokaal.needs.field.groups import LEAST, REST, Key, grouped
from krachtlokaal.needs.field.sureness import Days, days_of, likeness, margin, sureness

TOWN = "GM0080"
CELLS = st.dictionaries(
    st.tuples(
        st.sampled_from(["GM0080", "GM1900"]), st.sampled_from("abcd"), st.sampled_from("xyz")
    ),
    st.integers(1, 12),
    min_size=1,
    max_size=20,
)


def test_small_groups_are_taken_together() -> None:
    found = grouped(
        {
            (TOWN, "sport", "10-24"): 6,
            (TOWN, "sport", "25-49"): 2,
            (TOWN, "sport", "50-99"): 3,
            (TOWN, "culture", "1-9"): 5,
            (TOWN, "care", "1-9"): 4,
            (TOWN, "nature", "1-9"): 4,
        }
    )
    assert found == {
        (TOWN, "sport", "10-24"): Key(TOWN, "sport", "10-24"),
        (TOWN, "sport", "25-49"): Key(TOWN, "sport", REST),
        (TOWN, "sport", "50-99"): Key(TOWN, "sport", REST),
        (TOWN, "culture", "1-9"): Key(TOWN, "culture", "1-9"),
        (TOWN, "care", "1-9"): Key(TOWN, REST),
        (TOWN, "nature", "1-9"): Key(TOWN, REST),
    }


def test_too_few_together_take_the_smallest_beside_them_along() -> None:
    found = grouped(
        {(TOWN, "sport", "1-9"): 9, (TOWN, "culture", "1-9"): 5, (TOWN, "care", "1-9"): 1}
    )
    assert found[TOWN, "care", "1-9"] == found[TOWN, "culture", "1-9"] == Key(TOWN, REST)
    assert grouped({(TOWN, "sport", "1-9"): 2}) == {(TOWN, "sport", "1-9"): Key(TOWN)}


@given(CELLS)
def test_every_group_has_five_or_is_the_whole_municipality(
    cells: dict[tuple[str, str, str], int],
) -> None:
    totals: Counter[Key] = Counter()
    for cell, key in grouped(cells).items():
        assert key.town == cell[0]
        totals[key] += cells[cell]
    assert all(count >= LEAST or key == Key(key.town) for key, count in totals.items())


def test_names_of_groups_in_words(db: None) -> None:
    assert Key(TOWN, "sport", "10-24").name == "Leeuwarden, Sport, 10 tot en met 24 vrijwilligers"
    assert Key(TOWN, "sport", REST).name == "Leeuwarden, Sport, andere groottes"
    assert Key(TOWN, "sport", "onbekend").name == "Leeuwarden, Sport, aantal onbekend"
    assert (Key(TOWN, REST).name, Key(TOWN).name) == ("Leeuwarden, andere soorten", "Leeuwarden")


def test_a_group_without_answers_counts_with_the_largest_beside_it() -> None:
    one, two, three = Key("a", "x"), Key("a", "y"), Key("b")
    strata = {one: Stratum(30, 10), two: Stratum(10, 0), three: Stratum(20, 0)}
    assert margin(strata) == margin_of_error({"together": Stratum(60, 10)})
    assert margin({two: Stratum(10, 0)}) is None


def test_at_closing_who_was_asked_goes_on_as_until_now() -> None:
    key, other = Key("a", "x"), Key("a", "y")
    strata = {key: Stratum(100, 40), other: Stratum(50, 0)}
    found = sureness(strata, {key: 80, other: 0}, Days(gone=10, left=10))
    # Half of the asked answered in half of the time: half of the 40 who are silent still will.
    assert (found.sent, found.sent_at_closing) == (40, 60)
    assert found.closing == margin({key: Stratum(100, 60), other: Stratum(50, 0)})
    assert sureness(strata, {key: 80}, None).closing is None
    assert sureness({key: Stratum(9, 0)}, {key: 9}, Days(1, 1)).sent_at_closing is None


def test_the_days_of_all_waves_that_are_open() -> None:
    periods = [(date(2026, 1, 1), date(2026, 1, 20)), (date(2026, 1, 5), date(2026, 1, 28))]
    assert days_of(periods, date(2026, 1, 10)) == Days(gone=10, left=18)
    assert days_of([], date(2026, 1, 10)) is None


def test_chance_alone_is_no_sign_of_an_unlike_response() -> None:
    skewed = {"a": Stratum(50, 40), "b": Stratum(50, 10)}
    plain = representativeness(skewed)
    found = likeness(skewed)
    assert plain is not None
    assert found == pytest.approx(1 - 2 * ((0.09 - 0.25 / 99) * 100 / 99) ** 0.5)
    assert plain < found < 0.5
    assert likeness({"a": Stratum(50, 26), "b": Stratum(50, 24)}) == 1
    assert likeness({"a": Stratum(50, 26)}) is None
