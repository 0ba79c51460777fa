"""The definition of a version, read once per process: published versions never change."""

from functools import lru_cache

from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.definition.reading import from_data
from krachtlokaal.surveys.enums import VersionState
from krachtlokaal.surveys.models import QuestionnaireVersion

_KEPT = 50


def of_version(version: QuestionnaireVersion) -> Definition:
    """The definition of a version that is at hand; drafts are read anew each time."""
    if version.state == VersionState.DRAFT:
        return from_data(version.definition)
    return of_published(version.pk)


@lru_cache(maxsize=_KEPT)
def of_published(pk: int) -> Definition:
    """The definition of a published version by its key, without reading the row again."""
    return from_data(QuestionnaireVersion.objects.get(pk=pk).definition)
