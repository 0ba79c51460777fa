"""How the cards are coded."""

from krachtlokaal.demo_world.world import World


def build(world: World) -> None:
    """Nothing yet."""
