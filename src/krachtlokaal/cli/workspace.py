"""`krachtlokaal workspace SLUG NAME`: a new workspace, of which the coordinator makes the rest."""

import re

from krachtlokaal.cli import database
from krachtlokaal.cli.sentences import Parser, UnusableError, say

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 40


def run(arguments: list[str]) -> int:
    parser = Parser("krachtlokaal workspace", description="Maak een werkruimte.")
    parser.add_argument("slug", metavar="KORTE-NAAM")
    parser.add_argument("name", metavar="NAAM")
    parser.add_argument("--kind", default="steunpunt", metavar="SOORT")
    options = parser.parse_args(arguments)
    if not SLUG.fullmatch(options.slug) or len(options.slug) > LONGEST_SLUG:
        raise UnusableError(
            f"'{options.slug}' kan niet: gebruik kleine letters, cijfers en streepjes, hooguit 40."
        )
    database.ready()

    import django

    django.setup()
    from krachtlokaal.accounts.enums import WorkspaceKind
    from krachtlokaal.accounts.models import Workspace
    from krachtlokaal.accounts.services import workspaces
    from krachtlokaal.core import guard

    if options.kind not in WorkspaceKind.values:
        kinds = ", ".join(WorkspaceKind.values)
        raise UnusableError(f"De soort '{options.kind}' bestaat niet. Kies uit: {kinds}.")
    with guard.system("an operator makes a workspace before anybody works in it"):
        if Workspace.objects.filter(slug=options.slug).exists():
            raise UnusableError(f"De werkruimte '{options.slug}' bestaat al.")
        if Workspace.objects.filter(name=options.name).exists():
            raise UnusableError(f"Er is al een werkruimte met de naam '{options.name}'.")
        kind = WorkspaceKind(options.kind)
        workspaces.create_workspace(slug=options.slug, name=options.name, kind=kind)
    say(f"De werkruimte {options.name} staat klaar.")
    return 0
