"""A backup holds everything, and comes back as it was or not at all."""

import os
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from krachtlokaal.cli import restore, state
from tests.conftest import copy_database

Run = Callable[..., subprocess.CompletedProcess[str]]
NAME = "kl_backup"
# What kl_app may do with the audit is part of the state: it takes rows and never changes them.
RIGHTS = (
    "SELECT array_agg(privilege_type::text ORDER BY privilege_type)"
    " FROM information_schema.role_table_grants"
    " WHERE grantee = 'kl_app' AND table_name = 'office_auditentry'"
)
POLICIES = "SELECT tablename, policyname, qual, with_check FROM pg_policies ORDER BY 1, 2"


@pytest.fixture
def database(postgres: psycopg.Connection, template_database: str) -> Iterator[str]:
    name = f"{NAME}_{os.getpid()}"
    copy_database(postgres, template_database, name)
    with state.administrator(name) as admin:
        admin.execute(
            "INSERT INTO accounts_user"
            " (email, name, password, is_active, is_operator, language, date_joined) VALUES"
            " ('a@b.example', 'Ané ''ünïcode''\n', '!', true, false, 'nl', now())"
        )
        admin.execute(
            "INSERT INTO accounts_workspace (slug, name, kind, phone, email, website, version)"
            " VALUES ('a', 'Aa', 'steunpunt', '', '', '', 1)"
        )
    yield name
    postgres.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def run(database: str) -> Run:
    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "krachtlokaal", *map(str, arguments)],
            env=os.environ | {"KL_DATABASE": database},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def one(database: str, query: str) -> object:
    with state.administrator(database) as admin:
        row = admin.execute(query.encode()).fetchone()
    return row[0] if row else None


def every(database: str, query: str) -> list[tuple[object, ...]]:
    with state.administrator(database) as admin:
        return admin.execute(query.encode()).fetchall()


def test_what_was_changed_after_the_backup_is_undone(
    run: Run, database: str, tmp_path: Path
) -> None:
    file = tmp_path / "kopie.tar"
    before = one(database, RIGHTS), every(database, POLICIES)
    assert run("backup", file).returncode == 0
    with state.administrator(database) as admin:
        admin.execute("UPDATE accounts_user SET name = 'Anders'")
        admin.execute("CREATE TABLE later (id int)")
        admin.execute("ALTER TABLE later OWNER TO kl_owner")
    done = run("restore", "--replace", file)
    assert (done.returncode, done.stderr) == (0, "")
    assert one(database, "SELECT name FROM accounts_user") == "Ané 'ünïcode'\n"
    assert one(database, "SELECT to_regclass('later')") is None
    assert (one(database, RIGHTS), every(database, POLICIES)) == before


def test_the_file_is_for_its_owner_alone(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "kopie.tar"
    run("backup", file)
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_database_in_use_is_not_overwritten_by_accident(
    run: Run, database: str, tmp_path: Path
) -> None:
    file = tmp_path / "kopie.tar"
    run("backup", file)
    with state.administrator(database) as admin:
        admin.execute("UPDATE accounts_user SET name = 'Anders'")
    done = run("restore", file)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--replace" in done.stderr
    assert one(database, "SELECT name FROM accounts_user") == "Anders"


def test_a_manifest_that_does_not_fit_leaves_everything_as_it_was(
    run: Run, database: str, tmp_path: Path
) -> None:
    file, other = tmp_path / "kopie.tar", tmp_path / "anders.tar"
    run("backup", file)
    with tarfile.open(file) as archive:
        for name in ("manifest.json", "database.dump"):
            restore.take_out(archive, name, tmp_path)
    manifest = tmp_path / "manifest.json"
    rows = '"accounts_user": {\n   "rows": 1'
    assert rows in manifest.read_text()
    manifest.write_text(manifest.read_text().replace(rows, rows.replace("1", "2")))
    with tarfile.open(other, "w") as archive:
        for name in ("manifest.json", "database.dump"):
            archive.add(tmp_path / name, name)
    with state.administrator(database) as admin:
        admin.execute("UPDATE accounts_user SET name = 'Anders'")
    done = run("restore", "--replace", other)
    assert done.returncode == 2
    assert "accounts_user is niet gelijk" in done.stderr
    assert one(database, "SELECT name FROM accounts_user") == "Anders"


def test_a_damaged_file_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "kopie.tar"
    run("backup", file)
    data = bytearray(file.read_bytes())
    data[-20_000] ^= 0xFF
    file.write_bytes(data)
    done = run("restore", "--replace", file)
    assert done.returncode == 2
    assert "beschadigd" in done.stderr


@pytest.mark.parametrize("content", [b"", b"geen tar", b"\x00" * 20_000])
def test_another_file_is_refused(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "lijst.xlsx"
    file.write_bytes(content)
    done = run("restore", "--replace", file)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{file} is geen reservekopie van Kracht Lokaal.\n"


def test_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    done = run("backup", tmp_path / "weg" / "kopie.tar")
    assert (done.returncode, "bestaat niet" in done.stderr) == (2, True)
