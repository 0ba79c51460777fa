"""The answers of several respondents of one organisation as figures that name nobody.

What comes out is kept as a snapshot, so it is plain data: keys, numbers and codes, no words. No
figure is made of fewer than four answers, none can be computed from others that stand beside it,
and lowest and highest are left out.
"""

from collections.abc import Mapping, Sequence
from math import fsum
from typing import Any

from krachtlokaal.analysis import scoring
from krachtlokaal.analysis.agreement import agreement
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.figures import asked
from krachtlokaal.surveys.figures.asked import ROLE

Content = Mapping[str, Any]
Figures = dict[str, Any]
Scores = Sequence[scoring.ThemeScore]


class TooFewError(ValueError):
    """Fewer answers than may be combined."""


def combine(definition: Definition, contents: Sequence[Content], *, variant: str) -> Figures:
    """Figures of all answers together. Raises TooFewError below the number of the questionnaire.

    {"raters": 6, "themes": {key: {"score": …, "core": …, "spread": …, "unknown": …, "talk": …,
    "importance": …, "best": item}}, "order": [keys, the largest differences first],
    "roles": [{"role": …, "raters": 4, "themes": {key: score}}], "icc1": …, "icc2": …}
    """
    rules = asked.rules_of(definition)
    if len(contents) < rules.spread_from:
        raise TooFewError(len(contents))
    given = [asked.points_given(content) for content in contents]
    shown = asked.statements(definition, variant)
    core = asked.statements(definition, variant, core=True)
    themes = asked.scored_themes(definition)
    scores = {t.key: [scoring.theme_score(t, one, shown, rules) for one in given] for t in themes}
    short = {t.key: [scoring.theme_score(t, one, core, rules) for one in given] for t in themes}
    return {
        "raters": len(contents),
        "themes": {
            theme.key: _theme(scores[theme.key], rules)
            | {
                "core": scoring.combine(short[theme.key], rules).score,
                "importance": _mean_of(given, f"{theme.key}.importance", rules.spread_from),
                "best": _best(theme, given, shown, rules),
            }
            for theme in themes
        },
        "order": _by_difference(scores, rules),
        "roles": _roles(contents, scores, rules),
        **_agreement(scores, rules),
    }


def _theme(scores: Scores, rules: scoring.Rules) -> Figures:
    found = scoring.combine(scores, rules)
    return {
        "score": found.score,
        "unknown": found.unknown_share,
        "spread": found.spread.value if found.spread else None,
        "talk": bool(found.talk_about),
    }


def _mean_of(given: Sequence[Content], key: str, at_least: int) -> float | None:
    known = [float(one[key]) for one in given if isinstance(one.get(key), int)]
    return fsum(known) / len(known) if len(known) >= at_least else None


def _best(
    theme: scoring.Theme, given: Sequence[Content], shown: frozenset[str], rules: scoring.Rules
) -> str | None:
    """The statement with the highest mean, of those that enough answered."""
    means: list[tuple[float, bool, str]] = []
    for item in theme.items:
        mean = _mean_of(given, item.key, rules.spread_from) if item.key in shown else None
        if mean is not None:
            low, high = rules.scale.minimum, rules.scale.maximum
            means.append((low + high - mean if item.reverse else mean, not item.reverse, item.key))
    return max(means, key=lambda one: one[:2])[2] if means else None


def _by_difference(scores: Mapping[str, Scores], rules: scoring.Rules) -> list[str]:
    """Themes with a spread, the largest differences first. The differences themselves stay here."""
    distance: dict[str, float] = {}
    for key, own in scores.items():
        means = [score.mean for score in own if score.mean is not None]
        if len(means) >= rules.spread_from:
            distance[key] = max(means) - min(means)
    return sorted(distance, key=lambda key: -distance[key])


def _roles(
    contents: Sequence[Content], scores: Mapping[str, Scores], rules: scoring.Rules
) -> list[Figures]:
    """Scores per role: only of roles that enough have, and only as long as those who are left
    over, whose figures are the difference, are nobody or enough as well."""
    by_role: dict[str, list[int]] = {}
    for place, content in enumerate(contents):
        by_role.setdefault(str(content.get(ROLE, "")), []).append(place)
    return [
        {
            "role": role,
            "raters": len(by_role[role]),
            "themes": {
                key: shown[role]
                for key, own in scores.items()
                if role in (shown := _role_scores(own, by_role, rules))
            },
        }
        for role in _publishable({role: len(own) for role, own in by_role.items()}, rules)
    ]


def _role_scores(
    own: Scores, by_role: Mapping[str, Sequence[int]], rules: scoring.Rules
) -> dict[str, float]:
    """One theme per role: the same rule, among those who have a score for this theme."""
    points = {
        role: [score for place in places if (score := own[place].score) is not None]
        for role, places in by_role.items()
    }
    everybody = {role: len(places) for role, places in by_role.items()}
    may = _publishable({role: len(found) for role, found in points.items()}, rules)
    return {
        role: fsum(points[role]) / len(points[role])
        for role in may
        if role in _publishable(everybody, rules)
    }


def _publishable(sizes: Mapping[str, int], rules: scoring.Rules) -> list[str]:
    """Roles that may be shown, the largest first."""
    least, total = rules.spread_from, sum(sizes.values())
    may = sorted(
        (role for role, size in sizes.items() if role and size >= least),
        key=lambda role: (-sizes[role], role),
    )
    while may and 0 < total - sum(sizes[role] for role in may) < least:
        may.pop()
    return may if len([size for size in sizes.values() if size]) > 1 else []


def _agreement(scores: Mapping[str, Scores], rules: scoring.Rules) -> Figures:
    """How alike the respondents see the themes: one-way intraclass correlations with the themes as
    groups. Null where nothing varies, or fewer than two themes have enough scores."""
    groups = {
        key: means
        for key, own in scores.items()
        if len(means := [one.mean for one in own if one.mean is not None]) >= rules.spread_from
    }
    if len(groups) < 2:
        return {"icc1": None, "icc2": None}
    found = agreement(groups)
    return {"icc1": found.icc1, "icc2": found.icc2}
