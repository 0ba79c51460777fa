"""Which command is asked for, and what it needs before Django starts."""

import os
import sys

# These change tables, so they run as the owner of the tables.
OWNER_COMMANDS = {"migrate", "makemigrations", "flush", "sqlmigrate", "showmigrations"}
WITHOUT_DATABASE = {"makemessages", "compilemessages", "collectstatic", "check"}


def main(argv: list[str] | None = None) -> int:
    """Run one command; Django's own management commands work as `krachtlokaal NAME` too."""
    arguments = sys.argv[1:] if argv is None else argv
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "krachtlokaal.settings")
    name = arguments[0] if arguments else "help"
    if name not in WITHOUT_DATABASE and "DATABASE_URL" not in os.environ:
        start_embedded()
    if name in OWNER_COMMANDS:
        os.environ["KL_DATABASE_ROLE"] = "kl_owner"
    from django.core.management import execute_from_command_line

    execute_from_command_line(["krachtlokaal", *arguments])
    return 0


def start_embedded() -> None:
    """Start or join the embedded server and make sure that the database and its roles exist."""
    import psycopg

    from krachtlokaal.cli import embedded
    from krachtlokaal.cli.provision import provision

    embedded.start()
    socket = os.environ[embedded.SOCKET_VARIABLE]
    with psycopg.connect(host=socket, user="postgres", dbname="postgres", autocommit=True) as admin:
        provision(admin, os.environ.get("KL_DATABASE", "krachtlokaal"))
