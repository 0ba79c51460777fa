"""The settings are fit for production, and every one that the environment gives is explained."""

import os
import re
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT, python_files

MANUAL = ROOT / "docs" / "beheer" / "instellingen.md"
NAME = re.compile(r"\b(?:KL_[A-Z_]+|DATABASE_(?:OWNER_)?URL)\b")
PRODUCTION = {
    "DATABASE_URL": "postgresql://web@localhost/krachtlokaal",
    "KL_SECRET_KEY": "een-lange-willekeurige-tekst-voor-deze-toets-0123456789-abcdefghij",
    "KL_LINK_KEY": "een-andere-lange-willekeurige-tekst-voor-deze-toets-0123456789",
    "KL_BASE_URL": "https://kracht.example",
    "KL_HOSTS": "kracht.example",
}


def test_the_production_settings_pass_djangos_own_check() -> None:
    own = _environment()
    done = subprocess.run(
        [sys.executable, "-m", "krachtlokaal", "check", "--deploy", "--fail-level", "WARNING"],
        env=own | PRODUCTION,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _environment() -> dict[str, str]:
    """The environment without settings of ours, nor the one that browser tests give Django."""
    own = os.environ.items()
    return {key: value for key, value in own if not (NAME.fullmatch(key) or "DJANGO" in key)}


@pytest.mark.parametrize("name", ["DATABASE_URL", "KL_BASE_URL", "KL_HOSTS"])
def test_production_refuses_to_start_without_its_secrets(name: str) -> None:
    """Whoever can be reached from elsewhere needs own secrets, with an embedded database too."""
    own = _environment()
    done = subprocess.run(
        [sys.executable, "-m", "krachtlokaal", "check"],
        env=own | {name: PRODUCTION[name]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "KL_SECRET_KEY" in done.stderr


def test_the_manual_explains_every_setting() -> None:
    read = {name for path in python_files() for name in NAME.findall(path.read_text())}
    explained = set(NAME.findall(MANUAL.read_text(encoding="utf-8")))
    assert explained == read
