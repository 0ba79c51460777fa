"""A report of forty pages in every form, against the same words set bare by typst.

Each is made in a process of its own: typst remembers what it set before.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from typing import Any

import pikepdf
import typst
from tests.publishing.documents import example

from krachtlokaal.publishing.documents import docx, html, pdf

CHAPTERS = 17
ROUNDS = 3
DOCUMENT = example.report(CHAPTERS)
DRAWN = ("svg", "narrow", "kind")
BARE = '#set page(paper: "a4")\n#for words in json(bytes(sys.inputs.data)) { par(words) }\n'
ONCE = "import django; django.setup(); from benchmarks import documents as d; d.once({!r})"


@dataclass(frozen=True)
class Made:
    """What one form cost: seconds, bytes, and the largest memory of the process in MB."""

    seconds: float
    size: int
    memory: float


def report() -> None:
    """Print all of it."""
    with pikepdf.open(BytesIO(pdf.render(DOCUMENT))) as made:
        pages = len(made.pages)
    print(f"\nRapport van {pages} bladzijden (dezelfde woorden kaal gezet door typst = 1)")
    found: dict[str, list[Made]] = {name: [] for name in FORMS}
    for _ in range(ROUNDS):
        for name in FORMS:
            found[name].append(_in_own_process(name))
    bare = median(one.seconds for one in found.pop("kaal"))
    for name, rounds in found.items():
        seconds = median(one.seconds for one in rounds)
        print(
            f"{name:42}{seconds / bare:7.2f}{seconds:8.2f} s{rounds[0].size / 1000:8.0f} kB"
            f"{max(one.memory for one in rounds):6.0f} MB"
        )


def once(name: str) -> None:
    """Make one form, here and now, and print what it cost."""
    import psutil

    start = time.perf_counter()
    size = len(FORMS[name]())
    seconds = time.perf_counter() - start
    print(json.dumps([seconds, size, psutil.Process().memory_info().rss / 1e6]))


def _in_own_process(name: str) -> Made:
    command = [sys.executable, "-W", "ignore", "-c", ONCE.format(name)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    return Made(*json.loads(done.stdout))


def _bare() -> bytes:
    words = json.dumps(_texts(DOCUMENT.to_data()["parts"]))
    made = typst.compile(BARE.encode(), sys_inputs={"data": words})
    assert isinstance(made, bytes)
    return made


def _texts(value: Any) -> list[str]:  # noqa: ANN401 plain data of any shape
    """All words, drawings excepted."""
    if isinstance(value, dict):
        return [text for key, one in value.items() if key not in DRAWN for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [value] if isinstance(value, str) else []


FORMS: dict[str, Callable[[], bytes]] = {
    "kaal": _bare,
    "webpagina": lambda: html.render(DOCUMENT).encode(),
    "pdf (PDF/UA-1)": lambda: pdf.render(DOCUMENT),
    "docx": lambda: docx.render(DOCUMENT),
}
