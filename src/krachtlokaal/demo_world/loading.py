"""Load the demo world once, and tell which version of it stands in the database."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.demo_world import (
    advice,
    checks,
    contacts,
    duplicates,
    events,
    history,
    jobs,
    knowledge,
    lists,
    needs,
    offers,
    organisations,
    outcomes,
    people,
    post,
    proposals,
    questionnaires,
    waves,
    workspaces,
)
from krachtlokaal.demo_world.world import World
from krachtlokaal.office.enums import ActorKind
from krachtlokaal.office.models import AuditEntry

MARK = "demo.loaded"
# In this order: each may use what the ones before it made.
BUILDERS: tuple[Callable[[World], None], ...] = (
    workspaces.build,
    people.build,
    organisations.build,
    contacts.build,
    offers.build,
    knowledge.build,
    duplicates.build,
    proposals.build,
    lists.build,
    post.build,
    checks.build,
    questionnaires.build,
    waves.build,
    needs.build,
    advice.build,
    events.build,
    outcomes.build,
    jobs.build,
    history.build,
)


def load(seed: int = 1) -> None:
    """Make the demo world in an empty database; a loaded one stays as it is.

    When `loaded_version()` differs from `version(seed)` the caller makes a new database: the
    history in it can only grow, so the old world can't be wiped.
    """
    with guard.system("the demo world is made of all workspaces at once"):
        if is_loaded():
            return
        world = World(seed, timezone.now())
        for build in BUILDERS:
            build(world)
        AuditEntry.objects.create(
            actor_kind=ActorKind.COMMAND,
            actor_name="Kracht Lokaal",
            verb=MARK,
            object_label=version(seed),
        )


def is_loaded() -> bool:
    return bool(loaded_version())


def loaded_version() -> str:
    """The version of the world in this database; empty without one."""
    with guard.system("the mark of the demo world belongs to no workspace"):
        mark = AuditEntry.objects.filter(workspace_id=None, verb=MARK).order_by("id").first()
    return mark.object_label if mark else ""


def version(seed: int = 1) -> str:
    """Changes with the seed and with each edit of the files that make the world."""
    digest = hashlib.sha256(str(seed).encode())
    folder = Path(__file__).parent
    for path in sorted([*folder.rglob("*.py"), *folder.glob("files/*")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
