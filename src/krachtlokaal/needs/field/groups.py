"""Groups of organisations for field work: municipality × sector × size, small ones taken together.

The rule, as the page tells it: a group has at least five organisations. Sectors of a municipality
with fewer are taken together as "other sectors"; within a sector sizes with fewer are taken
together as "other sizes". If what is taken together still has fewer than five, the smallest group
beside it joins.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from krachtlokaal.register.enums import Sector
from krachtlokaal.register.queries.filters import Size
from krachtlokaal.register.queries.places import town_name

LEAST = 5
Cell = tuple[str, str, str]
# In place of a sector or a size: several together; empty: not divided.
REST, ALL = "rest", ""


@dataclass(frozen=True, order=True)
class Key:
    """One group: a municipality, in it a sector, in it a size."""

    town: str
    sector: str = ALL
    size: str = ALL

    @property
    def code(self) -> str:
        """As statistics name it."""
        return f"{self.town}|{self.sector}|{self.size}"

    @property
    def choice(self) -> dict[str, str]:
        """What narrows a call list to it; sectors or sizes taken together have no name."""
        parts = {"town": self.town, "sector": self.sector, "size": self.size}
        return {name: value for name, value in parts.items() if value not in {REST, ALL}}

    @property
    def name(self) -> str:
        """'Leeuwarden, Sport, 10 tot en met 24 vrijwilligers'"""
        parts = [town_name(self.town)]
        if self.sector == REST:
            parts.append(_("andere soorten"))
        elif self.sector:
            parts.append(str(Sector(self.sector).label))
        if self.size == REST:
            parts.append(_("andere groottes"))
        elif self.size == Size.UNKNOWN:
            parts.append(str(Size(self.size).label).lower())
        elif self.size:
            parts.append(_("%(size)s vrijwilligers") % {"size": Size(self.size).label})
        return ", ".join(parts)


def grouped(cells: Mapping[Cell, int]) -> dict[Cell, Key]:
    """In which group each cell counts; `cells` has the number of organisations of each."""
    sectors: dict[str, Counter[str]] = {}
    sizes: dict[tuple[str, str], Counter[str]] = {}
    for (town, sector, size), count in cells.items():
        sectors.setdefault(town, Counter())[sector] += count
        sizes.setdefault((town, sector), Counter())[size] += count
    apart = {town: _folded(counts) for town, counts in sectors.items()}
    within = {pair: _folded(counts) for pair, counts in sizes.items()}
    return {
        (town, sector, size): _key(town, apart[town][sector], within[town, sector][size])
        for town, sector, size in cells
    }


def _key(town: str, sector: str, size: str) -> Key:
    return Key(town, sector, size if sector not in {REST, ALL} else ALL)


def _folded(counts: Mapping[str, int]) -> dict[str, str]:
    """Each name, or REST for those that are taken together; ALL where nothing stays apart."""
    small = {name for name, count in counts.items() if count < LEAST}
    big = sorted(set(counts) - small, key=lambda name: (counts[name], name))
    if small and big and sum(counts[name] for name in small) < LEAST:
        small.add(big.pop(0))
    if not big:
        return dict.fromkeys(counts, ALL)
    return {name: REST if name in small else name for name in counts}
