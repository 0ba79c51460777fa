"""Snapshots: combined figures of an organisation, kept so that one more answer reveals nothing.

Made from four answers on; made anew only when at least four answers are new, changed or withdrawn
since each one that was shown, and then only what `figures.holding` allows. Nothing here is in the
audit: its moments would stand beside those of answers.
"""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.surveys.figures.combining import combine
from krachtlokaal.surveys.figures.holding import Cells, Figures, held
from krachtlokaal.surveys.models import Measurement, Snapshot
from krachtlokaal.surveys.queries import answers, definitions, snapshots
from krachtlokaal.surveys.queries.answers import Sent
from krachtlokaal.surveys.queries.cells import cells_of


@transaction.atomic
def renew(*, measurement: int) -> Snapshot | None:
    """The snapshot that holds now: the last one, or a new one if enough changed.

    When fewer than four answers are left of enough that changed, there is none any more.
    """
    with guard.system("combined figures are made of all answers of an organisation"):
        rows = Measurement.objects.select_related("wave").select_for_update(of=("self",))
        row = rows.get(pk=measurement)
        shown = list(Snapshot.objects.filter(measurement=row).order_by("-number"))
        last = shown[0] if shown else None
        sent = answers.sent_of_measurement(row)
        if any(snapshots.changed(one.marks["all"], sent) < snapshots.ENOUGH for one in shown):
            return last
        if len(sent) < snapshots.ENOUGH:
            Snapshot.objects.filter(measurement=row).delete()
            return None
        made = _made(row, sent, shown)
        if made is None:
            return last
        figures, made_of = made
        return Snapshot.objects.create(
            workspace_id=row.workspace_id,
            organisation_id=row.organisation_id,
            measurement=row,
            number=last.number + 1 if last else 1,
            raters=len(sent),
            figures=figures,
            marks={"all": [one.mark for one in sent], "cells": made_of},
            made_on=timezone.localdate(),
        )


def _made(
    row: Measurement, sent: Sequence[Sent], shown: Sequence[Snapshot]
) -> tuple[Figures, Cells] | None:
    """The figures that may be shown now, and what they are made of."""
    definition = definitions.of_published(row.wave.questionnaire_version_id)
    variant = row.wave.variant
    new = combine(definition, [one.content for one in sent], variant=variant)
    earlier = [(one.figures, one.marks["cells"]) for one in shown]
    return held(new, cells_of(definition, sent, variant), earlier)


def renew_all(*, first_time: bool) -> int:
    """By the clock, one transaction for each organisation. Tells how many were looked at."""
    with guard.system("the clock looks at organisations of every workspace"):
        due = [row.pk for row in snapshots.to_look_at(first_time=first_time)]
    for number in due:
        renew(measurement=number)
    return len(due)
