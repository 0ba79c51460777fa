"""The solvers of scipy that the disclosure layer calls (HiGHS and its flows), with types."""

# mypy: disable-error-code="no-untyped-call, attr-defined"
# scipy has no types; this module is where they end.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int32]

OUT_OF_TIME = 1
INFEASIBLE = 2


def sparse(rows: ArrayLike, columns: ArrayLike, values: ArrayLike, shape: tuple[int, int]) -> Any:  # noqa: ANN401
    """A matrix with these entries, quick to take columns from."""
    from scipy.sparse import csc_array

    return csc_array((values, (rows, columns)), shape=shape)


def in_parts(
    cost: Floats,
    low: Floats,
    high: Floats,
    *,
    equal: tuple[Any, Floats] | None = None,
    at_most: tuple[Any, Floats] | None = None,
    seconds: float | None = None,
) -> Any:  # noqa: ANN401
    """The cheapest point between the bounds, with the multipliers of the equations."""
    import numpy as np
    from scipy.optimize import linprog

    return linprog(
        cost,
        **({} if equal is None else {"A_eq": equal[0], "b_eq": equal[1]}),
        **({} if at_most is None else {"A_ub": at_most[0], "b_ub": at_most[1]}),
        bounds=np.column_stack([low, high]),
        options={"time_limit": seconds},
    )


def between(
    cost: Floats,
    low: Floats,
    high: Floats,
    rows: tuple[Any, ArrayLike, ArrayLike],
    *,
    whole: bool,
    seconds: float | None = None,
) -> Any:  # noqa: ANN401
    """The cheapest point, of whole numbers if so asked, with each row between two values."""
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    return milp(
        cost,
        constraints=LinearConstraint(*rows),
        bounds=Bounds(low, high),
        integrality=np.full(len(cost), int(whole)),
        options={"mip_rel_gap": 0.0, "time_limit": seconds},
    )


def largest_flow(
    capacity: Numbers, heads: Numbers, pointers: Numbers, source: int, sink: int
) -> tuple[int, Numbers]:
    """The size of the largest flow and the flow of every arc, arcs sorted by tail and head."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_flow

    size = len(pointers) - 1
    graph = csr_array((capacity, heads, pointers), shape=(size, size))
    found = maximum_flow(graph, source, sink)
    return int(found.flow_value), found.flow.data
