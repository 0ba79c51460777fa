"""Questionnaires and their versions. They are shared: everybody may read what was published."""

from krachtlokaal.surveys.enums import VersionState
from krachtlokaal.surveys.models import Questionnaire, QuestionnaireVersion


def number_in_order(number: str) -> tuple[int, ...]:
    """A version's number as numbers, so that 1.10 comes after 1.9."""
    parts = tuple(int(part) for part in number.split(".") if part.isdigit())
    return parts + (0,) * (3 - len(parts))


def newest_number(questionnaire: Questionnaire) -> str:
    """The highest number that was ever published; empty if none was."""
    rows = questionnaire.versions.exclude(state=VersionState.DRAFT)
    return max(rows.values_list("number", flat=True), key=number_in_order, default="")


def newest_published(key: str) -> QuestionnaireVersion | None:
    """The version of this questionnaire that a new wave would ask."""
    rows = QuestionnaireVersion.objects.filter(
        questionnaire__key=key, state=VersionState.PUBLISHED
    ).select_related("questionnaire")
    return max(rows, key=lambda row: number_in_order(row.number), default=None)
