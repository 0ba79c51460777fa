"""Cards and dots of the round tables."""

from krachtlokaal.demo_world.world import World


def build(world: World) -> None:
    """Nothing yet."""
