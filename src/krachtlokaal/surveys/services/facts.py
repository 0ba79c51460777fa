"""*Klopt dit nog?* before the questions: what somebody tells of the organisation.

About facts, never about answers: it is a deed of its own, and says "somebody of the organisation".
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from krachtlokaal.office import audit
from krachtlokaal.register.enums import ProposalState
from krachtlokaal.register.models import Organisation, Proposal
from krachtlokaal.register.services import organisations
from krachtlokaal.register.services.versions import differences
from krachtlokaal.surveys.models import Measurement
from krachtlokaal.surveys.queries import facts as queries

Told = Mapping[str, Any]


@transaction.atomic
def tell_facts(*, measurement: Measurement, told: Told, seen: Told | None = None) -> Measurement:
    """Keep it with the measurement; what differs from the register is proposed to those of the
    area, else the register is confirmed. What is as the page showed it (`seen`) stays."""
    rows = Measurement.objects.select_for_update(of=("self",)).select_related("organisation")
    row = rows.get(pk=measurement.pk)
    changed = {
        key: value
        for key, value in told.items()
        if key not in row.profile or seen is None or value != seen.get(key)
    }
    row.profile = {k: v for k, v in {**row.profile, **changed}.items() if v is not None}
    row.version += 1
    row.save(update_fields=["profile", "version"])
    changes = differences(row.organisation, queries.as_facts(changed))
    if changes:
        _propose(row, changes)
    else:
        organisations.confirm(organisation=Organisation(pk=row.organisation_id))
    return row


def _propose(row: Measurement, changes: dict[str, Any]) -> None:
    standing = Proposal.objects.filter(
        organisation=row.organisation_id, state=ProposalState.OPEN, changes=changes
    )
    if standing.exists():
        return
    Proposal.objects.create(
        organisation=row.organisation,
        workspace_id=row.workspace_id,
        proposer_name=_("Een contactpersoon van de organisatie"),
        changes=changes,
        reason=_("Gewijzigd door de organisatie zelf, bij een vragenlijst."),
    )
    audit.record("proposal.made", row.organisation, changes=changes, shared=True)
