"""Whoever writes says so: a service that changes rows tells the audit who did what.

Looked at from outside: each service function that another part of the product uses, and that
reaches a write, must reach `audit.record` too. Followed by name through all services.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.architecture.sources import PACKAGE, python_files, tree

RECORDS = {"record", "record_many"}
WRITES = {"save", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
# These are words of dictionaries too: they write when they are said to a manager or a queryset.
MAYBE_WRITES = {"create", "update"}
QUERYSET = {"objects", "filter", "exclude", "all"}
# Entrances that write without a line in the audit, and why that is right.
EXCEPTIONS = {
    "renew": "combined figures: their moments would stand beside those of answers",
    "renew_all": "the same, by the clock",
    "make_wish": "asking to be called stands beside the answer of who asks",
    "withdraw_own": "the answer path tells nobody, and so does the way back",
    # Who answered and what was answered stay apart (docs/decisions/0012): no line names either.
    "keep": "what somebody is filling in is hers alone",
    "send_in": "the time and the order of sending would tell whose answer is whose",
    "settle": "moves all that was sent together, so that nobody can be told from it",
    "give": "which telephone gave which dots, and when, is nobody's to read",
    "be_here": "a page that is open says so every few seconds: advice to a colleague, not a deed",
    "note_use": "remembers in which workspace somebody works now: where she is, not a deed",
}


def service_modules() -> list[Path]:
    found = [*PACKAGE.glob("*/services.py"), *PACKAGE.glob("*/services/**/*.py")]
    return sorted(path for path in found if path.name != "__init__.py")


@cache
def services() -> dict[str, ast.FunctionDef]:
    """Every function of every service, by its name."""
    return {
        node.name: node
        for path in service_modules()
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef)
    }


def used_names(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            yield part.id
        elif isinstance(part, ast.Attribute):
            yield part.attr


def writes(node: ast.AST) -> bool:
    return any(_is_write(part) for part in ast.walk(node) if isinstance(part, ast.Call))


def _is_write(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    if call.func.attr in WRITES:
        return True
    return call.func.attr in MAYBE_WRITES and bool(QUERYSET & set(used_names(call.func.value)))


@cache
def reached(name: str) -> frozenset[str]:
    """The services that this one uses, directly or by way of others; itself included."""
    seen, ahead = set[str](), {name}
    while ahead:
        seen |= ahead
        used = {other for one in ahead for other in used_names(services()[one])}
        ahead = (used & services().keys()) - seen
    return frozenset(seen)


def entrances() -> list[str]:
    """Services that are used by something that is no service."""
    outside = set(python_files()) - set(service_modules())
    used = {name for path in outside for name in used_names(tree(path))}
    return sorted(name for name in services() if name in used and not name.startswith("_"))


def test_every_deed_is_audited() -> None:
    silent = [
        name
        for name in entrances()
        if any(writes(services()[other]) for other in reached(name))
        and not any(RECORDS & set(used_names(services()[other])) for other in reached(name))
    ]
    assert [name for name in silent if name not in EXCEPTIONS] == []


def test_the_exceptions_exist_and_have_a_reason() -> None:
    assert EXCEPTIONS.keys() <= services().keys()
    assert all(EXCEPTIONS.values())
