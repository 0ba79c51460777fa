"""From answers to figures and words: the report of one answer, and that of several together.

Pure: no queries. `report` is what pages and documents show; `single` makes it of one answer,
`together` of a snapshot of several, which `combining` computes.
"""

from krachtlokaal.surveys.figures.report import (
    Earlier,
    Good,
    Level,
    Priority,
    Reason,
    Report,
    Shift,
    Strength,
    ThemeFigure,
)
from krachtlokaal.surveys.figures.single import organisation_report
from krachtlokaal.surveys.figures.steps import NextStep, next_step

__all__ = [
    "Earlier",
    "Good",
    "Level",
    "NextStep",
    "Priority",
    "Reason",
    "Report",
    "Shift",
    "Strength",
    "ThemeFigure",
    "next_step",
    "organisation_report",
]
