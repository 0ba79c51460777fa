"""Scores of the KrachtMeting: values in, values out, exactly as its questionnaire says.

`structure` is what is asked, `scores` one respondent, `priorities` what to do first,
`raters` several respondents and comparison over the years.
"""

from krachtlokaal.analysis.scoring.priorities import (
    Finding,
    Priority,
    Quadrant,
    priorities,
    priority_index,
    quadrant,
)
from krachtlokaal.analysis.scoring.raters import (
    Change,
    CombinedTheme,
    Spread,
    change,
    combine,
)
from krachtlokaal.analysis.scoring.scores import (
    Scores,
    ThemeScore,
    all_scores,
    group_score,
    level,
    reverse,
    theme_score,
    to_100,
    total_score,
)
from krachtlokaal.analysis.scoring.structure import (
    DONT_KNOW,
    KRACHTMETING,
    Answer,
    Answers,
    Item,
    Level,
    Rules,
    Scale,
    Theme,
)

__all__ = [
    "DONT_KNOW",
    "KRACHTMETING",
    "Answer",
    "Answers",
    "Change",
    "CombinedTheme",
    "Finding",
    "Item",
    "Level",
    "Priority",
    "Quadrant",
    "Rules",
    "Scale",
    "Scores",
    "Spread",
    "Theme",
    "ThemeScore",
    "all_scores",
    "change",
    "combine",
    "group_score",
    "level",
    "priorities",
    "priority_index",
    "quadrant",
    "reverse",
    "theme_score",
    "to_100",
    "total_score",
]
