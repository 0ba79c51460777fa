"""The ledger of releases: what left the product about answers, so that the next version of the same
table can't give away who was added or taken out in between.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from krachtlokaal.office import audit
from krachtlokaal.office.models import Release

MINIMUM = 5
Cells = Mapping[str, Any]


@dataclass(frozen=True)
class Settled:
    """The figures that may leave, and the keys of those that stay as they were."""

    cells: dict[str, Any]
    kept: frozenset[str]


def settle(
    before: Cells, after: Cells, differing: Mapping[str, int], *, minimum: int = MINIMUM
) -> Settled:
    """The figures of a later version, next to what already left.

    `differing` says per cell over how many organisations the two versions differ: added, taken out
    or with another answer. A figure changes only when that is at least `minimum`; else the old one
    stays. A cell that was hidden (None) or not there counts as a figure too, so that one shown for
    the first time needs as many; cells of the first version ever pass as they are.
    """
    if not before:
        return Settled(dict(after), frozenset())
    cells, kept = {}, set()
    for key in [*before, *(key for key in after if key not in before)]:
        old, new = before.get(key), after.get(key)
        if old == new or differing.get(key, 0) >= minimum:
            cells[key] = new
        else:
            cells[key] = old
            kept.add(key)
    return Settled(cells, frozenset(kept))


def latest(kind: str, key: str, *, workspace: int) -> Release | None:
    """What last left of this table."""
    rows = Release.objects.filter(workspace_id=workspace, kind=kind, key=key)
    return rows.order_by("-version").first()


@transaction.atomic
def record(
    kind: str,
    key: str,
    cells: Cells,
    *,
    workspace: int,
    hidden: int = 0,
    minimum: int = MINIMUM,
    label: str = "",
) -> Release:
    """Write down a table that leaves now; the next version of the one before."""
    rows = Release.objects.filter(workspace_id=workspace, kind=kind, key=key)
    last = rows.aggregate(last=Max("version"))["last"] or 0
    release = Release.objects.create(
        workspace_id=workspace,
        kind=kind,
        key=key,
        version=last + 1,
        cells=dict(cells),
        hidden=hidden,
        minimum=minimum,
        released_by_id=audit.current_actor().id,
    )
    audit.record("release.recorded", release, label=label, workspace=workspace)
    return release
