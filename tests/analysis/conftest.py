"""The command as a program calls it, in this process: what it prints and its exit status."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from krachtlokaal.analysis.__main__ import main

# Time is never tested.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

Ask = Callable[..., dict[str, Any]]
Refuse = Callable[..., list[str]]
File = Callable[[str], Path]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run a command that succeeds; its result."""

    def run(*arguments: str | Path) -> dict[str, Any]:
        status = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert (status, printed.err) == (0, "")
        result: dict[str, Any] = json.loads(printed.out)
        return result

    return run


@pytest.fixture
def refuse(capsys: pytest.CaptureFixture[str]) -> Refuse:
    """Run a command that can't be carried out; its sentences."""

    def run(*arguments: str | Path) -> list[str]:
        status = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert (status, printed.out) == (2, "")
        return printed.err.splitlines()

    return run


@pytest.fixture
def file(tmp_path: Path) -> File:
    """A file with this text."""

    def write(text: str) -> Path:
        path = tmp_path / "data.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write
