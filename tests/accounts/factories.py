"""Rows of accounts for tests: one function per model, and the two ways in."""

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.test import Client

from krachtlokaal.accounts.access import Access, Seat
from krachtlokaal.accounts.enums import Role, WorkspaceKind
from krachtlokaal.accounts.models import Invitation, Membership, User, Workspace
from krachtlokaal.accounts.services import invitations, members, people, workspaces
from krachtlokaal.accounts.services.keys import encrypt
from krachtlokaal.core import guard

SECRET = "JBSWY3DPEHPK3PXP"


def workspace(
    slug: str = "oevermeer",
    *,
    kind: WorkspaceKind = WorkspaceKind.STEUNPUNT,
    municipalities: Iterable[str] = (),
    sectors: Iterable[str] = (),
    pairs: Iterable[tuple[str, str]] = (),
) -> Workspace:
    areas = [(code, "") for code in municipalities] + [("", sector) for sector in sectors]
    return workspaces.create_workspace(
        slug=slug, name=f"Steunpunt {slug.capitalize()}", kind=kind, areas=[*areas, *pairs]
    )


def user(email: str = "anna@oevermeer.example", name: str = "", **more: bool) -> User:
    return people.create_user(
        email=email, name=name or email.partition("@")[0].capitalize(), **more
    )


def key(owner: User) -> Authenticator:
    """An app with codes, as second factor."""
    return Authenticator.objects.create(
        user=owner, type=Authenticator.Type.TOTP, data={"secret": encrypt(SECRET)}
    )


def membership(place: Workspace, owner: User, role: Role) -> Membership:
    with guard.workspaces(place.pk):
        return members.add_member(workspace=place, user=owner, role=role)


def member(place: Workspace, role: Role, email: str = "") -> User:
    """A user with this role; with a second factor, so that every page is open that may be."""
    owner = user(email or f"{role}@{place.slug}.example")
    membership(place, owner, role)
    key(owner)
    return owner


def invitation(
    place: Workspace,
    inviter: User,
    *,
    email: str = "nieuw@oevermeer.example",
    name: str = "Nora",
    role: Role = Role.CONSULENT,
) -> Invitation:
    with guard.workspaces(place.pk):
        return invitations.invite(
            workspace=place, email=email, name=name, role=role, invited_by=inviter
        )


def access_of(place: Workspace, role: Role) -> Access:
    """What a page sees of a member with this role."""
    seat = Seat(place, role)
    return Access(member(place, role), seat, (seat,), has_second_factor=True)


def signed_in(owner: User) -> Client:
    """A browser in which this user is signed in."""
    client = Client()
    client.force_login(owner)
    return client
