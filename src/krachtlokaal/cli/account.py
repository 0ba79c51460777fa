"""`krachtlokaal account` and `krachtlokaal workspace`: the first people of a new installation.

From then on coordinators invite their colleagues on the pages.
"""

from krachtlokaal.cli import database
from krachtlokaal.cli.sentences import Parser, UnusableError, say


def run(arguments: list[str]) -> int:
    """Make a user, or find her; give her a role in a workspace."""
    parser = Parser("krachtlokaal account", description="Maak een gebruiker, of geef een rol.")
    parser.add_argument("email", metavar="E-MAILADRES")
    parser.add_argument("--name", default="", metavar="NAAM")
    parser.add_argument("--operator", action="store_true", help="beheerder van de installatie")
    parser.add_argument("--workspace", default="", metavar="WERKRUIMTE")
    parser.add_argument("--role", default="coordinator", metavar="ROL")
    options = parser.parse_args(arguments)
    database.ready()

    import django

    django.setup()
    from krachtlokaal.core import guard

    with guard.system("an operator makes the first people, before any workspace is theirs"):
        return _account(
            options.email.strip().lower(),
            options.name,
            slug=options.workspace,
            role=options.role,
            is_operator=options.operator,
        )


def _account(email: str, name: str, *, slug: str, role: str, is_operator: bool) -> int:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from krachtlokaal.accounts.models import User
    from krachtlokaal.accounts.services import people

    try:
        validate_email(email)
    except ValidationError as problem:
        raise UnusableError(f"'{email}' is geen e-mailadres.") from problem
    user = User.objects.filter(email=email).first()
    if user is None:
        if not name.strip():
            raise UnusableError(f"{email} is nieuw: geef ook een naam, met --name.")
        user = people.create_user(email=email, name=name, is_operator=is_operator)
        say(f"{user} kan inloggen met {email}.")
    elif not slug:
        raise UnusableError(f"{email} heeft al een account.")
    if slug:
        _add(user, slug, role)
    return 0


def _add(user: object, slug: str, role: str) -> None:
    from krachtlokaal.accounts.enums import Role
    from krachtlokaal.accounts.models import Membership, User, Workspace
    from krachtlokaal.accounts.services import members

    assert isinstance(user, User)  # noqa: S101 for mypy: the model can't be named before Django runs
    workspace = Workspace.objects.filter(slug=slug).first()
    if workspace is None:
        known = ", ".join(Workspace.objects.values_list("slug", flat=True)) or "nog geen"
        raise UnusableError(f"De werkruimte '{slug}' bestaat niet. Er zijn: {known}.")
    if role not in Role.values:
        raise UnusableError(f"De rol '{role}' bestaat niet. Kies uit: {', '.join(Role.values)}.")
    if Membership.objects.filter(workspace=workspace, user=user, ended_at=None).exists():
        raise UnusableError(f"{user} werkt al in {workspace}.")
    members.add_member(workspace=workspace, user=user, role=Role(role))
    say(f"{user} is nu {Role(role).label} van {workspace}.")
