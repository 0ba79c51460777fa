"""`krachtlokaal demo` starts everything and leaves nothing behind, however it is stopped."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import psutil
import pytest

from tests.browser.product import free_port
from tests.office.processes import wait_until

ROOT = Path(__file__).resolve().parents[2]
READY = "Stoppen: Ctrl-C"
PATIENCE = 300.0
Demo = Callable[..., subprocess.Popen[str]]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A data folder with a space in its name, used again by the next test: a second start.

    Not below pytest's own folder, which the system user of the database may not enter.
    """
    with tempfile.TemporaryDirectory(prefix="kl met spatie ") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def demo(folder: Path) -> Iterator[Demo]:
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str, command: tuple[str, ...] = ()) -> subprocess.Popen[str]:
        own = {k: v for k, v in os.environ.items() if not k.startswith(("KL_", "MAKE"))}
        process = subprocess.Popen(
            [*(command or (sys.executable, "-m", "krachtlokaal", "demo")), *arguments],
            cwd=ROOT,
            env=own | {"KL_DATA_DIR": str(folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE)


def read_until(process: subprocess.Popen[str], sentence: str) -> str:
    """What it says up to this sentence; the watchdog ends a process that never says it."""
    said = ""
    watchdog = threading.Timer(PATIENCE, process.kill)
    watchdog.start()
    try:
        for line in process.stdout or []:
            said += line
            if sentence in line:
                return said
    finally:
        watchdog.cancel()
    raise AssertionError(f"'{sentence}' was never said:\n{said}")


def left_behind(folder: Path) -> list[str]:
    """Processes that still work on this data folder."""
    found = []
    for process in psutil.process_iter(["cmdline"]):
        try:
            of_ours = process.environ().get("KL_DATA_DIR") == str(folder)
        except psutil.Error:
            of_ours = False
        if of_ours or str(folder) in " ".join(process.info["cmdline"] or []):
            found.append(" ".join(process.info["cmdline"] or []))
    return found


def stop_with(process: subprocess.Popen[str], *signals: signal.Signals) -> int:
    for number in signals:
        process.send_signal(number)
    process.communicate(timeout=PATIENCE)
    return process.returncode


def test_it_answers_names_the_roles_and_stops_at_ctrl_c(demo: Demo, folder: Path) -> None:
    port = free_port()
    process = demo("--port", str(port))
    said = read_until(process, READY)
    with urlopen(f"http://localhost:{port}/demo/") as answer:
        assert answer.status == 200
    assert f"http://localhost:{port}/" in said
    assert re.search(r"Coördinator\s+\S+@partoer\.example", said)
    assert stop_with(process, signal.SIGINT) == 0
    assert left_behind(folder) == []


def test_a_monitor_learns_that_all_is_well(demo: Demo) -> None:
    port = free_port()
    read_until(demo("--port", str(port)), READY)
    wait_until(lambda: b"worker: goed" in health(port))
    assert health(port) == b"web: goed\ndatabase: goed\nworker: goed\n"


def health(port: int) -> bytes:
    try:
        with urlopen(f"http://localhost:{port}/gezond/") as answer:
            return bytes(answer.read())
    except HTTPError as error:
        return error.read()


def test_ctrl_c_twice_for_the_whole_group(demo: Demo, folder: Path) -> None:
    process = demo("--port", str(free_port()))
    read_until(process, READY)
    os.killpg(process.pid, signal.SIGINT)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=PATIENCE)
    assert (process.returncode, left_behind(folder)) == (0, [])


def test_stopping_while_it_starts(demo: Demo) -> None:
    """In a folder of its own: the others need not make the world once more."""
    with tempfile.TemporaryDirectory(prefix="kl_") as own:
        Path(own).chmod(0o755)
        start = (sys.executable, "-m", "krachtlokaal", "demo", "--port", str(free_port()))
        process = demo("--fresh", command=("env", f"KL_DATA_DIR={own}", *start))
        read_until(process, "tabellen worden gemaakt")
        assert stop_with(process, signal.SIGINT, signal.SIGTERM) == 0
        assert left_behind(Path(own)) == []


@pytest.mark.parametrize("name", ["serve", "worker"])
def test_the_death_of_one_process_ends_all(demo: Demo, folder: Path, name: str) -> None:
    process = demo("--port", str(free_port()))
    read_until(process, READY)
    child = next(c for c in psutil.Process(process.pid).children() if name in c.cmdline())
    child.kill()
    said, _ = process.communicate(timeout=PATIENCE)
    assert f"'{name}' is onverwacht gestopt" in said
    assert (process.returncode, left_behind(folder)) == (1, [])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_when_make_alone_is_told_to_stop(
    demo: Demo, folder: Path, tmp_path: Path, number: signal.Signals
) -> None:
    """A Ctrl-C reaches us too, but a `kill` of make does not: we notice it ourselves."""
    recipe = tmp_path / "Makefile"
    call = f"{sys.executable} -m krachtlokaal demo --port {free_port()}"
    recipe.write_text(f"demo:\n\t@exec {call}\n", encoding="utf-8")
    process = demo("demo", command=("make", "-f", str(recipe)))
    read_until(process, READY)
    process.send_signal(number)
    process.communicate(timeout=PATIENCE)
    assert left_behind(folder) == []


def test_what_another_user_left_in_tmp_is_not_in_our_way(
    demo: Demo, folder: Path, tmp_path: Path
) -> None:
    """A lock there that we may not open; a folder is one that root can't open either."""
    (tmp_path / ".lockfile").mkdir()
    ours = (sys.executable, "-m", "krachtlokaal", "demo", "--port", str(free_port()))
    process = demo(command=("env", "-u", "XDG_RUNTIME_DIR", f"TMPDIR={tmp_path}", *ours))
    read_until(process, READY)
    assert stop_with(process, signal.SIGINT) == 0
    assert left_behind(folder) == []


def test_a_port_in_use_gets_a_sentence(demo: Demo, folder: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        process = demo("--port", str(port))
        said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert f"Poort {port} is in gebruik" in said
    assert left_behind(folder) == []


def test_a_second_demo_on_the_same_data_gets_a_sentence(demo: Demo) -> None:
    first = demo("--port", str(free_port()))
    read_until(first, READY)
    second = demo("--port", str(free_port()))
    said, _ = second.communicate(timeout=PATIENCE)
    assert second.returncode == 2
    assert "Er draait al een oefenomgeving" in said


@pytest.mark.parametrize("port", ["0", "65536", "acht", "-1"])
def test_an_impossible_port(demo: Demo, port: str) -> None:
    process = demo(f"--port={port}")
    said, _ = process.communicate(timeout=PATIENCE)
    assert (process.returncode, "is geen poort" in said) == (2, True)
