"""Scores of one respondent: theme, group, total, and the level of a score.

Cut-offs fall on scores that binary fractions can miss (a mean of 2.6 is a score of exactly 40), so
means are taken in exact fractions and compared after rounding to nine decimals.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import fsum

from krachtlokaal.analysis.scoring.structure import (
    DONT_KNOW,
    KRACHTMETING,
    Answer,
    Answers,
    Level,
    Rules,
    Scale,
    Theme,
)

DECIMALS = 9


@dataclass(frozen=True)
class ThemeScore:
    """What one respondent said about one theme; mean and score are None where too little was said.

    `valid` counts the points given, `unknown` the answers "dont_know", `presented` the items shown.
    """

    mean: float | None
    score: float | None
    valid: int
    unknown: int
    presented: int

    @property
    def unknown_share(self) -> float | None:
        """The share "dont_know" of the presented items; None where nothing was presented."""
        return self.unknown / self.presented if self.presented else None


@dataclass(frozen=True)
class Scores:
    """All scores of one respondent, by key, in the order of the questionnaire."""

    themes: dict[str, ThemeScore]
    groups: dict[str, float | None]
    total: float | None


def reverse(value: int, scale: Scale = KRACHTMETING.scale) -> int:
    """The point at the other side of the scale: minimum + maximum − value.

    >>> reverse(5), reverse(4)
    (1, 2)
    """
    return scale.minimum + scale.maximum - value


def to_100(mean: float, scale: Scale = KRACHTMETING.scale) -> float:
    """A mean on the scale as a score: (mean − minimum) / (maximum − minimum) · 100.

    >>> to_100(1), to_100(2.6), to_100(5)
    (0.0, 40.0, 100.0)
    """
    share = (Fraction(mean) - scale.minimum) / (scale.maximum - scale.minimum)
    return round(float(share * 100), DECIMALS)


def theme_score(
    theme: Theme,
    answers: Answers,
    presented: Collection[str] | None = None,
    rules: Rules = KRACHTMETING,
) -> ThemeScore:
    """The mean of the points given, after reversal, if at least half of the items have one.

    Codes and None are missing. `presented` holds the keys of the items that were shown (other
    themes' keys may stand in it); None means all. An answer to an item that was not shown does not
    count. Half is `rules.min_valid_share`.

    Raises ValueError for a number outside the scale.

    >>> from krachtlokaal.analysis.scoring import Item
    >>> board = Theme("bestuur", "sturen", (Item("b1"), Item("b2"), Item("b3", reverse=True)))
    >>> theme_score(board, {"b1": 4, "b2": "dont_know", "b3": 1})
    ThemeScore(mean=4.5, score=87.5, valid=2, unknown=1, presented=3)
    >>> theme_score(board, {"b1": 4, "b2": "dont_know"}).score is None
    True
    """
    shown = [item for item in theme.items if presented is None or item.key in presented]
    points = []
    for item in shown:
        point = _point(item.key, answers.get(item.key), rules.scale)
        if point is not None:
            points.append(reverse(point, rules.scale) if item.reverse else point)
    unknown = sum(answers.get(item.key) == DONT_KNOW for item in shown)
    if not points or round(len(points) / len(shown), DECIMALS) < rules.min_valid_share:
        return ThemeScore(None, None, len(points), unknown, len(shown))
    mean = Fraction(sum(points), len(points))
    share = (mean - rules.scale.minimum) / (rules.scale.maximum - rules.scale.minimum)
    return ThemeScore(float(mean), float(share * 100), len(points), unknown, len(shown))


def group_score(scores: Iterable[float | None], rules: Rules = KRACHTMETING) -> float | None:
    """The mean of the theme scores of a group; None if all are missing.

    >>> group_score([40.0, 70.0]), group_score([40.0, None]), group_score([None, None])
    (55.0, 40.0, None)
    """
    return _mean(scores, rules.min_valid_themes)


def total_score(scores: Iterable[float | None], rules: Rules = KRACHTMETING) -> float | None:
    """The mean of the group scores; None if fewer than four groups have one.

    >>> total_score([40.0, 60.0, 50.0, 70.0, None])
    55.0
    >>> total_score([40.0, 60.0, 50.0, None, None]) is None
    True
    """
    return _mean(scores, rules.min_valid_groups)


def all_scores(
    themes: Sequence[Theme],
    answers: Answers,
    presented: Collection[str] | None = None,
    rules: Rules = KRACHTMETING,
) -> Scores:
    """Every theme, group and the total of one respondent.

    Raises ValueError for a number outside the scale.

    >>> from krachtlokaal.analysis.scoring import Item
    >>> themes = [Theme(key, key.upper(), (Item(key),)) for key in "abcde"]
    >>> scores = all_scores(themes, {"a": 1, "b": 2, "c": 3, "d": 4})
    >>> scores.groups
    {'A': 0.0, 'B': 25.0, 'C': 50.0, 'D': 75.0, 'E': None}
    >>> scores.total
    37.5
    """
    found = {theme.key: theme_score(theme, answers, presented, rules) for theme in themes}
    by_group: dict[str, list[float | None]] = {}
    for theme in themes:
        by_group.setdefault(theme.group, []).append(found[theme.key].score)
    groups = {key: group_score(scores, rules) for key, scores in by_group.items()}
    return Scores(found, groups, total_score(groups.values(), rules))


def level(score: float | None, rules: Rules = KRACHTMETING) -> Level | None:
    """The level that a score 0–100 lies in; None for no score, or for one that no level holds.

    >>> [level(score).key for score in (0, 39.9, 40, 60, 79.99, 80, 100)]
    ['attention', 'attention', 'growing', 'in_order', 'in_order', 'strong', 'strong']
    """
    if score is None:
        return None
    exact = round(score, DECIMALS)
    return next((found for found in rules.levels if found.start <= exact < found.below), None)


def _point(key: str, answer: Answer, scale: Scale) -> int | None:
    if answer is None or isinstance(answer, str):
        return None
    if not scale.minimum <= answer <= scale.maximum:
        raise ValueError(f"{key}: {answer} is not on the scale {scale.minimum}–{scale.maximum}")
    return answer


def _mean(values: Iterable[float | None], at_least: int) -> float | None:
    known = [value for value in values if value is not None]
    return fsum(known) / len(known) if len(known) >= max(at_least, 1) else None
