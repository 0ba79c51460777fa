"""The outcome of a needs survey as it may leave. A figure that stays in is None and says why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

DIMENSIONS = ("municipality", "sector", "size")


class Reason(StrEnum):
    """Why a figure stays in. Which of two groups is the small one is told nowhere: that would
    tell nearly how small it is."""

    GROUP = "group"  # too few answers, or a small group could be worked out with it
    DOMINANT = "dominant"  # one organisation, or two, count for most of it
    NONE = "none"  # nobody answered


class Differs(StrEnum):
    """More than chance away from the rest of the area, allowing for all that was compared."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True)
class Figure:
    """An estimate with its 95 % interval. Score and priority from 0 to 100, importance from 1 to 5,
    shares in percents. `value` is None exactly when there is a `hidden`."""

    value: float | None
    low: float | None = None
    high: float | None = None
    differs: Differs | None = None
    hidden: Reason | None = None


@dataclass(frozen=True)
class Count:
    """Organisations in the population, and how many of them answered. Where that stays in, the
    population does too: nobody can have answered more often than there are."""

    population: int | None
    answered: int | None
    hidden: Reason | None = None


@dataclass(frozen=True)
class Rank:
    """A place in the ranking of needs, 1 the first, and the places that it may really have."""

    rank: int
    best: int
    worst: int


@dataclass(frozen=True)
class Change:
    """This survey minus the one before, in points of score; sure when 0 lies outside."""

    value: float
    low: float
    high: float
    is_sure: bool


@dataclass(frozen=True)
class Triple:
    """The three figures of a theme."""

    score: Figure
    importance: Figure
    help_wanted: Figure


@dataclass(frozen=True)
class Theme:
    """One theme over the whole area. `forms` are shares of all organisations, by form of help."""

    key: str
    weighted: Triple
    unweighted: Triple
    priority: Figure
    forms: Mapping[str, Figure]
    rank: Rank | None = None
    change: Change | None = None


@dataclass(frozen=True)
class Group:
    """A municipality, sector or size: who answered, and its figures by theme (weighted)."""

    key: str
    count: Count
    themes: Mapping[str, Triple]


@dataclass(frozen=True)
class Weight:
    """How much an answer of these categories (merged ones together) counts, on average 1."""

    variable: str
    categories: tuple[str, ...]
    factor: float


@dataclass(frozen=True)
class Merged:
    """Strata that were too small alone, and are taken together with `into`."""

    strata: tuple[str, ...]
    into: str


@dataclass(frozen=True)
class Method:
    """Facts of the account of method. Margin of error: of a share of half, in percents."""

    minimum: int
    strata: int
    merged: tuple[Merged, ...]
    raked_on: tuple[str, ...]
    design_effect: float
    effective_n: int
    margin_of_error: float | None
    confidence: float = 0.95
    correction: str = "holm"


@dataclass(frozen=True)
class Outcome:
    """All that may leave of one survey. Without `method` there were too few answers for any."""

    count: Count
    groups: Mapping[str, tuple[Group, ...]]
    crossed: Mapping[tuple[str, str], Count]  # by municipality and sector
    themes: tuple[Theme, ...]
    forms: Mapping[str, Figure]
    weights: tuple[Weight, ...] = ()
    method: Method | None = None
    version: int = field(default=1, compare=False)

    @property
    def ranking(self) -> tuple[Theme, ...]:
        """Themes by need, the most urgent first; those without a figure last."""
        return tuple(
            sorted(self.themes, key=lambda one: one.rank.rank if one.rank else len(self.themes) + 1)
        )

    def theme(self, key: str) -> Theme:
        """Raises KeyError for a theme that was not asked."""
        found = next((one for one in self.themes if one.key == key), None)
        if found is None:
            raise KeyError(key)
        return found

    def hidden(self) -> Mapping[str, Reason]:
        """Everything that stays in, by the key of its cell, with why."""
        return {
            key: Reason(cell["hidden"])
            for key, cell in to_cells(self).items()
            if isinstance(cell, dict) and cell.get("hidden")
        }


Cells = Mapping[str, Any]


def to_cells(outcome: Outcome) -> dict[str, Any]:
    """Flat, for the ledger of releases: one cell per figure. The keys:

    `count/all`, `count/sector/sport`, `count/crossed/GM0080/sport`, `area/bestuur/score` (also
    importance, help_wanted, priority, rank, change, form.info, plain.score …), `form/info`,
    `sector/sport/bestuur/score`, `shape`, `weights`, `method`.
    """
    from krachtlokaal.needs.outcome.cells import write

    return dict(write(outcome))


def from_cells(cells: Cells, version: int = 1) -> Outcome:
    """The outcome that `to_cells` wrote down."""
    from krachtlokaal.needs.outcome.cells import read

    return read(cells, version)


def figures(outcome: Outcome) -> Iterator[tuple[str, Figure]]:
    """Every weighted figure with its key, the whole area first."""
    for theme in outcome.themes:
        yield from triple(f"area/{theme.key}", theme.weighted)
    for dimension, groups in outcome.groups.items():
        for group in groups:
            for key, found in group.themes.items():
                yield from triple(f"{dimension}/{group.key}/{key}", found)


def triple(prefix: str, found: Triple) -> Iterator[tuple[str, Figure]]:
    """The three figures of a theme with their keys."""
    yield f"{prefix}/score", found.score
    yield f"{prefix}/importance", found.importance
    yield f"{prefix}/help_wanted", found.help_wanted
