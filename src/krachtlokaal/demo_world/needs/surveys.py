"""Two needs surveys of three Frisian municipalities."""

from krachtlokaal.demo_world.world import World


def build(world: World) -> None:
    """Nothing yet."""
