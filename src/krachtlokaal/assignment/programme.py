"""Linear programmes of whole numbers, and HiGHS that solves them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from krachtlokaal.assignment.clock import Clock

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Solver = Any  # of HiGHS, which has no types
EXACT = 1e-6
THREADS = 2


@dataclass(frozen=True)
class Solved:
    """`values` is None where nothing was found; `bound` is None where it is proven impossible."""

    values: Floats | None
    bound: int | None
    proven: bool


@dataclass
class Programme:
    """Columns and rows, added one by one. The costs of columns are whole numbers."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    row_lower: list[float] = field(default_factory=list)
    row_upper: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    factors: list[float] = field(default_factory=list)

    def column(self, upper: float = 1, lower: float = 0) -> int:
        """A whole number between two values; its place."""
        self.lower.append(lower)
        self.upper.append(upper)
        return len(self.lower) - 1

    def row(
        self, terms: Iterable[tuple[int, float]], upper: float, lower: float = -math.inf
    ) -> None:
        """A sum of factor times column, between two values."""
        self.starts.append(len(self.columns))
        for column, factor in terms:
            self.columns.append(column)
            self.factors.append(factor)
        self.row_lower.append(lower)
        self.row_upper.append(upper)

    def smallest(
        self, cost: Floats, clock: Clock, seed: int, start: Floats | None = None
    ) -> Solved:
        """The smallest cost, at least `bound`, and proven where both are equal."""
        import highspy
        import numpy as np

        if not self.lower:
            return Solved(np.zeros(0), 0, proven=True)
        solver = started(clock, seed)
        solver.passModel(self._model(cost))
        if start is not None:
            solution = highspy.HighsSolution()
            solution.col_value = list(start)
            solver.setSolution(solution)
        solver.run()
        return _read(solver, cost)

    def _model(self, cost: Floats) -> object:
        import highspy
        import numpy as np

        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.lower), len(self.row_lower)
        model.col_cost_ = np.asarray(cost, dtype=np.float64)
        model.col_lower_, model.col_upper_ = np.array(self.lower), np.array(self.upper)
        model.row_lower_ = np.array(self.row_lower, dtype=np.float64)
        model.row_upper_ = np.array(self.row_upper, dtype=np.float64)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array([*self.starts, len(self.columns)], dtype=np.int32)
        model.a_matrix_.index_ = np.array(self.columns, dtype=np.int32)
        model.a_matrix_.value_ = np.array(self.factors, dtype=np.float64)
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(self.lower)
        return model


def started(clock: Clock, seed: int) -> Solver:
    """A solver that says no words, with two threads, exact to one whole number."""
    import highspy

    solver: Solver = highspy.Highs()  # type: ignore[no-untyped-call]  # it has no types
    options: dict[str, bool | int | float | str] = {
        "output_flag": False,
        "log_to_console": False,
        "threads": THREADS,
        "random_seed": seed % 2**31,
        "time_limit": max(clock.left, 0.01),
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.99,  # costs are whole, so anything closer is the same number
    }
    for name, value in options.items():
        solver.setOptionValue(name, value)
    return solver


def _read(solver: Solver, cost: Floats) -> Solved:
    import highspy
    import numpy as np

    status, info = solver.getModelStatus(), solver.getInfo()
    if status in (
        highspy.HighsModelStatus.kInfeasible,
        highspy.HighsModelStatus.kUnboundedOrInfeasible,
    ):
        return Solved(None, None, proven=True)
    bound = info.mip_dual_bound
    least = math.ceil(bound - EXACT) if math.isfinite(bound) else None
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Solved(None, least, proven=False)
    values = np.rint(np.array(solver.getSolution().col_value))
    return Solved(values, least, proven=least is not None and least >= round(float(values @ cost)))
