"""The figures of the finished survey, as they left."""

from krachtlokaal.demo_world.world import World


def build(world: World) -> None:
    """Nothing yet."""
