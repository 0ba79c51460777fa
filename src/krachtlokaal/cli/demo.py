"""`krachtlokaal demo`: embedded database, demo world, web and worker; what `make demo` calls.

This process only starts others and watches them, so it needs no Django and starts at once. It
never does anything twice: what was done is remembered in the database and beside the static files.
"""

import fcntl
import http.client
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

from krachtlokaal.cli import build, database, embedded, state
from krachtlokaal.cli.processes import LOOK_EVERY, Processes
from krachtlokaal.cli.sentences import Parser, UnusableError, port, say

HOST = "127.0.0.1"
# Passkeys are bound to a name and refuse an address of numbers; the cookies must agree with it.
NAME = "localhost"


def run(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    processes = Processes()
    processes.listen()
    _refuse_taken(options.port)
    _prepare_environment(options.port)
    with _alone():
        return _run(processes, options.port, fresh=options.fresh)


def _parser() -> Parser:
    parser = Parser("krachtlokaal demo", description="Start de oefenomgeving.")
    parser.add_argument("--port", type=port, default=8000, help="poort van de webserver (8000)")
    parser.add_argument("--fresh", action="store_true", help="begin met een nieuwe oefenwereld")
    return parser


def _run(processes: Processes, number: int, *, fresh: bool) -> int:
    asked = True
    server = embedded.start()
    try:
        if _prepare(processes, fresh=fresh) and _start(processes, number):
            _announce(number)
            asked = _watch(processes)
        else:
            asked = not processes.may_go_on()
    finally:
        processes.stop()
        with embedded.undisturbed():
            server.cleanup()
    if asked:
        say("De oefenomgeving is gestopt.")
    return 0 if asked else 1


def _prepare_environment(number: int) -> None:
    # The demo never touches a server, also where this shell names one.
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", embedded.SOCKET_VARIABLE):
        os.environ.pop(name, None)
    os.environ |= {"KL_DEMO": "1", "KL_BASE_URL": f"http://{NAME}:{number}"}
    os.environ.setdefault("KL_WORKERS", "1")


def _refuse_taken(number: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, number))
        except OSError as problem:
            raise UnusableError(
                f"Poort {number} is in gebruik of niet toegestaan ({problem.strerror}). "
                f"Kies een andere: make demo PORT={number + 1 if number < 65535 else 8000}"
            ) from problem


@contextmanager
def _alone() -> Iterator[None]:
    """Two demos on one data folder would drop each other's world."""
    folder = embedded.data_directory()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "demo.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UnusableError(
                f"Er draait al een oefenomgeving op de gegevens in {folder}."
            ) from None
        yield


def _prepare(processes: Processes, *, fresh: bool) -> bool:
    """Everything that must stand before web and worker start; False when that went wrong."""
    build.brought_files()
    return (
        processes.may_go_on()
        and (build.static_files_are_fresh() or _collect(processes))
        and _prepare_database(processes, fresh=fresh)
    )


def _collect(processes: Processes) -> bool:
    say("De bestanden voor de pagina's worden verzameld …")
    done = processes.finish(*build.COLLECT)
    if done:
        build.remember_static_files()
    return done


def _prepare_database(processes: Processes, *, fresh: bool) -> bool:
    from krachtlokaal.cli.provision import provision

    name = database.name()
    with state.administrator() as admin:
        provision(admin, name)
    known = state.read(name)
    if not fresh and known.get("world") == state.of_demo_world():
        return True
    _drop_and_make(name)
    say("De tabellen worden gemaakt …")
    if not processes.finish("migrate", "-v", "0"):
        return False
    state.write(name, tables=state.of_tables())
    say("De oefenwereld wordt geladen …")
    return processes.finish("world")


def _drop_and_make(name: str) -> None:
    """The history in a world can only grow, so another world means another database."""
    from psycopg import sql

    from krachtlokaal.cli.provision import provision

    with state.administrator() as admin:
        admin.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )
        provision(admin, name)


def _start(processes: Processes, number: int) -> bool:
    parent = str(os.getpid())
    processes.start("serve", "--host", HOST, "--port", str(number), "--parent", parent)
    processes.start("worker", "--parent", parent)
    while processes.may_go_on() and not processes.ended():
        if _answers(number):
            return True
        time.sleep(LOOK_EVERY)
    if name := processes.ended():
        say(f"Het proces '{name}' startte niet: zie de regels hierboven.")
    return False


def _answers(number: int) -> bool:
    connection = http.client.HTTPConnection(HOST, number, timeout=5)
    try:
        connection.request("GET", "/demo/")
        return connection.getresponse().status < http.client.INTERNAL_SERVER_ERROR
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _announce(number: int) -> None:
    address = f"http://{NAME}:{number}/"
    say(f"\nKracht Lokaal draait: {address}")
    say(f"Inloggen met één klik: {address}demo/")
    roles = state.read(database.name()).get("roles", "")
    say("".join(f"  {line}\n" for line in roles.splitlines()) + "Stoppen: Ctrl-C")


def _watch(processes: Processes) -> bool:
    """Wait; True when we are asked to stop, False when a process ended by itself."""
    while processes.may_go_on():
        if name := processes.ended():
            say(f"Het proces '{name}' is onverwacht gestopt; de rest stopt nu ook.")
            return False
        time.sleep(LOOK_EVERY)
    return True
