"""The pages of a questionnaire as HTML: what never changes is drawn once per version and language;
for each visitor only her answers, errors and a few names are put in between."""

from krachtlokaal.surveys.pages.bodies import (
    Body,
    body_of_page,
    body_of_questions,
    organisation_body,
    respondent_body,
    theme_body,
)
from krachtlokaal.surveys.pages.pieces import anchor

__all__ = [
    "Body",
    "anchor",
    "body_of_page",
    "body_of_questions",
    "organisation_body",
    "respondent_body",
    "theme_body",
]
