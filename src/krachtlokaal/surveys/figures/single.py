"""The report of one answer: of an organisation, or of one respondent for herself."""

from collections.abc import Mapping
from typing import Any

from krachtlokaal.analysis import scoring
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.figures import asked
from krachtlokaal.surveys.figures.choosing import best, choose
from krachtlokaal.surveys.figures.report import (
    Earlier,
    Report,
    Shift,
    Strength,
    ThemeFigure,
    Words,
    whole,
)
from krachtlokaal.surveys.figures.words import words_of

Content = Mapping[str, Any]
HELP = ("this_year", "soon")


def organisation_report(
    definition: Definition,
    content: Content,
    *,
    variant: str,
    language: str,
    previous: Earlier | None = None,
) -> Report:
    """Scores, words, what goes well and what to do first, of one answer.

    `previous` holds the changes since an earlier measurement, for the themes that are comparable.
    """
    words = words_of(definition, language)
    given = asked.points_given(content)
    shown = asked.statements(definition, variant)
    themes = asked.scored_themes(definition)
    scores = {one.key: scoring.theme_score(one, given, shown, words.rules) for one in themes}
    figures = {
        theme.key: _figure(
            _Source(definition, variant, language, content),
            words,
            theme.key,
            score=scores[theme.key],
            change=previous.changes.get(theme.key) if previous else None,
        )
        for theme in definition.themes
    }
    means = {
        item.key: _mean(given.get(item.key), words.rules, reverse=item.reverse)
        for theme in themes
        for item in theme.items
        if item.key in shown
    }
    wished = frozenset(content.get(asked.HELP_THEMES) or ())
    presented = sum(score.presented for score in scores.values())
    return Report(
        strengths=strengths(definition, figures, language),
        goods=best(definition, variant, language, figures=figures, means=means),
        priorities=choose(list(figures.values()), words.rules, wished=wished),
        levels=words.levels,
        unknown_share=(
            sum(score.unknown for score in scores.values()) / presented if presented else None
        ),
        wants_help=bool(wished) or any(one.help_wanted in HELP for one in figures.values()),
        has_importance=any(one.importance is not None for one in figures.values()),
        proud=str(content.get("proud", "")),
        worry=str(content.get("worry", "")),
        earlier_name=previous.name if previous else "",
    )


def strengths(
    definition: Definition, figures: Mapping[str, ThemeFigure], language: str
) -> tuple[Strength, ...]:
    """The figures under the strengths of the questionnaire."""
    return tuple(
        Strength(group.name.into(language), tuple(figures[key] for key in group.themes))
        for group in definition.groups
    )


def shift_of(change: scoring.Change | None, words: Words) -> Shift | None:
    if change is None:
        return None
    return Shift(
        before=whole(change.before, words.level(change.before)),
        after=whole(change.after, words.level(change.after)),
    )


class _Source:
    """Where the words of one answer come from."""

    def __init__(
        self, definition: Definition, variant: str, language: str, content: Content
    ) -> None:
        self.names = {theme.key: theme.name.into(language) for theme in definition.themes}
        self._questions = asked.by_key(definition, variant)
        self._language, self._content = language, content

    def value(self, key: str) -> Any:  # noqa: ANN401 whatever was answered
        return self._content.get(key)

    def word(self, key: str) -> str:
        return asked.word(self._questions.get(key), self.value(key), self._language)


def _figure(
    source: _Source,
    words: Words,
    key: str,
    *,
    score: scoring.ThemeScore,
    change: scoring.Change | None,
) -> ThemeFigure:
    importance = source.value(f"{key}.importance")
    level_of = float(importance) if isinstance(importance, int) else None
    return ThemeFigure(
        key=key,
        name=source.names[key],
        score=score.score,
        level=words.level(score.score),
        unknown_share=score.unknown_share,
        importance=level_of,
        importance_word=source.word(f"{key}.importance") if level_of is not None else "",
        help_wanted=str(source.value(f"{key}.help_wanted") or ""),
        help_word=source.word(f"{key}.help_wanted"),
        help_forms=tuple(source.value(f"{key}.help_form") or ()),
        quadrant=words.quadrant(level_of, score.score),
        shift=shift_of(change, words),
    )


def _mean(answer: scoring.Answer, rules: scoring.Rules, *, reverse: bool) -> float | None:
    if not isinstance(answer, int):
        return None
    return float(scoring.reverse(answer, rules.scale) if reverse else answer)
