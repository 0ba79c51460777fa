"""Agreement of two people who sorted the same cards, against published tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krachtlokaal.analysis.kappa import kappa

CARDS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1)


def _cards(table: dict[str, tuple[int, ...]]) -> list[tuple[str, str]]:
    return [
        (row, column)
        for row, counts in table.items()
        for column, count in zip(table, counts, strict=True)
        for _ in range(count)
    ]


def test_two_psychiatrists_as_published() -> None:
    """Fleiss, Statistical methods for rates and proportions, chapter on interrater agreement."""
    found = kappa(_cards({"psychotic": (75, 1, 4), "neurotic": (5, 4, 1), "organic": (0, 0, 10)}))
    assert found.kappa is not None
    assert found.se is not None
    assert (found.n, found.agreement) == (100, 0.89)
    assert (round(found.kappa, 2), round(found.se, 3)) == (0.68, 0.088)
    assert [(c.category, c.first, c.second, c.both) for c in found.categories] == [
        ("psychotic", 80, 80, 75),
        ("neurotic", 10, 5, 4),
        ("organic", 10, 15, 10),
    ]
    assert [round(c.kappa or 0, 2) for c in found.categories] == [0.69, 0.50, 0.77]


def test_two_by_two_as_published() -> None:
    """The example of `ci.kappa` in the R package statpsych: 31, 12, 4, 58."""
    found = kappa(_cards({"0": (31, 12), "1": (4, 58)}))
    assert found.kappa == pytest.approx(0.6756757, abs=5e-8)
    assert found.se == pytest.approx(0.07344761, abs=5e-9)


def test_nearly_all_uncoded_is_shown_by_the_agreement_per_category() -> None:
    found = kappa(_cards({"none": (96, 2), "code": (2, 0)}))
    assert found.agreement == 0.96
    assert found.kappa == pytest.approx(-0.0204, abs=1e-4)
    assert [round(c.agreement, 4) for c in found.categories] == [0.9796, 0.0]


def test_one_category_has_no_kappa() -> None:
    found = kappa([("a", "a"), ("a", "a")])
    assert (found.agreement, found.kappa, found.se) == (1.0, None, None)
    assert [(c.agreement, c.kappa) for c in found.categories] == [(1.0, None)]


def test_full_agreement_on_several_is_1() -> None:
    found = kappa([("a", "a"), ("b", "b")])
    assert (found.kappa, found.se) == (1.0, 0.0)


def test_without_cards_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one card"):
        kappa([])


@given(CARDS, st.randoms(use_true_random=False))
def test_who_is_first_and_the_order_of_cards_are_of_no_matter(
    cards: list[tuple[str, str]], random: st.random_module
) -> None:
    mixed = [(b, a) for a, b in cards]
    random.shuffle(mixed)
    one, other = kappa(cards), kappa(mixed)
    assert (one.n, one.agreement) == (other.n, other.agreement)
    assert one.kappa == (None if other.kappa is None else pytest.approx(other.kappa))
    assert one.se == (None if other.se is None else pytest.approx(other.se, abs=1e-7))


@given(CARDS)
def test_kappa_is_at_most_1_and_its_error_not_negative(cards: list[tuple[str, str]]) -> None:
    found = kappa(cards)
    assert found.kappa is None or -1 <= found.kappa <= 1
    assert found.se is None or found.se >= 0
    assert sum(category.both for category in found.categories) == round(found.agreement * found.n)
