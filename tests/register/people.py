"""Workspaces and members for tests of the register."""

from collections.abc import Iterable

from krachtlokaal.accounts import access
from krachtlokaal.accounts.enums import Role, WorkspaceKind
from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.accounts.services.members import add_member
from krachtlokaal.accounts.services.people import create_user
from krachtlokaal.accounts.services.workspaces import create_workspace
from krachtlokaal.core import guard


def workspace(slug: str, municipalities: Iterable[str] = ()) -> Workspace:
    areas = [(code, "") for code in municipalities]
    kind = WorkspaceKind.STEUNPUNT
    return create_workspace(slug=slug, name=f"Steunpunt {slug}", kind=kind, areas=areas)


def member(room: Workspace, role: Role = Role.CONSULENT) -> User:
    user = create_user(email=f"{role}@{room.slug}.example", name=f"{role} {room.slug}")
    with guard.workspaces(room.pk):
        add_member(workspace=room, user=user, role=role)
    return user


def access_of(room: Workspace, role: Role = Role.CONSULENT) -> access.Access:
    return access.load(member(room, role), None)
