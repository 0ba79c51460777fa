"""Snapshots: combined figures of an organisation, kept so that one more answer reveals nothing.

Made from four answers on; made anew only when at least four answers are new, changed or withdrawn
since the last one. Nothing here is in the audit: its moments would stand beside those of answers.
"""

from django.db import transaction
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.surveys.figures.combining import combine
from krachtlokaal.surveys.models import Measurement, Snapshot
from krachtlokaal.surveys.queries import answers, definitions, snapshots


@transaction.atomic
def renew(*, measurement: int) -> Snapshot | None:
    """The snapshot that holds now: the last one, or a new one if enough changed.

    When fewer than four answers are left of enough that changed, there is none any more.
    """
    with guard.system("combined figures are made of all answers of an organisation"):
        rows = Measurement.objects.select_related("wave").select_for_update(of=("self",))
        row = rows.get(pk=measurement)
        last = snapshots.latest(row)
        sent = answers.sent_of_measurement(row)
        if last is not None and snapshots.changed(last.marks, sent) < snapshots.ENOUGH:
            return last
        if len(sent) < snapshots.ENOUGH:
            Snapshot.objects.filter(measurement=row).delete()
            return None
        return Snapshot.objects.create(
            workspace_id=row.workspace_id,
            organisation_id=row.organisation_id,
            measurement=row,
            number=last.number + 1 if last else 1,
            raters=len(sent),
            figures=combine(
                definitions.of_published(row.wave.questionnaire_version_id),
                [one.content for one in sent],
                variant=row.wave.variant,
            ),
            marks=[one.mark for one in sent],
            made_on=timezone.localdate(),
        )


def renew_all(*, first_time: bool) -> int:
    """By the clock, one transaction for each organisation. Tells how many were looked at."""
    with guard.system("the clock looks at organisations of every workspace"):
        due = [row.pk for row in snapshots.to_look_at(first_time=first_time)]
    for number in due:
        renew(measurement=number)
    return len(due)
