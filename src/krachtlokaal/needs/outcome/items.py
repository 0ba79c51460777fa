"""Scores of all organisations at once, from a table of answers to single statements."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from krachtlokaal.analysis.scoring import KRACHTMETING, Rules
from krachtlokaal.needs.outcome.columns import Floats


def theme_scores(
    answers: NDArray[np.int8],
    items: Sequence[Sequence[int]],
    reversed_items: Sequence[int] = (),
    rules: Rules = KRACHTMETING,
) -> Floats:
    """Rows × themes, 0 to 100, as `analysis.scoring.theme_score` gives them one by one.

    `answers` has a point per row and statement, 0 where none was given; `items` the statements of
    each theme, `reversed_items` those whose points count from the other side.

    >>> theme_scores(np.array([[4, 0, 1], [4, 0, 0]], dtype=np.int8), [[0, 1, 2]], [2]).tolist()
    [[87.5], [nan]]
    """
    low, high = rules.scale.minimum, rules.scale.maximum
    found = np.empty((len(answers), len(items)))
    turned = set(reversed_items)
    for at, own in enumerate(items):
        total = np.zeros(len(answers), dtype=np.int32)
        given = np.zeros(len(answers), dtype=np.int32)
        for item in own:
            points = answers[:, item]
            there = points > 0
            given += there
            total += np.where(there, low + high - points if item in turned else points, 0)
        enough = (given > 0) & (given >= rules.min_valid_share * len(own))
        with np.errstate(invalid="ignore", divide="ignore"):
            score = (total / given - low) / (high - low) * 100
        found[:, at] = np.where(enough, score, np.nan)
    return found
