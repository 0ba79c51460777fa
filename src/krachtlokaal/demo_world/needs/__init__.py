"""Needs surveys in the demo: one that is finished, one that is running."""

from krachtlokaal.demo_world.needs import cards, coding, outcome, report, surveys, tables
from krachtlokaal.demo_world.world import World


def build(world: World) -> None:
    """In the order of the work: each part finds what the one before made."""
    surveys.build(world)
    tables.build(world)
    cards.build(world)
    coding.build(world)
    outcome.build(world)
    report.build(world)
