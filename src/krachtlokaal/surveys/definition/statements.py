"""The statements of a questionnaire as the scores need them."""

from krachtlokaal.analysis import scoring
from krachtlokaal.surveys.definition.model import Definition, Question


def scored_themes(definition: Definition) -> tuple[scoring.Theme, ...]:
    """The themes in their order, each with its statements."""
    return tuple(
        scoring.Theme(
            theme.key,
            theme.group,
            tuple(
                scoring.Item(question.key, reverse=question.is_reversed, core=question.is_core)
                for question in _statements(definition, theme.key)
            ),
        )
        for theme in definition.themes
    )


def presented(definition: Definition, variant: str) -> frozenset[str]:
    """The keys of the statements that stand in this form."""
    return frozenset(
        question.key
        for page in definition.pages_of(variant)
        for question in page.questions
        if question.is_scored
    )


def _statements(definition: Definition, theme: str) -> list[Question]:
    return [
        question
        for page in definition.pages
        for question in page.questions
        if question.is_scored and question.theme == theme
    ]
