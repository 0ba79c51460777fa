"""The report of the finished survey, fixed, and what came of its actions."""

from krachtlokaal.demo_world.world import World


def build(world: World) -> None:
    """Nothing yet."""
