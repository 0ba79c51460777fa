"""A questionnaire as data: read from YAML, checked, and asked page by page.

No database and no Django here: the rest of the room asks `of_version` in queries.definitions.
"""

from krachtlokaal.surveys.definition.model import (
    Condition,
    Consent,
    Definition,
    Group,
    Option,
    Page,
    Question,
    QuestionKind,
    Text,
    Theme,
)

__all__ = [
    "Condition",
    "Consent",
    "Definition",
    "Group",
    "Option",
    "Page",
    "Question",
    "QuestionKind",
    "Text",
    "Theme",
]
