"""The figures of the finished survey, as they left."""

from krachtlokaal.demo_world.acting import acting_as
from krachtlokaal.demo_world.needs.surveys import FINISHED, OWNER
from krachtlokaal.demo_world.world import World
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.services.outcome import release


def build(world: World) -> None:
    """By the same service as the clock's."""
    with acting_as(world, OWNER):
        release(survey=NeedsSurvey.objects.get(title=FINISHED).pk)
