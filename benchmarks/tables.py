"""20,000 messy rows: the import of a list, and the duplicates in it."""

import contextlib
import csv
import io
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from krachtlokaal.accounts.models import User, WorkingArea
from krachtlokaal.register import import_command
from krachtlokaal.register.intake import duplicates_command
from krachtlokaal.register.models import Municipality, Organisation
from krachtlokaal.register.samples.messy import MessyRow, messy_rows

ROWS = 20_000
SEED = 1
HEADER = {
    "name": "Naam vereniging",
    "kvk": "KvK",
    "street": "Adres",
    "postcode": "Pc",
    "place": "Plaats",
    "municipality": "Gemeente",
    "email": "E-mail secr.",
    "phone": "Tel.",
    "website": "Website",
    "volunteers": "Vrijwilligers",
}


@dataclass(frozen=True)
class Line:
    name: str
    ratio: float
    seconds: float
    processor: float


def measure(user: User) -> list[Line]:
    """Import and linkage against writing the same rows without any question."""
    rows = messy_rows(SEED, ROWS)
    slug = _workspace_everywhere(user)
    bare = _seconds(lambda: _write_bare(rows))
    with tempfile.TemporaryDirectory() as folder:
        path = _file(Path(folder) / "lijst.csv", rows)
        read_in = ["--workspace", slug]
        dry = _seconds(lambda: _quiet(import_command.run, [str(path), *read_in, "--dry-run"]))
        full = _seconds(lambda: _quiet(import_command.run, [str(path), *read_in]))
        again = _seconds(lambda: _quiet(import_command.run, [str(path), *read_in]))
        linked = _seconds(lambda: _quiet(duplicates_command.run, _columns(path)))
    named = {"nakijken": dry, "inlezen": full, "nog eens inlezen": again, "dubbelen": linked}
    return [
        Line(f"{name}, 20.000 rijen", wall / bare[0], wall, own)
        for name, (wall, own) in named.items()
    ]


def _columns(path: Path) -> list[str]:
    return [str(path), *(f"--{n}={HEADER[n]}" for n in ("name", "postcode", "place", "kvk"))]


def _workspace_everywhere(user: User) -> str:
    from krachtlokaal.core import guard

    with guard.system("the benchmark looks up its own workspace"):
        room = user.memberships.get().workspace
    WorkingArea.objects.bulk_create(
        (
            WorkingArea(workspace=room, municipality=code)
            for code in Municipality.objects.values_list("code", flat=True)
        ),
        ignore_conflicts=True,
    )
    return room.slug


def _write_bare(rows: list[MessyRow]) -> None:
    code = Municipality.objects.values_list("code", flat=True)[0]
    with transaction.atomic():
        Organisation.objects.bulk_create(
            Organisation(
                name=row.name, name_key=row.name.lower(), municipality_id=code, place=row.place
            )
            for row in rows
        )
        transaction.set_rollback(True)


def _file(path: Path, rows: list[MessyRow]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(HEADER.values())
        writer.writerows([[getattr(row, name) for name in HEADER] for row in rows])
    return path


def _quiet(command: Callable[[list[str]], int], argv: list[str]) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        if status := command(argv):
            raise RuntimeError(f"{argv}: {status}")


def _seconds(work: Callable[[], None]) -> tuple[float, float]:
    """By the clock, and of the processor in this process (PostgreSQL has its own)."""
    start, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - own
