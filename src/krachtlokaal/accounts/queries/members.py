"""Who works in a workspace and who is invited."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Case, Exists, IntegerField, OuterRef, QuerySet, Value, When
from django.utils import timezone

from krachtlokaal.accounts import rules
from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.capabilities import NEEDS_SECOND_FACTOR
from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Invitation, Membership
from krachtlokaal.core import guard


@dataclass(frozen=True)
class Member:
    """One row of the list of colleagues."""

    id: int
    name: str
    email: str
    role: Role
    last_used_at: datetime | None
    has_second_factor: bool
    needs_second_factor: bool
    may_change: bool
    may_reset_key: bool


@dataclass(frozen=True)
class Invited:
    """One open invitation."""

    id: int
    name: str
    email: str
    role: Role
    expires_at: datetime | None
    is_expired: bool
    may_change: bool


def running() -> QuerySet[Membership]:
    """The members of the workspaces in scope, strongest role first."""
    keys = Authenticator.objects.filter(user_id=OuterRef("user_id")).exclude(
        type=Authenticator.Type.RECOVERY_CODES
    )
    rank = Case(
        *(When(role=role, then=Value(role.rank)) for role in Role), output_field=IntegerField()
    )
    return (
        Membership.objects.filter(ended_at=None)
        .select_related("user")
        .annotate(has_key=Exists(keys), rank=rank)
        .order_by("-rank", "user__name", "id")
    )


def shown(access: Access, rows: list[Membership]) -> list[Member]:
    return [_member(access, row) for row in rows]


def _member(access: Access, row: Membership) -> Member:
    has_key: bool = row.has_key  # type: ignore[attr-defined]  # annotated by `running`
    return Member(
        id=row.pk,
        name=str(row.user),
        email=row.user.email,
        role=Role(row.role),
        last_used_at=row.last_used_at,
        has_second_factor=has_key,
        needs_second_factor=Role(row.role) in NEEDS_SECOND_FACTOR,
        may_change=rules.may_change.test(access, row),
        may_reset_key=has_key and rules.may_reset_key.test(access, row),
    )


def open_invitations(access: Access) -> list[Invited]:
    """Who is asked and did not answer yet; the oldest first."""
    rows = (
        Invitation.objects.filter(accepted_at=None, withdrawn_at=None)
        .select_related("link")
        .order_by("created_at", "id")
    )
    now = timezone.now()
    return [
        Invited(
            id=row.pk,
            name=row.name,
            email=row.email,
            role=Role(row.role),
            expires_at=row.link.expires_at,
            is_expired=bool(row.link.expires_at and row.link.expires_at < now),
            may_change=rules.may_change.test(access, row),
        )
        for row in rows
    ]


def strongest_role_elsewhere(user: int, workspace: int) -> Role | None:
    """The strongest role of a user in other workspaces than this one."""
    with guard.system("a key opens all workspaces of its owner, so all her roles count"):
        roles = list(
            Membership.objects.filter(user_id=user, ended_at=None)
            .exclude(workspace_id=workspace)
            .values_list("role", flat=True)
        )
    return max((Role(role) for role in roles), key=lambda role: role.rank, default=None)
