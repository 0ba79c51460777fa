"""Two servers of one kind, and what their processes cost per request."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil  # type: ignore[import-untyped]  # has no types of its own

START_SECONDS = 30


@dataclass
class Server:
    """A running granian with one worker."""

    process: psutil.Process
    port: int
    cookie: str = ""

    def get(self, path: str) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", path, headers={"Cookie": self.cookie} if self.cookie else {})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        if answer.status != http.client.OK:
            raise RuntimeError(f"{path}: {answer.status}")
        return body

    def get_packed(self, path: str) -> bytes:
        """What a browser gets that takes packed files, as it goes over the wire."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", path, headers={"Accept-Encoding": "br, gzip"})
        body = connection.getresponse().read()
        connection.close()
        return body

    def cpu(self) -> float:
        """Seconds of processor time of the server and its worker until now."""
        tree = [self.process, *self.process.children(recursive=True)]
        return sum(sum(p.cpu_times()[:2]) for p in tree)

    def memory(self) -> float:
        """Megabytes that the worker process holds for itself and with others."""
        children = self.process.children(recursive=True)
        return float(max(p.memory_info().rss for p in children) / 1e6)

    def cost(self, path: str, requests: int) -> float:
        """Milliseconds of processor time per request."""
        before = self.cpu()
        for _ in range(requests):
            self.get(path)
        return (self.cpu() - before) / requests * 1000


@contextmanager
def running(application: str, environment: dict[str, str], *, threads: int = 1) -> Iterator[Server]:
    """Start granian with this WSGI application and stop it by its own process number."""
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    command += [
        "--port",
        str(port),
        "--workers",
        "1",
        "--blocking-threads",
        str(threads),
        application,
    ]
    process = subprocess.Popen(
        command, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(port)
        yield Server(psutil.Process(process.pid), port)
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("the server did not start")
