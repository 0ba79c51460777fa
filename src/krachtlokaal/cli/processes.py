"""Processes that belong to the one that started them: none of them outlives it."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType

PATIENCE = 4.0
LOOK_EVERY = 0.05
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Processes:
    """Starts `krachtlokaal NAME` commands, notices when one ends, and ends all of them.

    Signals only set `stopping`: nothing is ever interrupted half-way, so nothing is left behind.
    """

    def __init__(self) -> None:
        self.stopping = False
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._parent = os.getppid()

    def listen(self) -> None:
        """From now on Ctrl-C and an ordinary kill ask us to stop; asking twice changes nothing."""
        for number in SIGNALS:
            signal.signal(number, self._asked_to_stop)

    def start(self, name: str, *arguments: str) -> None:
        """Start a command in a session of its own, so that Ctrl-C reaches us alone."""
        self._running[name] = subprocess.Popen(
            [sys.executable, "-m", "krachtlokaal", name, *arguments],
            start_new_session=True,
            stdin=subprocess.DEVNULL,
        )

    def finish(self, name: str, *arguments: str) -> bool:
        """Run a command to its end; False when it failed or we are asked to stop."""
        self.start(name, *arguments)
        process = self._running[name]
        while process.poll() is None and self.may_go_on():
            time.sleep(LOOK_EVERY)
        if process.poll() is None:
            return False
        del self._running[name]
        return process.returncode == 0

    def may_go_on(self) -> bool:
        # Only ever set, never written back: a signal may arrive while we look.
        if "MAKELEVEL" in os.environ and _make_was_stopped(self._parent):
            self.stopping = True
        return not self.stopping

    def ended(self) -> str:
        """The name of a process that ended by itself, or nothing."""
        return next((n for n, p in self._running.items() if p.poll() is not None), "")

    def stop(self) -> None:
        """End all, first kindly; then whatever they left in their sessions."""
        self.stopping = True
        for process in self._running.values():
            process.terminate()
        end = time.monotonic() + PATIENCE
        for process in self._running.values():
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, end - time.monotonic()))
        for process in self._running.values():
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self._running.clear()

    def _asked_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True


def end_with(parent: int) -> None:
    """Ask the system to end this process when the one that started it is gone (Linux)."""
    set_parent_death_signal = 1
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)
    if os.getppid() != parent:
        raise SystemExit(1)


def _make_was_stopped(parent: int) -> bool:
    """Whether `make`, which started us, is gone or waits for us to end.

    A Ctrl-C in a terminal reaches us too, but `kill -INT` on make alone does not: make then stays
    in its signal handler, with that signal blocked, until its children have ended.
    """
    if os.getppid() != parent:
        return True
    with suppress(OSError, ValueError):
        for line in Path(f"/proc/{parent}/status").read_text().splitlines():
            if line.startswith("SigBlk:"):
                return bool(int(line.split()[1], 16) & (1 << (signal.SIGINT - 1)))
    return False
