"""Memberships: who works in a workspace, in which role.

A caller stands in a scope that holds the workspace (see core.guard).
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Membership, User, Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import audit

# The role that keeps a workspace running: at least one member has it.
HEAD = frozenset({Role.COORDINATOR, Role.LANDELIJK})


class Refused(Exception):  # noqa: N818 it is an answer, not a fault
    """The deed is not possible; the text is a sentence for the page."""


@transaction.atomic
def add_member(*, workspace: Workspace, user: User, role: Role) -> Membership:
    """This user works here from now on."""
    _lock(workspace)
    if Membership.objects.filter(workspace=workspace, user=user, ended_at=None).exists():
        raise Refused(_("%(name)s werkt al in deze werkruimte.") % {"name": user})
    membership = Membership.objects.create(workspace=workspace, user=user, role=role)
    audit.record("membership.started", membership, workspace=workspace.pk)
    return membership


@transaction.atomic
def change_role(*, membership: Membership, role: Role, seen: Role) -> Membership:
    """Another role; `seen` is the role that the page showed, so that two people do not undo
    each other's choice unseen."""
    row = _locked(membership)
    if row.role != seen:
        raise Refused(
            _("Iemand anders gaf %(name)s intussen de rol %(role)s. Kijk of dat klopt.")
            % {"name": row.user, "role": Role(row.role).label}
        )
    if role not in HEAD:
        _keep_a_head(row)
    before, row.role = Role(row.role), role
    row.save(update_fields=["role"])
    audit.record(
        "membership.role_changed",
        row,
        changes={"workspace_role": (before.label, role.label)},
        label=str(row.user),
        workspace=row.workspace_id,
    )
    return row


@transaction.atomic
def end_membership(*, membership: Membership) -> None:
    """She can't come in here any more, from her next request on."""
    row = _locked(membership)
    _keep_a_head(row)
    row.ended_at = timezone.now()
    row.save(update_fields=["ended_at"])
    audit.record("membership.ended", row, label=str(row.user), workspace=row.workspace_id)


def note_use(*, user: User, workspace: int) -> None:
    """Remember that she works here now: the next sign-in starts here. Not a deed to be audited."""
    with guard.workspaces(workspace):
        Membership.objects.filter(user=user, workspace_id=workspace, ended_at=None).update(
            last_used_at=timezone.now()
        )


def _lock(workspace: Workspace) -> None:
    # Deeds on the members of one workspace wait for each other: "the last one" must stay true.
    Workspace.objects.select_for_update().get(pk=workspace.pk)


def _locked(membership: Membership) -> Membership:
    _lock(Workspace(pk=membership.workspace_id))
    row = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("user")
        .filter(pk=membership.pk, ended_at=None)
        .first()
    )
    if row is None:
        raise Refused(_("Deze collega werkt hier intussen niet meer."))
    return row


def _keep_a_head(row: Membership) -> None:
    """The last one who can invite and give roles can't go: nobody could open the door again."""
    if row.role not in HEAD:
        return
    others = Membership.objects.filter(
        workspace_id=row.workspace_id, ended_at=None, role__in=HEAD
    ).exclude(pk=row.pk)
    if not others.exists():
        raise Refused(
            _(
                "%(name)s is de enige die hier collega's kan uitnodigen. Geef eerst iemand anders "
                "de rol coördinator."
            )
            % {"name": row.user}
        )
