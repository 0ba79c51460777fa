"""Freezing: from now on the population of a survey is what the register holds today."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey, PopulationMember
from krachtlokaal.needs.queries.area import running, sizes_today
from krachtlokaal.needs.queries.freezing import KIND, freezing_job, missing
from krachtlokaal.needs.services.surveys import NotNow, locked, save
from krachtlokaal.office import audit, jobs
from krachtlokaal.office.models import Job

AT_ONCE = 2000
_BATCH = 2000


class OtherNumber(Exception):  # noqa: N818 it is an answer, not a fault
    """Not the number of organisations that was agreed to."""


class NotReady(Exception):  # noqa: N818 it is an answer, not a fault
    """Something is missing; the page says what."""


@transaction.atomic
def freeze(*, survey: NeedsSurvey, version: int, count: int, user: int) -> Job | None:
    """Begin the field work with this number of organisations. A large population is a job."""
    row = locked(survey, SurveyState.PREPARING, version=version)
    sizes = sizes_today(row.municipalities)
    if missing(row, sizes):
        raise NotReady
    if sizes.total != count:
        raise OtherNumber
    if count <= AT_ONCE:
        freeze_now(survey=row)
        return None
    if freezing_job(row) is not None:
        raise NotNow(row)
    audit.record("needs_survey.freezing", row)
    return jobs.start(
        KIND,
        title=_("Vastleggen wie erbij hoort: %(title)s") % {"title": row.title},
        workspace=row.workspace_id,
        user=user,
        arguments={"survey": row.pk},
        result_url=reverse("needs:survey", args=[row.pk]),
    )


@transaction.atomic
def freeze_now(*, survey: NeedsSurvey) -> int:
    """Everybody of the area or nobody. Tells how many."""
    row = locked(survey, SurveyState.PREPARING)
    members = [
        PopulationMember(
            workspace_id=row.workspace_id,
            survey=row,
            organisation_id=pk,
            municipality=town,
            sector=sector,
            size=size,
        )
        for pk, (town, sector, size) in running(row.municipalities)
    ]
    PopulationMember.objects.bulk_create(members, batch_size=_BATCH)
    row.state, row.frozen_at = SurveyState.FIELD, timezone.now()
    save(row)
    audit.record("needs_survey.frozen", row, changes={"organisaties": [0, len(members)]})
    return len(members)
