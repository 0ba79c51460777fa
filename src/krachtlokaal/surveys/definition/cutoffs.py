"""How a questionnaire scores, from checked data."""

import re
from typing import Any

from krachtlokaal.analysis import scoring
from krachtlokaal.surveys.definition.asking import Row

_USUAL = scoring.KRACHTMETING


def rules(data: Row) -> scoring.Rules | None:
    """The cut-offs of a questionnaire with themes and a scale; none for one of another shape."""
    marks = data.get("scoring")
    if marks is None or not data.get("themes"):
        return None
    scale = data["scale"]
    split = marks.get("quadrant_split", {})
    several = marks.get("multi_respondent", {})
    return scoring.Rules(
        scale=scoring.Scale(scale["min"], scale["max"]),
        min_valid_share=marks.get("theme", {}).get("min_valid_share", _USUAL.min_valid_share),
        min_valid_themes=marks.get("group", {}).get("min_valid_themes", _USUAL.min_valid_themes),
        min_valid_groups=marks.get("total", {}).get("min_valid_groups", _USUAL.min_valid_groups),
        levels=tuple(
            scoring.Level(level["key"], level["from"], level["to_below"])
            for level in marks["levels"]
        ),
        importance_split=split.get("importance", _USUAL.importance_split),
        score_split=split.get("score", _USUAL.score_split),
        spread_from=several.get("show_spread_from_n", _USUAL.spread_from),
        **_talk_about(several.get("talk_about_if", "")),
    )


def _talk_about(words: str) -> dict[str, Any]:
    """From when a difference is worth a talk: "max - min >= 1.5 …, or share dont_know >= 0.30"."""
    difference = re.search(r"max - min >= (\d+(?:\.\d+)?)", words)
    unknown = re.search(r"share dont_know >= (\d+(?:\.\d+)?)", words)
    found = {"talk_about_difference": difference, "talk_about_share_unknown": unknown}
    return {key: float(hit[1]) for key, hit in found.items() if hit}
