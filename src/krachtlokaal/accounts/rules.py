"""Who may do what to the memberships of others: predicates over (access, membership or role)."""

from rules import predicates
from rules.rulesets import add_rule

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability, Role, WorkspaceKind
from krachtlokaal.accounts.models import Invitation, Membership


def _manages_members(access: Access) -> bool:
    return access.may(Capability.MANAGE_MEMBERS)


def _not_above_own_role(access: Access, row: Membership | Invitation | Role) -> bool:
    """Nobody gives, takes or overrules a role that is stronger than her own."""
    role = row if isinstance(row, Role) else Role(row.role)
    return access.role is not None and role.rank <= access.role.rank


def _fits_workspace(access: Access, role: Role) -> bool:
    """The national team's role exists in the national team's workspace only."""
    return role is not Role.LANDELIJK or access.workspace.kind == WorkspaceKind.LANDELIJK


def _is_someone_else(access: Access, membership: Membership) -> bool:
    return bool(membership.user_id != access.user.pk)


manages_members = predicates.predicate(_manages_members)
not_above_own_role = predicates.predicate(_not_above_own_role)
fits_workspace = predicates.predicate(_fits_workspace)
is_someone_else = predicates.predicate(_is_someone_else)

may_give = manages_members & not_above_own_role & fits_workspace
may_change = manages_members & not_above_own_role
may_reset_key = manages_members & not_above_own_role & is_someone_else

add_rule("membership.give_role", may_give)
add_rule("membership.change", may_change)
add_rule("membership.reset_key", may_reset_key)
add_rule("invitation.change", may_change)


def roles_to_give(access: Access) -> list[Role]:
    """The roles that this member may give to others here, the weakest first."""
    return [role for role in Role if may_give.test(access, role)]
