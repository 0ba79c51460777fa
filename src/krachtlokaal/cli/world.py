"""`krachtlokaal world`: load the demo world, in a process of its own."""

from krachtlokaal.cli import database, state


def run(_arguments: list[str]) -> int:
    database.connect()

    import django

    django.setup()
    from krachtlokaal import demo_world

    demo_world.load(seed=1)
    roles = "\n".join(demo_world.demo_lines())
    state.write(database.name(), world=state.of_demo_world(), roles=roles)
    return 0
