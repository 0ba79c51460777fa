"""Programs and libraries of the machine that the tests need: installed where we may, else named.

`python -m krachtlokaal.cli.machine`; nothing is ever skipped for want of one.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Program:
    """A program under any of its names, and the Debian package that brings it."""

    names: tuple[str, ...]
    package: str


@dataclass(frozen=True)
class Library:
    """A shared library, and the Debian package that brings it."""

    name: str
    package: str


CHROMIUM = Program(
    ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"), "chromium"
)
GETTEXT = Program(("xgettext",), "gettext")
# Opens the documents that we make for word processors.
SOFFICE = Program(("soffice", "libreoffice"), "libreoffice-writer-nogui")
# The program inside Playwright is built with it, and brings all but this.
LIBATOMIC = Library("libatomic.so.1", "libatomic1")


def find(program: Program) -> str | None:
    """Where the program stands on this machine."""
    return next((path for name in program.names if (path := shutil.which(name))), None)


def need(*things: Program | Library) -> None:
    """Install what is missing with apt, if we may; else stop with one sentence."""
    packages = _missing(things)
    if not packages:
        return
    if not (shutil.which("apt-get") and _may_install()):
        names = " ".join(packages)
        sys.exit(f"Voor de tests ontbreekt: {names}. Installeer dit eerst: apt-get install {names}")
    print(f"Wordt geïnstalleerd: {' '.join(packages)} …", flush=True)
    _apt("update")
    _apt("install", "--yes", "--no-install-recommends", *packages)
    if missing := _missing(things):
        sys.exit(f"Dit pakket kon niet worden geïnstalleerd: {' '.join(missing)}.")


def _missing(things: Iterable[Program | Library]) -> list[str]:
    return [
        thing.package
        for thing in things
        if not (_loads(thing) if isinstance(thing, Library) else find(thing))
    ]


def _loads(library: Library) -> bool:
    try:
        ctypes.CDLL(library.name)
    except OSError:
        return False
    return True


def _may_install() -> bool:
    if os.geteuid() == 0:
        return True
    if shutil.which("sudo") is None:
        return False
    return subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0


def _apt(*arguments: str) -> None:
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"]
    subprocess.run(
        [*sudo, "apt-get", "--quiet", *arguments],
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )


if __name__ == "__main__":
    need(CHROMIUM, GETTEXT, SOFFICE, LIBATOMIC)
