"""`krachtlokaal register import FILE --workspace SLUG [--dry-run]`: a list in, without a worker.

Prints what docs/decisions say of machine interfaces: `duplicates` are rows that are the same
organisation as an earlier row of the file; rows of organisations that were known already and where
nothing is new are counted apart as `unchanged`, rows without an organisation as `skipped`; `notes`
are sentences about the file as a whole.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any, NoReturn

from django.db import transaction
from django.utils import translation

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import audit
from krachtlokaal.office.enums import ActorKind
from krachtlokaal.register.enums import RowAction
from krachtlokaal.register.intake.cleaning import Severity
from krachtlokaal.register.intake.enums import Field
from krachtlokaal.register.intake.files import UnreadableFile, check_length
from krachtlokaal.register.models import ImportRow, ImportRun
from krachtlokaal.register.services.imports import checking, uploads, writing

UNUSABLE = 2


class Unusable(Exception):  # noqa: N818 it is an answer, not a fault
    """The input can't be used; the message says what is wrong and what would mend it."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:  # noqa: ARG002 it is in English
        raise Unusable(
            "Deze opdracht klopt niet. Schrijf: krachtlokaal register import BESTAND"
            " --workspace WERKRUIMTE [--sheet BLAD] [--dry-run]"
        )


def run(argv: list[str]) -> int:
    """Read a list into the register of a workspace; with --dry-run nothing stays."""
    try:
        with translation.override("nl"):
            answer = _import(_arguments(argv))
    except Unusable as unusable:
        sys.stderr.write(f"{unusable}\n")
        return UNUSABLE
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 0


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = _Parser(
        prog="krachtlokaal register import", description="Leest een lijst met organisaties in."
    )
    parser.add_argument("file", type=Path, metavar="BESTAND")
    parser.add_argument("--workspace", required=True, metavar="WERKRUIMTE")
    parser.add_argument("--sheet", default="", metavar="BLAD")
    parser.add_argument("--dry-run", action="store_true")
    return parser.parse_args(argv)


def _import(asked: argparse.Namespace) -> dict[str, Any]:
    data = _read(asked.file)
    with transaction.atomic():
        workspace = _workspace(asked.workspace)
        actor = audit.Actor(ActorKind.COMMAND, "krachtlokaal register import", None, workspace.pk)
        with guard.workspaces(workspace.pk), audit.acting(actor):
            run = _receive(workspace, asked, data)
            checking.check(run=run)
            if not asked.dry_run:
                writing.write(run=run)
                run.refresh_from_db(fields=["counts"])
            answer = _answer(run)
        transaction.set_rollback(asked.dry_run)
    return answer


def _receive(workspace: Workspace, asked: argparse.Namespace, data: bytes) -> ImportRun:
    try:
        run = uploads.receive(
            workspace=workspace, user=None, data=data, name=asked.file.name, sheet=asked.sheet
        )
    except UnreadableFile as unreadable:
        raise Unusable(f"{asked.file}: {unreadable}") from unreadable
    if Field.NAME.value not in run.mapping.values():
        raise Unusable(
            f"{asked.file}: geen kolom met de naam van de organisatie gevonden. Zet boven die"
            " kolom “Naam”."
        )
    return run


def _read(path: Path) -> bytes:
    try:
        check_length(path.stat().st_size, path.name)
        return path.read_bytes()
    except FileNotFoundError as missing:
        raise Unusable(f"{path}: dit bestand is er niet. Kijk de naam en de map na.") from missing
    except OSError as failed:
        raise Unusable(
            f"{path}: dit bestand is niet te lezen ({failed.strerror}). Is het wel een bestand,"
            " en mag u het lezen?"
        ) from failed
    except UnreadableFile as unreadable:
        raise Unusable(f"{path}: {unreadable}") from unreadable


def _workspace(slug: str) -> Workspace:
    workspaces = Workspace.objects.filter(archived_at=None)
    found = workspaces.filter(slug=slug).first()
    if found is None:
        known = ", ".join(workspaces.order_by("slug").values_list("slug", flat=True)[:30])
        way = f"Kies uit: {known}." if known else "Maak eerst een werkruimte."
        raise Unusable(f"--workspace {slug}: deze werkruimte is er niet. {way}")
    return found


def _answer(run: ImportRun) -> dict[str, Any]:
    counts = run.counts
    return {
        "rows": counts["rows"],
        "created": counts[RowAction.CREATE],
        "updated": counts[RowAction.UPDATE],
        "duplicates": counts[RowAction.MERGE],
        "unchanged": counts[RowAction.UNCHANGED],
        "skipped": counts[RowAction.SKIP],
        "rejected": [_rejected(row) for row in _rejected_rows(run)],
        "notes": run.head["notes"],
    }


def _rejected_rows(run: ImportRun) -> list[ImportRow]:
    rows = run.rows.filter(action=RowAction.REJECT).order_by("number")
    return list(rows.only("number", "problems", "reason"))


def _rejected(row: ImportRow) -> dict[str, Any]:
    """The column of the fault that the row fails on, and a sentence for it."""
    ends = [p for p in row.problems if p["severity"] == Severity.REJECT]
    column = ends[0]["column"] if ends else ""
    return {"row": row.number, "column": column, "message": row.reason}
