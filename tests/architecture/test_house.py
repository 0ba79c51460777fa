"""The house keeps its shape: sizes, names, and rooms that say what they own."""

import ast
import re
from pathlib import Path

from tests.architecture.sources import (
    FLOORS,
    PACKAGE,
    lines,
    python_files,
    short,
    tracked_files,
    tree,
)

MOST_LINES = 400
CORE_SHARE = 0.05
BANNED = {"utils", "util", "helpers", "helper", "mixins", "mixin", "managers", "misc", "common"}
OBVIOUS = {"apps.py", "__init__.py"}
CODE = {".py", ".html", ".css", ".js"}
TEXT = CODE | {".md", ".toml", ".txt", ".json", ".yml", ".yaml", ".in", ".sh", ""}
# Where packages come from is the business of the machine that installs, not of the repository.
HOSTS = re.compile(
    r"pypi\.(?:org|python\.org)|pythonhosted\.org|registry\.npmjs|registry\.yarnpkg"
    r"|--index-url|--extra-index-url|--find-links|proxy\.golang\.org",
)


def test_no_file_is_longer_than_400_lines() -> None:
    made = {"docs", "migrations"}  # migrations are written by Django
    files = [p for p in tracked_files() if p.suffix in CODE and not made & set(p.parts)]
    assert {short(p): lines(p) for p in files if lines(p) > MOST_LINES} == {}


def test_core_stays_small() -> None:
    core = sum(lines(p) for p in python_files() if (PACKAGE / "core") in p.parents)
    assert core <= CORE_SHARE * sum(lines(p) for p in python_files())


def test_no_file_is_called_after_nothing() -> None:
    names = [p for p in tracked_files() if p.suffix == ".py"]
    assert [short(p) for p in names if BANNED & {p.stem, *p.parent.parts}] == []


def test_no_class_is_called_after_nothing() -> None:
    banned = re.compile(r"(?:Util|Utils|Helper|Helpers|Mixin)$")
    found = [
        f"{short(path)}: {node.name}"
        for path in python_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and banned.search(node.name)
    ]
    assert found == []


def test_each_floor_says_what_it_owns() -> None:
    for floor in FLOORS:
        said = ast.get_docstring(tree(PACKAGE / floor / "__init__.py")) or ""
        assert len(said.splitlines()) >= 3, f"{floor}/__init__.py says too little of what it owns."


def test_each_module_says_what_it_is_for() -> None:
    said = [p for p in python_files() if p.read_text().strip() and p.name not in OBVIOUS]
    assert [short(p) for p in said if not ast.get_docstring(tree(p))] == []


def test_every_room_stands_on_a_floor() -> None:
    rooms = {p.name for p in PACKAGE.iterdir() if (p / "__init__.py").exists()}
    assert rooms == set(FLOORS)


def test_no_file_names_where_packages_come_from() -> None:
    texts = [p for p in tracked_files() if p.suffix in TEXT and p != Path(__file__)]
    found = [p for p in texts if HOSTS.search(p.read_text(encoding="utf-8", errors="ignore"))]
    assert [short(p) for p in found] == []
