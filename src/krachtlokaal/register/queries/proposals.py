"""Proposals to change shared facts: what waits for the own area, and what came of the own ones."""

from django.db.models import QuerySet

from krachtlokaal.accounts.access import Access
from krachtlokaal.register.enums import ProposalState
from krachtlokaal.register.models import Proposal
from krachtlokaal.register.queries.areas import area_of, in_area


def to_decide(access: Access) -> QuerySet[Proposal]:
    """Open proposals about organisations of the working area, the oldest first."""
    rows = Proposal.objects.filter(
        state=ProposalState.OPEN, organisation__merged_into=None
    ).select_related("organisation", "workspace")
    area = area_of(access)
    if area is not None:
        rows = rows.filter(in_area(area, "organisation__"))
    return rows.order_by("id")


def own(access: Access) -> QuerySet[Proposal]:
    """What colleagues of this workspace proposed, the newest first."""
    return Proposal.objects.filter(workspace=access.workspace).select_related(
        "organisation", "workspace"
    )
