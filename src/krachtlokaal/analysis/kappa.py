"""How far two people who sorted the same cards agree, as a whole and per category."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, sqrt


@dataclass(frozen=True)
class CategoryAgreement:
    """One category: how many cards each put in it, and both. `agreement`: 2 · both / the sum."""

    category: Hashable
    first: int
    second: int
    both: int
    agreement: float
    kappa: float | None


@dataclass(frozen=True)
class Kappa:
    """`agreement` is the share of cards in the same category; None where a figure is undefined."""

    n: int
    agreement: float
    kappa: float | None
    se: float | None
    categories: tuple[CategoryAgreement, ...]


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> Kappa:
    """Cohen's kappa of cards that two people sorted apart: (pₒ − pₑ) / (1 − pₑ), at most 1.

    pₒ is the share of cards in the same category, pₑ what it would be by chance. The standard error
    is that for large n, kappa not being 0; categories are without order and exclude each other.
    None if both put every card in the same category.

    Per category: the agreement on it (Spitzer and Fleiss, 1974) and the kappa of this category
    against all others. Where nearly all cards are of one category, kappa is low although people
    agree; the agreement per category shows that.

    Raises ValueError without cards.

    Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and Psychological
    Measurement 20. Fleiss, J. L., Cohen, J. and Everitt, B. S. (1969), Large sample standard errors
    of kappa and weighted kappa, Psychological Bulletin 72.

    >>> cards = [("geld", "geld")] * 4 + [("geld", "regels")] + [("regels", "regels")] * 5
    >>> found = kappa(cards)
    >>> found.agreement, round(found.kappa, 4), round(found.se, 4)
    (0.9, 0.8, 0.1859)
    >>> [(category.category, round(category.agreement, 4)) for category in found.categories]
    [('geld', 0.8889), ('regels', 0.9091)]
    """
    if not pairs:
        raise ValueError("kappa needs at least one card")
    cells = Counter(pairs)
    order = dict.fromkeys(category for pair in pairs for category in pair)
    value, error = _kappa(cells)
    return Kappa(
        n=len(pairs),
        agreement=sum(count for (a, b), count in cells.items() if a == b) / len(pairs),
        kappa=value,
        se=error,
        categories=tuple(_category(cells, category) for category in order),
    )


def _category(
    cells: Mapping[tuple[Hashable, Hashable], int], category: Hashable
) -> CategoryAgreement:
    split: Counter[tuple[Hashable, Hashable]] = Counter()
    for (a, b), count in cells.items():
        split[a == category, b == category] += count
    both = split[True, True]
    first, second = both + split[True, False], both + split[False, True]
    return CategoryAgreement(
        category, first, second, both, 2 * both / (first + second), _kappa(split)[0]
    )


def _kappa(cells: Mapping[tuple[Hashable, Hashable], int]) -> tuple[float | None, float | None]:
    n = sum(cells.values())
    rows: Counter[Hashable] = Counter()
    columns: Counter[Hashable] = Counter()
    for (a, b), count in cells.items():
        rows[a] += count
        columns[b] += count
    chance = sum(rows[category] * columns[category] for category in rows)
    if chance == n * n:
        return None, None
    expected = chance / (n * n)
    observed = sum(count for (a, b), count in cells.items() if a == b) / n
    value = (observed - expected) / (1 - expected)
    rest = 1 - value
    agreed = fsum(
        count / n * (1 - (rows[a] + columns[a]) / n * rest) ** 2
        for (a, b), count in cells.items()
        if a == b
    )
    apart = rest**2 * fsum(
        count / n * ((columns[a] + rows[b]) / n) ** 2 for (a, b), count in cells.items() if a != b
    )
    square = agreed + apart - (value - expected * rest) ** 2
    return value, sqrt(max(square, 0.0) / n) / (1 - expected)
