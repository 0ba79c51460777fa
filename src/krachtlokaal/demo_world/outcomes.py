"""Combined outcomes of organisations in which four or more people answered for themselves."""

from django.db.models import Count

from krachtlokaal.demo_world.world import World
from krachtlokaal.surveys.enums import Answering
from krachtlokaal.surveys.models import Answer, Measurement, Snapshot, Wave
from krachtlokaal.surveys.queries.snapshots import ENOUGH
from krachtlokaal.surveys.services import snapshots


def build(world: World) -> None:
    for wave in Wave.objects.filter(answering=Answering.EACH):
        answers = Answer.objects.filter(wave=wave).values_list("organisation_id")
        enough = answers.annotate(number=Count("pk")).filter(number__gte=ENOUGH)
        organisations = [organisation for organisation, _number in enough]
        for measurement in Measurement.objects.filter(wave=wave, organisation__in=organisations):
            snapshots.renew(measurement=measurement.pk)
        ended = min(wave.closes_on or world.day_ago(0), world.day_ago(0))
        Snapshot.objects.filter(measurement__wave=wave).update(made_on=ended)
        # Boards that made an outcome together want to compare it next year.
        made = Snapshot.objects.filter(measurement__wave=wave).values("measurement")
        Measurement.objects.filter(pk__in=made).update(keeps_for_comparison=True)
