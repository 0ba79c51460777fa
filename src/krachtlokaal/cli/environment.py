"""Makes the virtual environment and installs the locked packages; does nothing when that is done.

Runs with the Python of the machine, before anything is installed: standard library only.
`python3 src/krachtlokaal/cli/environment.py base|test`
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NEEDED = (3, 11)

# A path with a space can't stand behind #!, so the shell starts Python.
COMMAND = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import sys

from krachtlokaal.cli.main import main

sys.exit(main())
"""


def main(kind: str) -> None:
    os.chdir(ROOT)
    if sys.version_info < NEEDED:
        sys.exit(f"Nodig is Python 3.11 of nieuwer; dit is {sys.version.split()[0]}.")
    locks = [ROOT / "requirements" / f"{kind}.txt"]
    if shutil.which("npm") is None:
        locks.append(ROOT / "requirements" / "assets.txt")
    stamp, fresh = VENV / f".stamp-{kind}", _hash(locks)
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == fresh:
        return
    _make()
    _install(locks)
    _link()
    stamp.write_text(fresh)


def _hash(locks: list[Path]) -> str:
    digest = hashlib.sha256(f"{ROOT} {sys.version}".encode())
    for path in [Path(__file__), *locks]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _make() -> None:
    if _works():
        return
    _say("De Python-omgeving wordt gemaakt …")
    package = f"python{sys.version_info.major}-venv"
    missing = f"Installeer eerst het pakket {package} (apt install {package}) en begin opnieuw."
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        sys.exit(missing)
    done = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, check=False
    )
    if done.returncode or not _works():
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit(missing)


def _works() -> bool:
    """Whether the environment is one of this Python, with pip."""
    if not PYTHON.exists():
        return False
    ask = "import sys, pip; print(sys.version_info[:2])"
    done = subprocess.run([str(PYTHON), "-c", ask], capture_output=True, text=True, check=False)
    return done.stdout.strip() == str(sys.version_info[:2])


def _install(locks: list[Path]) -> None:
    _say("De pakketten worden geïnstalleerd …")
    names = [word for lock in locks for word in ("-r", str(lock))]
    uv = ["uv", "pip", "install", "--python", str(PYTHON), "--quiet"]
    if shutil.which("uv") and _run(uv, names):
        return
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    if not _run([*pip, "--only-binary", ":all:"], names, show=True):
        sys.exit("De pakketten konden niet worden geïnstalleerd: zie de regels hierboven.")


def _run(command: list[str], names: list[str], *, show: bool = False) -> bool:
    """Whether it went well; what the program said is shown only when it did not."""
    done = subprocess.run(
        [*command, "--require-hashes", *names], capture_output=True, text=True, check=False
    )
    if done.returncode and show:
        sys.stderr.write(done.stdout + done.stderr)
    return done.returncode == 0


def _link() -> None:
    """Make the product importable from its folder, and its command; no build, nothing fetched."""
    packages = next((VENV / "lib").glob("python*/site-packages"))
    (packages / "krachtlokaal.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
    command = VENV / "bin" / "krachtlokaal"
    command.write_text(COMMAND.format(python=PYTHON), encoding="utf-8")
    command.chmod(0o755)


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
