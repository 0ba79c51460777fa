"""Which command is asked for, and what it needs before Django starts."""

import os
import sys
from importlib import import_module

from krachtlokaal.cli.sentences import UNUSABLE, UnusableError, complain

STOPPED = 130  # what a shell expects after Ctrl-C
# Our own commands; each module is imported when it is asked for, so that a command starts fast.
OWN = (
    "demo",
    "serve",
    "worker",
    "register",
    "backup",
    "restore",
    "provision",
    "build",
    "workspace",
    "account",
    "world",
)
# These change tables, so they run as the owner of the tables.
OWNER_COMMANDS = {"migrate", "makemigrations", "flush", "sqlmigrate", "showmigrations"}
WITHOUT_DATABASE = {"makemessages", "compilemessages", "collectstatic", "check", "help", "version"}


def main(argv: list[str] | None = None) -> int:
    """Run one command; Django's own management commands work as `krachtlokaal NAME` too."""
    arguments = sys.argv[1:] if argv is None else argv
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "krachtlokaal.settings")
    name = arguments[0] if arguments else "help"
    try:
        if name in OWN:
            command = import_module(f"krachtlokaal.cli.{name}")
            return int(command.run(arguments[1:]))
        return _django(name, arguments)
    except UnusableError as refusal:
        complain(str(refusal))
        return UNUSABLE
    except KeyboardInterrupt:
        return STOPPED


def _django(name: str, arguments: list[str]) -> int:
    if name in {"help", "-h", "--help"} and len(arguments) < 2:
        print(f"Eigen opdrachten: {', '.join(OWN)}. Hulp: krachtlokaal NAAM --help\n")
    if name not in WITHOUT_DATABASE:
        from krachtlokaal.cli import database

        database.connect()
    if name in OWNER_COMMANDS:
        os.environ["KL_DATABASE_ROLE"] = "kl_owner"
    import django
    from django.core.management import execute_from_command_line, get_commands

    django.setup()  # before it, Django knows its core commands alone
    if not name.startswith("-") and name not in {"help", "version", *get_commands()}:
        raise UnusableError(f"De opdracht {name} is er niet. Alle opdrachten: krachtlokaal help")
    execute_from_command_line(["krachtlokaal", *arguments])
    return 0
