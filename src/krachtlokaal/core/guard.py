"""The one guard for access: what a piece of code may see, said once, in Python and in PostgreSQL.

Four scopes: the workspaces of a member, the one organisation behind a personal link, the public,
and the system itself. Python's half filters (and refuses a query without a scope); PostgreSQL's
half is row-level security on every owned table, fed by settings that end with the transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import connection, transaction
from django_scopes import scope as python_scope
from django_scopes import scopes_disabled


@dataclass(frozen=True)
class Scope:
    """What PostgreSQL is told: kind, workspaces, organisation and who acts."""

    kind: str = ""
    workspaces: tuple[int, ...] = ()
    organisation: int | None = None


NOTHING = Scope()
_current: ContextVar[Scope] = ContextVar("kl_scope", default=NOTHING)


def current() -> Scope:
    """The scope that holds now."""
    return _current.get()


@contextmanager
def workspaces(*ids: int) -> Iterator[None]:
    """Rows of these workspaces: a signed-in member."""
    with _enter(Scope("workspaces", ids)), python_scope(workspace=list(ids)):
        yield


@contextmanager
def page(*ids: int) -> Iterator[None]:
    """The same for a whole page, as the last thing in its transaction: PostgreSQL forgets the scope
    with the transaction, so it need not be told. Inside another transaction it is taken back."""
    is_outermost = len(connection.atomic_blocks) == 1
    with (
        _enter(Scope("workspaces", ids), takes_back=not is_outermost),
        python_scope(workspace=list(ids)),
    ):
        yield


@contextmanager
def link(*, workspace: int, organisation: int) -> Iterator[None]:
    """Rows of one workspace about one organisation: the holder of a personal link."""
    scope = Scope("link", (workspace,), organisation)
    with _enter(scope), python_scope(workspace=[workspace]):
        yield


@contextmanager
def entered(*, workspace: int, organisation: int) -> Iterator[None]:
    """The same for a whole page, where the statement that found the link told PostgreSQL already
    (kl_desk). As the last thing in its transaction; inside another one it is taken back."""
    if not connection.in_atomic_block:
        raise RuntimeError("PostgreSQL forgot the scope: it ends with its transaction.")
    is_outermost = len(connection.atomic_blocks) == 1
    before = _current.get()
    with _known(Scope("link", (workspace,), organisation)), python_scope(workspace=[workspace]):
        yield
    if not is_outermost and not connection.needs_rollback:
        tell_database(before)


@contextmanager
def public() -> Iterator[None]:
    """No owned rows at all: visitors."""
    with _enter(Scope("public")), python_scope(workspace=[]):
        yield


@contextmanager
def system(reason: str) -> Iterator[None]:
    """Every row; each use says why in a sentence, so that a reader can judge it."""
    if not reason:
        raise ValueError("Say why the system scope is needed.")
    with _enter(Scope("system")), scopes_disabled():
        yield


@contextmanager
def _enter(scope: Scope, *, takes_back: bool = True) -> Iterator[None]:
    """Open a transaction if none is open, tell PostgreSQL, and tell it the old scope at the end."""
    if not connection.in_atomic_block:
        with transaction.atomic(), _told(scope):
            yield
        return
    before = _current.get()
    with _told(scope):
        yield
    # After an error the transaction, or its savepoint, is rolled back and the setting with it.
    if takes_back and not connection.needs_rollback:
        tell_database(before)


@contextmanager
def _told(scope: Scope) -> Iterator[None]:
    tell_database(scope)
    with _known(scope):
        yield


@contextmanager
def _known(scope: Scope) -> Iterator[None]:
    token = _current.set(scope)
    try:
        yield
    finally:
        _current.reset(token)


def tell_database(scope: Scope) -> None:
    """Set the three settings that the policies of the owned tables read (see core.policies)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('kl.scope', %s, true), set_config('kl.workspaces', %s, true),"
            " set_config('kl.organisation', %s, true)",
            [
                scope.kind,
                "{" + ",".join(map(str, scope.workspaces)) + "}",
                str(scope.organisation or ""),
            ],
        )
