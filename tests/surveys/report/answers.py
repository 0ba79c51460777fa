"""Answers to the KrachtMeting for tests of its report: round, so that scores can be checked."""

from functools import cache
from pathlib import Path
from typing import Any

import krachtlokaal.surveys.data as folder
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.definition.reading import from_data, from_yaml
from krachtlokaal.surveys.figures import asked


@cache
def krachtmeting() -> Definition:
    path = Path(str(folder.__file__)).parent / "krachtmeting_v1.yaml"
    return from_data(from_yaml(path.read_text(encoding="utf-8")))


def answered(point: int = 3, variant: str = "full", **themes: int) -> dict[str, Any]:
    """Every statement answered with this strength, or the one given for its theme: 1 is weak, 5
    strong, whichever way the statement is put."""
    return {
        one.key: 6 - at if one.is_reversed else at
        for one in asked.questions(krachtmeting(), variant)
        if one.is_scored and (at := themes.get(one.theme, point))
    }


def wanting(
    theme: str, importance: int, help_wanted: str = "no_help", *forms: str
) -> dict[str, Any]:
    """What is asked about a theme after its statements."""
    told: dict[str, Any] = {f"{theme}.importance": importance, f"{theme}.help_wanted": help_wanted}
    return told | ({f"{theme}.help_form": list(forms)} if forms else {})
