"""Check a questionnaire: first the shape of each part, then what holds between the parts."""

from typing import Any

from krachtlokaal.surveys.definition.consistency import agree
from krachtlokaal.surveys.definition.faults import Fault, Findings, Lines
from krachtlokaal.surveys.definition.structure import QUESTIONNAIRE


def faults_of(data: dict[str, Any], lines: Lines | None = None) -> list[Fault]:
    """Everything that is wrong, with the line where it stands if the lines are known."""
    found = Findings(lines or {})
    QUESTIONNAIRE(data, (), found)
    if not found.faults:
        agree(data, found)
    return found.faults
