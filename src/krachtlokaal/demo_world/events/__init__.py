"""Event days in the demo."""

from krachtlokaal.demo_world.events import days
from krachtlokaal.demo_world.world import World


def build(world: World) -> None:
    """In the order of the work: each part finds what the one before made."""
    days.build(world)
