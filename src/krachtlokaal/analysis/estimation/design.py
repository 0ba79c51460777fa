"""How a sample was drawn: from which strata, in which clusters, with which weights."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


class Flaw(StrEnum):
    """Why a sample can't be used."""

    WEIGHT = "weight"  # not above 0
    VARIES = "varies"  # two population sizes in one stratum
    TOO_SMALL = "too_small"  # a population smaller than its sample
    LONELY = "lonely"  # one cluster, and more in the population


@dataclass(frozen=True)
class Fault:
    """A flaw and the row, from 0, where it shows: for a stratum its first row."""

    row: int
    flaw: Flaw


class UnusableDesign(ValueError):  # noqa: N818 it is an answer, not a fault
    """No estimate can be made with this sample; `faults` by row."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.row))
        super().__init__(", ".join(f"row {fault.row}: {fault.flaw}" for fault in self.faults))


@dataclass(frozen=True)
class Design:
    """A sample ready for use. Clusters are numbered stratum by stratum; without clusters each row
    is one. `fractions` is the share of a stratum that was drawn, 0 if its population is unknown."""

    weights: Floats  # per row
    cluster: Ints  # per row
    stratum: Ints  # per cluster
    sizes: Floats  # clusters per stratum
    fractions: Floats  # per stratum

    @property
    def rows(self) -> int:
        return len(self.weights)

    @property
    def degrees_of_freedom(self) -> int:
        """Clusters minus strata."""
        return len(self.stratum) - len(self.sizes)


def survey_design(
    rows: int,
    *,
    weights: Sequence[float] | None = None,
    strata: Sequence[Hashable] | None = None,
    clusters: Sequence[Hashable] | None = None,
    population: Sequence[float] | None = None,
) -> Design:
    """The design of a sample; each sequence has one value per row.

    Clusters are nested in strata: the same label in another stratum is another cluster.
    `population` is the size of the row's stratum, in clusters if there are any. Without weights a
    row counts for population / sample of its stratum, or for 1. One stage: what is drawn inside a
    cluster is not looked at, which is on the safe side.

    Raises UnusableDesign, or ValueError for no rows or sequences of another length.

    Lohr, S. L. (2022), Sampling: design and analysis, third edition, chapters 3, 5 and 7.

    >>> design = survey_design(4, strata="aabb", population=[10, 10, 4, 4])
    >>> [float(weight) for weight in design.weights], design.degrees_of_freedom
    ([5.0, 5.0, 2.0, 2.0], 2)
    """
    for given in (weights, strata, clusters, population):
        if given is not None and len(given) != rows:
            raise ValueError(f"{len(given)} values for {rows} rows")
    if not rows:
        raise ValueError("a design needs at least one row")
    stratum = _codes(strata) if strata is not None else np.zeros(rows, dtype=np.intp)
    unit = np.arange(rows)
    if clusters is not None:
        unit = _codes(list(zip(stratum.tolist(), clusters, strict=True)))
    _, starts = np.unique(unit, return_index=True)
    order = np.argsort(stratum[starts], kind="stable")
    cluster = np.argsort(order)[unit]
    sizes = np.bincount(stratum[starts]).astype(np.float64)
    whole = None if population is None else np.array(population, dtype=np.float64)
    known = None if weights is None else np.array(weights, dtype=np.float64)
    if faults := [*_weights(known), *_strata(stratum, sizes, whole)]:
        raise UnusableDesign(faults)
    _, first = np.unique(stratum, return_index=True)
    fractions = np.zeros(len(sizes)) if whole is None else sizes / whole[first]
    if known is None:
        known = np.ones(rows) if whole is None else whole / sizes[stratum]
    return Design(known, cluster, stratum[starts][order], sizes, fractions)


def _codes(labels: Sequence[Hashable]) -> Ints:
    """A number per label, from 0."""
    seen: dict[Hashable, int] = {}
    return np.array([seen.setdefault(label, len(seen)) for label in labels], dtype=np.intp)


def _weights(weights: Floats | None) -> list[Fault]:
    if weights is None:
        return []
    usable = (weights > 0) & np.isfinite(weights)
    return [Fault(int(row), Flaw.WEIGHT) for row in np.flatnonzero(~usable)]


def _strata(stratum: Ints, sizes: Floats, population: Floats | None) -> list[Fault]:
    _, first = np.unique(stratum, return_index=True)
    if population is None:
        return [Fault(int(row), Flaw.LONELY) for row in first[sizes == 1]]
    varies = np.flatnonzero(population != population[first][stratum])
    size = population[first]
    small = ~((size >= sizes) & np.isfinite(size))
    lonely = (sizes == 1) & (size > 1) & ~small
    return [
        *(Fault(int(row), Flaw.VARIES) for row in varies),
        *(Fault(int(row), Flaw.TOO_SMALL) for row in first[small]),
        *(Fault(int(row), Flaw.LONELY) for row in first[lonely]),
    ]
