"""Who answered, as far as it may be told: one pattern that all figures of a survey follow.

The table of municipality by sector and that of sizes count the same organisations. They share
nothing but their total, which is told; so each is protected alone, and both are together.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from krachtlokaal.analysis.disclosure import TOTAL, Key, protect
from krachtlokaal.needs.outcome.columns import Asked, Ints, Respondents
from krachtlokaal.needs.outcome.model import DIMENSIONS

TIME_LIMIT = 20.0  # seconds for one table; what is found by then is safe too
Bools = NDArray[np.bool_]
ALL = (TOTAL, TOTAL)


@dataclass(frozen=True)
class Shown:
    """How many answered, by group and by municipality × sector, and which of these are told."""

    answered: Mapping[str, Ints]
    crossed: Ints
    groups: Mapping[str, Bools]
    cells: Bools


def participation(
    asked: Asked, answers: Respondents, *, minimum: int, time_limit: float = TIME_LIMIT
) -> Shown | None:
    """None when fewer than `minimum` answered: then nothing is told."""
    if answers.rows < minimum:
        return None
    sizes = {name: len(asked.levels[name]) for name in DIMENSIONS}
    counts = {name: np.bincount(answers.groups[name], minlength=sizes[name]) for name in DIMENSIONS}
    towns, sectors = (answers.groups[name] for name in ("municipality", "sector"))
    flat = np.bincount(
        towns * sizes["sector"] + sectors, minlength=counts["municipality"].size * sizes["sector"]
    )
    crossed = flat.reshape(sizes["municipality"], sizes["sector"])
    by_town, by_sector, cells = _two_way(crossed, minimum, time_limit)
    by_size = _one_way(counts["size"], minimum, time_limit)
    groups = {"municipality": by_town, "sector": by_sector, "size": by_size}
    return Shown(counts, crossed, groups, cells)


def _two_way(crossed: Ints, minimum: int, time_limit: float) -> tuple[Bools, Bools, Bools]:
    """Rows, columns and cells that are told; the total always is."""
    towns, sectors = crossed.shape
    counts: dict[Key, int] = {
        (str(m), str(s)): int(crossed[m, s]) for m in range(towns) for s in range(sectors)
    }
    done = protect(counts, minimum=minimum, time_limit=time_limit)
    told = {cell.cell for cell in done.cells if cell.count is not None}
    if ALL not in told:
        by_town = _one_way(crossed.sum(axis=1), minimum, time_limit)
        return by_town, np.zeros(sectors, dtype=bool), np.zeros(crossed.shape, dtype=bool)
    return (
        np.array([(str(m), TOTAL) in told for m in range(towns)]),
        np.array([(TOTAL, str(s)) in told for s in range(sectors)]),
        np.array([[(str(m), str(s)) in told for s in range(sectors)] for m in range(towns)]),
    )


def _one_way(counts: Ints, minimum: int, time_limit: float) -> Bools:
    """Groups that are told beside their total."""
    done = protect(
        {(str(at),): int(count) for at, count in enumerate(counts)},
        minimum=minimum,
        time_limit=time_limit,
    )
    told = {cell.cell for cell in done.cells if cell.count is not None}
    if (TOTAL,) not in told:
        return np.zeros(len(counts), dtype=bool)
    return np.array([(str(at),) in told for at in range(len(counts))])
