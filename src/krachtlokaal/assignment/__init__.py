"""Placement of people in the rounds of a day, fair and proven, and at tables for networking.

Pure Python, numpy, scipy and HiGHS: no Django, no business rows; values in, values out. Imports
nothing of the other rooms; `python -m krachtlokaal.assignment` is its command.
`solve` places people in workshop sessions, `explain` says why somebody did not get what she wished;
`carousel` divides people over tables.
"""

from krachtlokaal.assignment.faults import Fault, Flaw, Impossible
from krachtlokaal.assignment.problem import Participant, Placement, Problem, Session
from krachtlokaal.assignment.result import Bounds, Empty, Figures, Reason, Result, Status, Step
from krachtlokaal.assignment.solving import solve

__all__ = [
    "Bounds",
    "Empty",
    "Fault",
    "Figures",
    "Flaw",
    "Impossible",
    "Participant",
    "Placement",
    "Problem",
    "Reason",
    "Result",
    "Session",
    "Status",
    "Step",
    "solve",
]
