"""Programs of the machine that the tests need: installed where we may, else named.

`python -m krachtlokaal.cli.machine`; nothing is ever skipped for want of a program.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Program:
    """A program under any of its names, and the Debian package that brings it."""

    names: tuple[str, ...]
    package: str


CHROMIUM = Program(
    ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"), "chromium"
)
GETTEXT = Program(("xgettext",), "gettext")


def find(program: Program) -> str | None:
    """Where the program stands on this machine."""
    return next((path for name in program.names if (path := shutil.which(name))), None)


def need(*programs: Program) -> None:
    """Install what is missing with apt, if we may; else stop with one sentence."""
    packages = [program.package for program in programs if find(program) is None]
    if not packages:
        return
    if not (shutil.which("apt-get") and _may_install()):
        names = " ".join(packages)
        sys.exit(f"Voor de tests ontbreekt: {names}. Installeer dit eerst: apt-get install {names}")
    print(f"Wordt geïnstalleerd: {' '.join(packages)} …", flush=True)
    _apt("update")
    _apt("install", "--yes", "--no-install-recommends", *packages)
    if missing := [program.package for program in programs if find(program) is None]:
        sys.exit(f"Dit pakket kon niet worden geïnstalleerd: {' '.join(missing)}.")


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
    need(CHROMIUM, GETTEXT)
