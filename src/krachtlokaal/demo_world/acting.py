"""Do a deed in the demo world as one of its people, in the scope of her workspace."""

from collections.abc import Iterator
from contextlib import contextmanager

from krachtlokaal.accounts.access import Access, Seat
from krachtlokaal.accounts.enums import Role
from krachtlokaal.core import guard
from krachtlokaal.demo_world.people import PEOPLE
from krachtlokaal.demo_world.world import World
from krachtlokaal.office import audit
from krachtlokaal.office.audit import Actor
from krachtlokaal.office.enums import ActorKind

ROLE_OF: dict[str, Role] = {person.email: person.role for person in PEOPLE}


def actor_of(world: World, email: str) -> Actor:
    user = world.users[email]
    return Actor(ActorKind.USER, user.name, user.pk, world.workspaces[slug_of(email)].pk)


def slug_of(email: str) -> str:
    """The address tells the workspace: consulent@partoer.example."""
    return email.partition("@")[2].removesuffix(".example")


@contextmanager
def acting_as(world: World, email: str) -> Iterator[Access]:
    """Services called inside are this person's deeds, now."""
    workspace = world.workspaces[slug_of(email)]
    seat = Seat(workspace, ROLE_OF[email])
    access = Access(world.users[email], seat, (seat,), has_second_factor=True)
    with guard.workspaces(workspace.pk), audit.acting(actor_of(world, email)):
        yield access
