"""`krachtlokaal register import|duplicates`: the register's commands for other programs."""

from krachtlokaal.cli import database
from krachtlokaal.cli.sentences import UnusableError

CHOICE = "Kies: krachtlokaal register import BESTAND, of krachtlokaal register duplicates BESTAND."


def run(arguments: list[str]) -> int:
    match arguments:
        case ["duplicates", *rest]:
            from krachtlokaal.register.intake import duplicates_command

            return int(duplicates_command.run(rest) or 0)
        case ["import", *rest]:
            return _import(rest)
    raise UnusableError(CHOICE)


def _import(arguments: list[str]) -> int:
    database.ready()

    import django

    django.setup()
    from krachtlokaal.register import import_command

    return int(import_command.run(arguments) or 0)
