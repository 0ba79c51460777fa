"""The source files of the product, for the tests that look at all of them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "krachtlokaal"
# From the top floor to the ground.
FLOORS = (
    "cli",
    "portal",
    "demo_world",
    "needs",
    "events",
    "advice",
    "surveys",
    "topics",
    "register",
    "accounts",
    "office",
    "publishing",
    "core",
    "assignment",
    "analysis",
)


@cache
def python_files() -> tuple[Path, ...]:
    """Every module of the product but migrations."""
    files = (path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
    return tuple(sorted(files))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@cache
def tracked_files() -> tuple[Path, ...]:
    """What is, or is about to be, in the repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found = (ROOT / name for name in done.stdout.splitlines())
    return tuple(path for path in found if path.is_file())


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))
