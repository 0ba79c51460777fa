"""People know better: decide by hand what happens with one row."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from krachtlokaal.office import audit
from krachtlokaal.register.enums import ImportState, RowAction
from krachtlokaal.register.models import ImportRow, ImportRun, Organisation
from krachtlokaal.register.queries.import_area import area_of
from krachtlokaal.register.services.imports import deciding, grouping
from krachtlokaal.register.services.imports.drafts import Draft, Group, as_row, of_row
from krachtlokaal.register.services.imports.mapping import locked

_DECIDED = ["action", "reason", "probability", "organisation", "same_as", "changes", "problems",
            "chosen_by_hand"]  # fmt: skip


@transaction.atomic
def choose(
    *,
    run: ImportRun,
    version: int,
    row: ImportRow,
    action: RowAction,
    organisation: Organisation | None = None,
) -> ImportRow:
    """CREATE makes it new, UPDATE takes it for `organisation`, SKIP leaves it out.

    The other rows of the group that it was in are decided again.
    """
    run = locked(run, version, ImportState.CHECKED)
    rows = _together(run, row, organisation)
    chosen = next(draft for draft in rows if draft.number == row.number)
    groups = _parted(rows, chosen, action, organisation)
    around = deciding.look_around(
        groups, workspace=run.workspace, area=area_of(run.workspace), overwrite=run.overwrite
    )
    for group in groups:
        deciding.decide(group, around)
    _save(run, rows)
    audit.record(
        "import.row_chosen",
        run,
        changes={_("rij %s") % row.number: [row.get_action_display(), str(action.label)]},
    )
    return run.rows.get(number=row.number)


def _together(run: ImportRun, row: ImportRow, organisation: Organisation | None) -> list[Draft]:
    """The row, its group, and the group that has the chosen organisation already."""
    leaders = {row.same_as or row.number}
    if organisation is not None:
        taken = run.rows.filter(organisation=organisation).exclude(action=RowAction.MERGE)
        leaders.update(taken.values_list("number", flat=True))
    leading = run.rows.filter(number__in=leaders)
    following = run.rows.filter(same_as__in=leaders, action=RowAction.MERGE)
    found = {one.number: of_row(one) for one in [*leading, *following, row]}
    return [found[number] for number in sorted(found)]


def _parted(
    rows: Sequence[Draft], chosen: Draft, action: RowAction, organisation: Organisation | None
) -> list[Group]:
    groups = _without(grouping.regroup(rows), chosen)
    chosen.by_hand = True
    chosen.same_as, chosen.probability = None, None
    if action == RowAction.SKIP:
        chosen.close(RowAction.SKIP, _("Zo koos u het zelf."))
        return groups
    key = organisation.pk if organisation else None
    earlier = next((one for one in groups if key and one.organisation == key), None)
    if earlier is not None:
        same = _("Zo koos u het zelf. Samengevoegd met rij %(row)s.")
        chosen.reason = same % {"row": earlier.first.number}
        earlier.rows.append(chosen)
    else:
        groups.append(Group([chosen], key, _("Zo koos u het zelf.")))
    return groups


def _without(groups: Sequence[Group], chosen: Draft) -> list[Group]:
    """The groups without the chosen row; the next row leads where it led."""
    for group in groups:
        group.rows = [row for row in group.rows if row is not chosen]
    left = [group for group in groups if group.rows]
    for group in left:
        group.first.reason = group.reason
    return left


def _save(run: ImportRun, rows: Sequence[Draft]) -> None:
    before = {
        one.number: one.action for one in run.rows.filter(number__in=[r.number for r in rows])
    }
    ImportRow.objects.bulk_update([as_row(draft, run) for draft in rows], _DECIDED)
    counts: dict[str, Any] = dict(run.counts)
    for draft in rows:
        counts[before[draft.number]] -= 1
        counts[str(draft.action)] = counts.get(str(draft.action), 0) + 1
    run.counts, run.version = counts, run.version + 1
    run.save(update_fields=["counts", "version"])
