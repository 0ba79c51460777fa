"""Start workers, and wait for what they do."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def worker(database: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A worker on this database, ready to work; killed at the end if it still lives."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.office.worker_for_tests", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "KL_DATABASE": database},
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            assert process.stdout is not None
            process.stdout.readline()
            yield process
        finally:
            process.kill()


def wait_until(condition: Callable[[], bool], seconds: float = 60) -> None:
    """Ask again until it is so; fails when it takes too long."""
    end, pause = time.monotonic() + seconds, threading.Event()
    while not condition():
        assert time.monotonic() < end, "It did not happen in time."
        pause.wait(0.05)
