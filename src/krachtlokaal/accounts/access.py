"""Who asks: the user, the workspace she works in now, and what she may do there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest
from django_htmx.middleware import HtmxDetails

from krachtlokaal.accounts.capabilities import NEEDS_SECOND_FACTOR, OPERATOR, TABLE
from krachtlokaal.accounts.enums import Capability, Role, WorkspaceKind
from krachtlokaal.accounts.models import User, Workspace

SESSION_WORKSPACE = "workspace"
SESSION_DEMO = "demo"  # set by the demo's one-click sign-in, which stands in for a second factor


@dataclass(frozen=True)
class Seat:
    """One running membership, as the database function kl_memberships tells it."""

    workspace: Workspace
    role: Role


@dataclass(frozen=True)
class Access:
    """What the one who asks may do, in the workspace that she works in now."""

    user: User
    seat: Seat | None
    seats: tuple[Seat, ...]
    has_second_factor: bool

    @property
    def workspace(self) -> Workspace:
        if self.seat is None:
            raise Http404
        return self.seat.workspace

    @property
    def role(self) -> Role | None:
        return self.seat.role if self.seat else None

    @property
    def capabilities(self) -> frozenset[Capability]:
        own = TABLE[self.seat.role] if self.seat else frozenset()
        return own | OPERATOR if self.user.is_operator else own

    @property
    def needs_second_factor(self) -> bool:
        if self.has_second_factor:
            return False
        return self.user.is_operator or any(s.role in NEEDS_SECOND_FACTOR for s in self.seats)

    def may(self, capability: Capability) -> bool:
        return capability in self.capabilities


class MemberRequest(HttpRequest):
    """A request that went through the gate."""

    access: Access
    user: User
    htmx: HtmxDetails


def load(user: User, chosen: int | None) -> Access:
    """One query: the running memberships of this user and whether she has a second factor."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM kl_memberships(%s)", [user.pk])
        rows: Sequence[tuple[int, str, str, str, str, bool]] = cursor.fetchall()
    seats = tuple(
        Seat(Workspace(pk=pk, slug=slug, name=name, kind=WorkspaceKind(kind)), Role(role))
        for pk, slug, name, kind, role, _ in rows
        if role and pk
    )
    seat = next((s for s in seats if s.workspace.pk == chosen), seats[0] if seats else None)
    has_factor = any(row[5] for row in rows)
    return Access(user, seat, seats, has_factor)


def of_request(request: HttpRequest) -> Access:
    """The access of a signed-in user; the demo's sign-in counts as a second factor."""
    access = load(cast("User", request.user), request.session.get(SESSION_WORKSPACE))
    if settings.DEMO and request.session.get(SESSION_DEMO):
        return Access(access.user, access.seat, access.seats, has_second_factor=True)
    return access
