"""The database that a command works on: by DATABASE_URL, or the embedded one."""

import os
import signal
import subprocess
import sys
from types import FrameType

from krachtlokaal.cli import state
from krachtlokaal.cli.sentences import UnusableError, say

NAME = "krachtlokaal"


def is_embedded() -> bool:
    return "DATABASE_URL" not in os.environ


def name() -> str:
    """The name of the embedded database."""
    return os.environ.get("KL_DATABASE", NAME)


def connect() -> None:
    """Start or join the embedded server and make sure that the database and its roles exist.

    Does nothing where DATABASE_URL names a server, or where the process that started us holds the
    embedded one (it gives us the address of its socket).
    """
    from krachtlokaal.cli import embedded
    from krachtlokaal.cli.provision import provision

    if not is_embedded() or embedded.SOCKET_VARIABLE in os.environ:
        return
    # An ordinary kill ends the program by way of `atexit`, which lets go of the server.
    signal.signal(signal.SIGTERM, _leave)
    embedded.start()
    with state.administrator() as admin:
        provision(admin, name())


def ready() -> None:
    """As `connect`; the embedded database gets its tables too."""
    from krachtlokaal.cli import embedded

    if not is_embedded() or embedded.SOCKET_VARIABLE in os.environ:
        return
    connect()
    if state.read(name()).get("tables") != state.of_tables():
        migrate()


def migrate() -> None:
    """Bring the embedded database's tables up to date, and remember that."""
    say("De tabellen worden bijgewerkt …")
    command = [sys.executable, "-m", "krachtlokaal", "migrate", "-v", "0"]
    if subprocess.run(command, check=False).returncode:
        raise UnusableError("De tabellen konden niet worden bijgewerkt: zie de regels hierboven.")
    state.write(name(), tables=state.of_tables())


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
