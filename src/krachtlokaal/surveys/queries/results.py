"""Results that managers let their steunpunt see."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from krachtlokaal.surveys.models import Measurement

_JOINED = ("wave__workspace", "wave__questionnaire_version", "organisation")


def shared_results() -> QuerySet[Measurement]:
    """Those of the workspace, the newest wave first."""
    rows = Measurement.objects.filter(shares_result=True, deleted_on=None)
    return rows.select_related(*_JOINED).order_by("-wave_id", "organisation__name", "pk")


def shared_result(pk: int) -> Measurement:
    """One of them. What is not shared is not there, like what does not exist."""
    return get_object_or_404(shared_results(), pk=pk)


def of_organisation(organisation: int) -> list[Measurement]:
    """What this organisation shares with the workspace. One query."""
    return list(shared_results().filter(organisation=organisation))
