"""`krachtlokaal restore FILE`: put a backup back, in one transaction, checked before it counts."""

import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from krachtlokaal.cli import backup, contents, database, tools
from krachtlokaal.cli.sentences import Parser, UnusableError, say

# Everything of ours goes, in the same transaction that brings the backup.
EMPTY = """
DO $empty$ DECLARE thing record; BEGIN
  FOR thing IN SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tableowner = current_user
  LOOP EXECUTE format('DROP TABLE IF EXISTS public.%I CASCADE', thing.tablename); END LOOP;
  FOR thing IN SELECT p.oid::regprocedure AS name FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = current_user::regrole
  LOOP EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', thing.name); END LOOP;
  FOR thing IN SELECT t.typname FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
    WHERE t.typnamespace = 'public'::regnamespace AND t.typowner = current_user::regrole
      AND (t.typtype IN ('e', 'd') OR c.relkind = 'c')
  LOOP EXECUTE format('DROP TYPE IF EXISTS public.%I CASCADE', thing.typname); END LOOP;
END $empty$;
GRANT USAGE ON SCHEMA public TO kl_app;
-- Else the tables would come back with more rights than they had; the backup brings its own.
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM kl_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM kl_app;
"""
# A newer pg_dump sets this in its first lines, and an older server does not know it.
LEFT_OUT = b"SET transaction_timeout"
HEADER_LINES = 60
# The schema and the rights on it are the business of `krachtlokaal provision`.
NOT_OURS = re.compile(r"^\d+; \d+ \d+ (?:SCHEMA|COMMENT|ACL) - (?:SCHEMA )?public ", re.MULTILINE)
UNREADABLE = "DO $$ BEGIN RAISE EXCEPTION 'De reservekopie kon niet worden gelezen.'; END $$;\n"


def run(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="krachtlokaal-") as folder:
        manifest, dump = _unpack(options.file, Path(folder))
        database.connect()
        _refuse_full(replace=options.replace)
        _restore(dump, manifest["tables"])
    rows = sum(figure["rows"] for figure in manifest["tables"].values())
    say(f"Teruggezet en nagekeken: {rows} rijen in {len(manifest['tables'])} tabellen.")
    say("Breng de tabellen nu op de versie van het programma: krachtlokaal migrate")
    return 0


def _parser() -> Parser:
    parser = Parser("krachtlokaal restore", description="Zet een reservekopie terug.")
    parser.add_argument("file", type=Path, metavar="BESTAND")
    parser.add_argument(
        "--replace", action="store_true", help="vervang wat er nu in de database staat"
    )
    return parser


def _unpack(file: Path, folder: Path) -> tuple[dict[str, Any], Path]:
    """The manifest and the dump, if the file is whole."""
    if not file.is_file():
        raise UnusableError(f"Het bestand {file} bestaat niet.")
    try:
        with tarfile.open(file, "r:") as archive:
            take_out(archive, backup.MANIFEST, folder)
            take_out(archive, backup.DUMP, folder)
        manifest = json.loads((folder / backup.MANIFEST).read_text(encoding="utf-8"))
        whole = manifest["sha256"] == backup.file_hash(folder / backup.DUMP)
        known = manifest["format"] == backup.FORMAT and bool(manifest["tables"])
    except (tarfile.TarError, KeyError, ValueError, OSError) as problem:
        raise UnusableError(f"{file} is geen reservekopie van Kracht Lokaal.") from problem
    if not whole:
        raise UnusableError(f"{file} is beschadigd: de inhoud past niet bij de controlesom.")
    if not known:
        raise UnusableError(f"{file} komt uit een nieuwere versie: werk eerst het programma bij.")
    return manifest, folder / backup.DUMP


def take_out(archive: tarfile.TarFile, name: str, folder: Path) -> None:
    """A file of the archive: what it holds, never a link or rights of its own.

    The Python of Debian 12 has no filters yet for taking out more than that.
    """
    source = archive.extractfile(name)
    if source is None:
        raise KeyError(name)
    with source, (folder / name).open("wb") as target:
        shutil.copyfileobj(source, target)


def _refuse_full(*, replace: bool) -> None:
    import psycopg

    with psycopg.connect(**backup.connection_options()) as connection:
        if contents.is_in_use(connection) and not replace:
            raise UnusableError(
                "Deze database is in gebruik. Met --replace wordt alles wat er nu in staat"
                " vervangen door de reservekopie."
            )


def _restore(dump: Path, figures: contents.Figures) -> None:
    """Feed psql one transaction: away with the old, the backup, and a check of every table."""
    wanted = _wanted(dump)
    psql = [tools.program("psql"), "--no-psqlrc", "--quiet", "--single-transaction"]
    target = subprocess.Popen(
        [*psql, "--set=ON_ERROR_STOP=1", "--output=/dev/null"],
        stdin=subprocess.PIPE,
        env=tools.environment(),
    )
    source = subprocess.Popen(
        [
            tools.program("pg_restore"),
            f"--use-list={wanted}",
            "--no-owner",
            "--file=-",
            str(dump),
        ],
        stdout=subprocess.PIPE,
        env=tools.environment(),
    )
    assert target.stdin is not None  # noqa: S101 for mypy: both are pipes
    assert source.stdout is not None  # noqa: S101 the same
    whole = _feed(source.stdout, target.stdin, figures, source)
    if target.wait() or not whole:
        raise UnusableError("Er is niets teruggezet: zie de regels hierboven.")


def _wanted(dump: Path) -> Path:
    """The list of what pg_restore takes out of the dump."""
    command = [tools.program("pg_restore"), "--list", str(dump)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise UnusableError(
            "De reservekopie kon niet worden gelezen. Is zij met een nieuwere PostgreSQL gemaakt?"
            " Installeer dan postgresql-client in die versie."
        )
    wanted = dump.with_suffix(".list")
    kept = [line for line in done.stdout.splitlines() if not NOT_OURS.match(line)]
    wanted.write_text("\n".join(kept), encoding="utf-8")
    return wanted


def _feed(
    source: IO[bytes],
    target: IO[bytes],
    figures: contents.Figures,
    process: subprocess.Popen[bytes],
) -> bool:
    """False when the dump could not be read to its end: then psql must not commit."""
    try:
        target.write(EMPTY.encode())
        target.writelines(_fitting(source))
        whole = process.wait() == 0
        # The dump turned the policies into errors; under them we see every row (see tools.SESSION).
        check = contents.check(figures) if whole else UNREADABLE
        target.write(f"SET row_security = on;\n{check}".encode())
        target.close()
    except BrokenPipeError:
        process.kill()
        return False
    return whole


def _fitting(source: IO[bytes]) -> Iterator[bytes]:
    for number, line in enumerate(source):
        if number > HEADER_LINES or not line.startswith(LEFT_OUT):
            yield line
