"""`krachtlokaal backup FILE`: the whole state of the product in one file.

A tar with two members: `manifest.json` (what is in it, rows and sums of every table, the hash of
the dump) and `database.dump` (pg_dump's own format). Taken from one snapshot, while people work.
"""

import hashlib
import io
import json
import os
import subprocess
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from krachtlokaal.cli import contents, database, tools
from krachtlokaal.cli.sentences import Parser, UnusableError, say

FORMAT = 1
MANIFEST, DUMP = "manifest.json", "database.dump"


def run(arguments: list[str]) -> int:
    parser = Parser("krachtlokaal backup", description="Bewaar alles in één bestand.")
    parser.add_argument("file", type=Path, metavar="BESTAND")
    target = parser.parse_args(arguments).file.resolve()
    if not target.parent.is_dir():
        raise UnusableError(f"De map {target.parent} bestaat niet: maak deze eerst.")
    database.ready()
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".krachtlokaal-") as folder:
        dump, figures = _dump(Path(folder) / DUMP)
        if not figures:
            raise UnusableError("De database is leeg: er is niets om te bewaren.")
        _pack(Path(folder) / "file", dump, _manifest(dump, figures))
        (Path(folder) / "file").replace(target)
    rows = sum(figure["rows"] for figure in figures.values())
    say(f"Bewaard: {rows} rijen uit {len(figures)} tabellen in {target}.")
    return 0


def _dump(dump: Path) -> tuple[Path, contents.Figures]:
    """The figures and the dump see the same moment: pg_dump takes part in our snapshot."""
    import psycopg

    with psycopg.connect(**connection_options()) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        command = [tools.program("pg_dump"), "--format=custom", "--enable-row-security"]
        command += ["--no-owner", "--schema=public", f"--snapshot={row[0] if row else ''}"]
        process = subprocess.Popen([*command, f"--file={dump}"], env=tools.environment())
        figures = contents.measure(connection)
        if process.wait():
            raise UnusableError("De reservekopie is niet gemaakt: zie de regels hierboven.")
    return dump, figures


def connection_options() -> dict[str, Any]:
    """For psycopg: the same place and session as the programs get."""
    names = {
        "PGHOST": "host",
        "PGPORT": "port",
        "PGUSER": "user",
        "PGPASSWORD": "password",
        "PGDATABASE": "dbname",
        "PGSSLMODE": "sslmode",
        "PGOPTIONS": "options",
    }
    found = tools.environment()
    return {names[key]: value for key, value in found.items() if key in names}


def _manifest(dump: Path, figures: contents.Figures) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "sha256": file_hash(dump),
        "tables": figures,
    }


def file_hash(path: Path) -> str:
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def _pack(target: Path, dump: Path, manifest: dict[str, Any]) -> None:
    """Names, mail addresses and notes are in it, so only its owner may read the file."""
    data = json.dumps(manifest, indent=1).encode()
    member = tarfile.TarInfo(MANIFEST)
    member.size = len(data)
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
        with tarfile.open(fileobj=file, mode="w") as archive:
            archive.addfile(member, io.BytesIO(data))
            archive.add(dump, DUMP)
        os.fsync(file.fileno())
