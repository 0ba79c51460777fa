"""What the tests need of the machine is named, where we may not install it."""

import os
import subprocess
import sys
from pathlib import Path

ASK = """
from krachtlokaal.cli.machine import GETTEXT, LIBATOMIC, Library, need
need(LIBATOMIC)
need(GETTEXT, LIBATOMIC, Library("libbestaatniet.so.9", "libbestaatniet9"))
"""


def test_what_is_missing_is_named_in_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        env=os.environ | {"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    sentence = (
        "Voor de tests ontbreekt: gettext libbestaatniet9."
        " Installeer dit eerst: apt-get install gettext libbestaatniet9\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", sentence)
