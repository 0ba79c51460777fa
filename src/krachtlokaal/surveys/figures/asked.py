"""What a questionnaire asks, as far as its figures need it."""

from collections.abc import Mapping
from typing import Any

from krachtlokaal.analysis import scoring
from krachtlokaal.surveys.definition import Definition, Question

HELP_THEMES = "help_themes"  # the short form asks once for which themes help is wanted
ROLE = "role"


def rules_of(definition: Definition) -> scoring.Rules:
    return definition.rules or scoring.KRACHTMETING


def questions(definition: Definition, variant: str) -> list[Question]:
    """Every question of a form, in its order."""
    return [one for page in definition.pages_of(variant) for one in page.questions]


def statements(definition: Definition, variant: str, *, core: bool = False) -> frozenset[str]:
    """The keys of the scored statements of a form; with `core` those of the short form alone."""
    asked = questions(definition, variant)
    return frozenset(one.key for one in asked if one.is_scored and (one.is_core or not core))


def scored_themes(definition: Definition) -> list[scoring.Theme]:
    """The themes with all their statements, in the order of the questionnaire."""
    found: dict[str, list[scoring.Item]] = {}
    for one in questions(definition, "full"):
        if one.is_scored:
            item = scoring.Item(one.key, reverse=one.is_reversed, core=one.is_core)
            found.setdefault(one.theme, []).append(item)
    return [
        scoring.Theme(theme.key, theme.group, tuple(found.get(theme.key, ())))
        for theme in definition.themes
    ]


def by_key(definition: Definition, variant: str) -> dict[str, Question]:
    """The questions of a form that are asked of a respondent, by their key."""
    asked = [*definition.respondent_questions, *questions(definition, variant)]
    return {one.key: one for one in asked}


def word(question: Question | None, answer: Any, language: str) -> str:  # noqa: ANN401 whatever was answered
    """What was chosen, in words; empty for nothing and for what is no option."""
    if question is None or answer is None:
        return ""
    for option in question.options:
        if str(answer) in {option.code, str(option.value)}:
            return option.text.into(language)
    return ""


def points_given(content: Mapping[str, Any]) -> dict[str, scoring.Answer]:
    """The answers that scores are made of: numbers and codes, no lists and no texts."""
    return {key: value for key, value in content.items() if isinstance(value, int | str)}
