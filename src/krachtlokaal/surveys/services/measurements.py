"""An organisation takes part in a wave."""

from django.db import transaction

from krachtlokaal.office import audit
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.models import Measurement, Wave
from krachtlokaal.surveys.queries.strata import stratum_of


@transaction.atomic
def measurement_for(*, wave: Wave, organisation: Organisation) -> Measurement:
    """The measurement of this organisation in this wave; made when it is the first to come.

    Asks for a scope in which rows of the wave's workspace about this organisation may be written:
    that of the workspace, or that of a link of the organisation.
    """
    measurement, is_new = Measurement.objects.get_or_create(
        wave=wave,
        organisation=organisation,
        defaults={"workspace_id": wave.workspace_id, "stratum": stratum_of(organisation)},
    )
    if is_new:
        audit.record(
            "measurement.made",
            measurement,
            label=f"{organisation.name} ({wave.title})",
            workspace=wave.workspace_id,
        )
    return measurement
