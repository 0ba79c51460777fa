"""Which of many candidates are proposed: half and half, and spread like the population.

Nothing here asks the database. The same candidates give the same choice, in whatever order they
come: between equals decides a number that is drawn from the seed.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from krachtlokaal.needs.enums import GuestSource

# Who is nowhere in the population still has some weight.
_LEAST = 1e-3


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organisation of which somebody may be asked."""

    organisation: int
    source: GuestSource
    municipality: str
    sector: str


@dataclass(frozen=True)
class Shares:
    """Parts of the population, by municipality and by sector."""

    towns: Mapping[str, float]
    sectors: Mapping[str, float]


def choose(
    candidates: Iterable[Candidate],
    *,
    seated: Sequence[Candidate],
    seats: int,
    shares: Shares,
    seed: str,
) -> list[Candidate]:
    """At most `seats` of them. Each turn goes to the source with the fewest seats, and within it to
    who stands for the municipality and the sector that come short most (highest averages, as
    Sainte-Laguë gives seats to parties)."""
    left: dict[GuestSource, list[Candidate]] = {GuestSource.YES: [], GuestSource.SILENT: []}
    for one in candidates:
        left[one.source].append(one)
    for rows in left.values():
        rows.sort(key=lambda one: _drawn(seed, one.organisation))
    sources = Counter(one.source for one in seated)
    towns = Counter(one.municipality for one in seated)
    sectors = Counter(one.sector for one in seated)
    chosen: list[Candidate] = []
    while len(chosen) < seats and any(left.values()):
        source = min((key for key, rows in left.items() if rows), key=lambda key: sources[key])
        best = min(left[source], key=lambda one: _weight(one, towns, sectors, shares))
        left[source].remove(best)
        chosen.append(best)
        sources[source] += 1
        towns[best.municipality] += 1
        sectors[best.sector] += 1
    return chosen


def _weight(one: Candidate, towns: Counter[str], sectors: Counter[str], shares: Shares) -> float:
    """Low where few sit of what is common in the population."""
    by_town = (2 * towns[one.municipality] + 1) / max(shares.towns.get(one.municipality, 0), _LEAST)
    by_sector = (2 * sectors[one.sector] + 1) / max(shares.sectors.get(one.sector, 0), _LEAST)
    return by_town + by_sector


def _drawn(seed: str, organisation: int) -> bytes:
    return hashlib.sha256(f"{seed}:{organisation}".encode()).digest()
