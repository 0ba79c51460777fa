"""Round tables and their guests."""

from krachtlokaal.demo_world.world import World


def build(world: World) -> None:
    """Nothing yet."""
