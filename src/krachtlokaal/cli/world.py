"""`krachtlokaal world`: load the demo world, in a process of its own."""

from krachtlokaal.cli import database, state
from krachtlokaal.cli.sentences import UnusableError


def run(_arguments: list[str]) -> int:
    if not database.is_embedded():
        raise UnusableError("De oefenwereld hoort alleen in de ingebouwde database.")
    database.connect()

    import django

    django.setup()
    from krachtlokaal import demo_world

    demo_world.load(seed=1)
    roles = "\n".join(demo_world.demo_lines())
    state.write(database.name(), world=state.of_demo_world(), roles=roles)
    return 0
