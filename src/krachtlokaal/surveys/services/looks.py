"""Write down that somebody of the steunpunt looked at a shared result."""

from django.db import transaction

from krachtlokaal.accounts.access import Access
from krachtlokaal.office import audit
from krachtlokaal.surveys.models import Look, Measurement


@transaction.atomic
def look(*, measurement: Measurement, access: Access) -> Look:
    """The manager of the result reads who looked, and when."""
    row = Look.objects.create(
        workspace_id=measurement.workspace_id,
        organisation_id=measurement.organisation_id,
        measurement=measurement,
        user_name=str(access.user),
        user_id=access.user.pk,
    )
    audit.record("result.seen", measurement, label=measurement.organisation.name)
    return row
