"""Write down who did what. Every service that writes calls `record` (a test looks)."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db import models

from krachtlokaal.core import guard
from krachtlokaal.office.enums import ActorKind
from krachtlokaal.office.models import AuditEntry

Changes = Mapping[str, tuple[Any, Any] | list[Any]]


@dataclass(frozen=True)
class Actor:
    """Who acts: a user in a workspace, the holder of a link, the system or a command."""

    kind: ActorKind
    name: str
    id: int | None = None
    workspace: int | None = None


SYSTEM = Actor(ActorKind.SYSTEM, "Kracht Lokaal")
_actor: ContextVar[Actor] = ContextVar("kl_actor", default=SYSTEM)


def current_actor() -> Actor:
    return _actor.get()


@contextmanager
def acting(actor: Actor) -> Iterator[None]:
    """Everything recorded inside is this actor's deed."""
    token = _actor.set(actor)
    try:
        yield
    finally:
        _actor.reset(token)


def record(
    verb: str,
    about: models.Model | None = None,
    *,
    changes: Changes | None = None,
    shared: bool = False,
    label: str = "",
    workspace: int | None = None,
) -> None:
    """Add one entry. `verb` is a key of office.verbs, such as "organisation.changed".

    `shared` entries are the history of a shared fact: every adviser may read them.
    """
    entry = entry_for(verb, about, changes=changes, shared=shared, label=label, workspace=workspace)
    record_many([entry])


def entry_for(
    verb: str,
    about: models.Model | None = None,
    *,
    changes: Changes | None = None,
    shared: bool = False,
    label: str = "",
    workspace: int | None = None,
) -> AuditEntry:
    """An entry that is not saved yet, for deeds on many rows: see `record_many`."""
    actor = _actor.get()
    return AuditEntry(
        workspace_id=workspace or actor.workspace,
        actor_kind=actor.kind,
        actor_id=actor.id,
        actor_name=actor.name,
        verb=verb,
        object_kind=about._meta.label_lower if about is not None else "",
        object_id=about.pk if about is not None else None,
        object_label=(label or str(about if about is not None else ""))[:240],
        changes=dict(changes or {}),
        is_shared=shared,
    )


def record_many(entries: Iterable[AuditEntry]) -> None:
    """Add entries in one go. The table only takes rows, so writing needs no scope of its own."""
    with guard.system("the audit is written whoever acts; reading it is scoped"):
        AuditEntry.objects.bulk_create(entries, batch_size=2000)
