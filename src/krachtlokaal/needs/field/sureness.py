"""How sure the outcome is now and will be at closing, and how like the area the answers are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from krachtlokaal.analysis.fieldwork import (
    Stratum,
    expected_at_closing,
    imbalance,
    margin_of_error,
)
from krachtlokaal.needs.field.groups import Key

# From which R-indicator on the response is said to be like the area, or fairly like it.
LIKE, FAIRLY = 0.9, 0.8


@dataclass(frozen=True)
class Days:
    """How long the waves that are open have been so, and how much longer they will be."""

    gone: int
    left: int


@dataclass(frozen=True)
class Sureness:
    """Margins as shares: 0.05 is five percentage points. None where nothing can be said yet."""

    now: float | None
    closing: float | None
    sent: int
    sent_at_closing: int | None

    @property
    def points(self) -> float:
        """The margin of now in percentage points."""
        return 100 * (self.now or 0.0)


def days_of(periods: Sequence[tuple[date | None, date | None]], today: date) -> Days | None:
    """None when no wave is open. The first and the last day of a period count in full."""
    firsts = [first or today for first, _last in periods]
    lasts = [last or today for _first, last in periods]
    if not periods:
        return None
    return Days(max((today - min(firsts)).days + 1, 1), max((max(lasts) - today).days, 0))


def sureness(
    strata: Mapping[Key, Stratum], invited: Mapping[Key, int], days: Days | None
) -> Sureness:
    """`invited` counts the organisations that were asked: who was not, is not expected."""
    sent = sum(one.answered for one in strata.values())
    now = margin(strata)
    later = at_closing(strata, invited, days)
    if later is None:
        return Sureness(now, None, round(sent), None)
    expected = round(sum(one.answered for one in later.values()))
    return Sureness(now, margin(later), round(sent), expected)


def at_closing(
    strata: Mapping[Key, Stratum], invited: Mapping[Key, int], days: Days | None
) -> dict[Key, Stratum] | None:
    """If those who were asked and are silent go on answering as fast as until now.

    With the share r of the asked that answered in g days, of the silent 1 − (1 − r)^(l / g) will
    in the l days that are left.
    """
    asked = sum(invited.values())
    sent = sum(one.answered for one in strata.values())
    if days is None or not asked or not sent:
        return None
    share = min(sent / asked, 1.0)
    rate = 1 - (1 - share) ** (days.left / days.gone)
    rates = {key.code: _of_silent(one, invited.get(key, 0), rate) for key, one in strata.items()}
    later = expected_at_closing({key.code: one for key, one in strata.items()}, rates)
    return {key: later[key.code] for key in strata}


def _of_silent(one: Stratum, invited: int, rate: float) -> float:
    """The rate among all who are silent, of whom some were never asked."""
    silent = one.population - one.answered
    waiting = max(invited - one.answered, 0)
    return rate * min(waiting / silent, 1.0) if silent else 0.0


def margin(strata: Mapping[Key, Stratum]) -> float | None:
    """Groups without an answer count with the largest group of their municipality that has one;
    a municipality without any with the largest group of all. None as long as nobody answered."""
    kept = {key: one for key, one in strata.items() if one.answered > 0}
    if not kept:
        return None
    homes = dict(kept)
    for key, one in strata.items():
        if key not in kept:
            near = [other for other in kept if other.town == key.town] or list(kept)
            home = max(near, key=lambda other: (kept[other].population, other))
            joined = homes[home].population + one.population
            homes[home] = Stratum(joined, homes[home].answered)
    return margin_of_error({key.code: one for key, one in homes.items()})


def likeness(groups: Mapping[str, Stratum]) -> float | None:
    """R-indicator (analysis.fieldwork.representativeness), less what chance alone gives.

    Of n answers that come from N organisations at random, with P = n / N, the imbalance over S
    groups is P (1 − P) (S − 1) / (N − 1) on the average; that much is no sign of anything. None
    where there is nothing to compare: one organisation or one group, nobody answered.
    """
    everybody = sum(one.population for one in groups.values())
    sent = sum(one.answered for one in groups.values())
    if everybody < 2 or len(groups) < 2 or not sent:
        return None
    share = sent / everybody
    chance = share * (1 - share) * (len(groups) - 1) / (everybody - 1)
    more = max(imbalance(groups) - chance, 0.0)
    return 1 - 2 * float((more * everybody / (everybody - 1)) ** 0.5)
