"""The embedded database is the same one on every machine."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ASK = """
from krachtlokaal.cli import embedded, state
server = embedded.start()
with state.administrator() as admin:
    print(*admin.execute("SELECT datcollate, datctype, lower('É') FROM pg_database").fetchone())
server.cleanup()
"""


@pytest.mark.parametrize(
    "language", [{}, {"LANG": "C"}, {"LANG": "xx_XX.UTF-8"}, {"LC_ALL": "xx_XX.UTF-8"}]
)
def test_its_language_is_not_that_of_the_machine(language: dict[str, str]) -> None:
    """Also where the variables name a language that is not installed, as after ssh."""
    own = {k: v for k, v in os.environ.items() if not k.startswith(("KL_", "LC_", "LANG"))}
    with tempfile.TemporaryDirectory(prefix="kl-taal-") as folder:
        # Not below pytest's own folder, which the system user of the database may not enter.
        Path(folder).chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-c", ASK],
            env=own | language | {"KL_DATA_DIR": folder},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    assert (done.stderr, done.stdout) == ("", "C.UTF-8 C.UTF-8 é\n")
