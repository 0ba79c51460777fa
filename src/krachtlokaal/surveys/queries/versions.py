"""Questionnaires and their versions. They are shared: everybody may read what was published."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from krachtlokaal.surveys.enums import VersionState
from krachtlokaal.surveys.models import Questionnaire, QuestionnaireVersion


@dataclass(frozen=True)
class Line:
    """A questionnaire with those of its versions that somebody may read, newest first."""

    questionnaire: Questionnaire
    versions: tuple[QuestionnaireVersion, ...]
    is_own: bool


def readable(workspace: int) -> QuerySet[QuestionnaireVersion]:
    """Published versions of everybody, and the drafts of this workspace."""
    is_own = Q(questionnaire__workspace=workspace)
    rows = QuestionnaireVersion.objects.select_related("questionnaire__workspace")
    return rows.filter(is_own | ~Q(state=VersionState.DRAFT))


def lines(workspace: int) -> list[Line]:
    """All questionnaires that this workspace may read, by title."""
    found: dict[int, list[QuestionnaireVersion]] = {}
    rows = readable(workspace).defer("definition")
    for version in rows.order_by("questionnaire__title", "questionnaire_id", "-id"):
        found.setdefault(version.questionnaire_id, []).append(version)
    return [
        Line(versions[0].questionnaire, tuple(versions), _is_own(versions[0], workspace))
        for versions in found.values()
    ]


def others_of(version: QuestionnaireVersion, workspace: int) -> list[QuestionnaireVersion]:
    """The other versions of its questionnaire, the highest number first."""
    rows = readable(workspace).filter(questionnaire=version.questionnaire_id)
    return sorted(
        rows.exclude(pk=version.pk), key=lambda row: number_in_order(row.number), reverse=True
    )


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


def _is_own(version: QuestionnaireVersion, workspace: int) -> bool:
    return version.questionnaire.workspace_id == workspace
