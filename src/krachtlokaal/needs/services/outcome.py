"""Let the outcome of a needs survey leave: protected, written in the ledger; later versions change
only figures that differ over five organisations or more."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.core import guard
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey, OutcomeMarks
from krachtlokaal.needs.outcome.model import Reason, from_cells, to_cells
from krachtlokaal.needs.outcome.versions import Mark, Marks, differing
from krachtlokaal.needs.queries.outcome import KIND, countable, outcome_of, released
from krachtlokaal.office import jobs, releases
from krachtlokaal.office.models import Job, Release

# A later version of fewer than this share of the organisations is none: their answers are gone.
STILL_THERE = 0.5
_MAY_BE_NONE = ("/rank", "/change", "method")


@transaction.atomic
def release(*, survey: int) -> Release | None:
    """The outcome as it may leave now; what left before stays where too little changed.

    None where waves are still running. Once the report is fixed its figures stay.
    """
    # numpy and scipy: only the job that makes an outcome reads them.
    from krachtlokaal.needs.outcome.engine import MINIMUM, outcome
    from krachtlokaal.needs.queries.outcome_columns import columns_of

    with guard.system("the outcome is made of answers that nobody of the workspace may read"):
        row = NeedsSurvey.objects.select_for_update(of=("self",)).get(pk=survey)
        standing = released(row)
        if not countable().filter(pk=row.pk).exists():
            return standing
        if standing and row.state == SurveyState.FINISHED:
            return standing
        columns = columns_of(row)
        made = outcome(
            columns.asked,
            columns.answers,
            previous=outcome_of(row.previous) if row.previous else None,
        )
        cells = to_cells(made)
        if standing and standing.cells["method"] is not None:
            earlier = _kept(row)
            most = max((len(marks) for marks in earlier), default=0)
            if made.method is None or len(columns.marks) < STILL_THERE * most:
                return standing
            cells = _settled(standing.cells, cells, earlier, columns.marks)
        if standing and standing.cells == cells:
            return standing
        _keep(row, columns.marks, standing.version + 1 if standing else 1)
        return releases.record(
            KIND,
            str(row.pk),
            cells,
            workspace=row.workspace_id,
            hidden=len(from_cells(cells).hidden()),
            minimum=MINIMUM,
            label=row.title,
        )


def start(*, survey: NeedsSurvey, user: int | None) -> Job:
    """Make it in the background."""
    return jobs.start(
        KIND,
        title=_("Uitkomst van %(survey)s") % {"survey": survey.title},
        workspace=survey.workspace_id,
        user=user,
        arguments={"survey": survey.pk},
        result_url=reverse("needs:outcome", args=[survey.pk]),
    )


def _settled(
    standing: Mapping[str, Any], cells: Mapping[str, Any], earlier: Sequence[Marks], now: Marks
) -> dict[str, Any]:
    """Cells that may change, beside those that stay; a new one that may not be shown is hidden.

    They differ enough from every version that left: what one took away another may bring back.
    """
    keys = {*standing, *cells}
    numbers = [differing(marks, now, keys) for marks in earlier]
    fewest = {key: min((one[key] for one in numbers), default=0) for key in keys}
    found = releases.settle(standing, cells, fewest).cells
    return {
        key: _hidden(key) if value is None and not key.endswith(_MAY_BE_NONE) else value
        for key, value in found.items()
    }


def _hidden(key: str) -> dict[str, Any]:
    empty = {"population": None, "answered": None} if key.startswith("count/") else {"value": None}
    return empty | {"hidden": Reason.GROUP.value}


def _kept(survey: NeedsSurvey) -> list[Marks]:
    """Of every version that left."""
    rows = OutcomeMarks.objects.filter(survey=survey).values_list("marks", flat=True)
    return [
        {key: Mark(tuple(groups), answers) for key, (groups, answers) in told.items()}
        for told in rows
    ]


def _keep(survey: NeedsSurvey, marks: Marks, number: int) -> None:
    OutcomeMarks.objects.create(
        survey=survey,
        workspace_id=survey.workspace_id,
        number=number,
        marks={key: [list(one.groups), dict(one.answers)] for key, one in marks.items()},
    )
