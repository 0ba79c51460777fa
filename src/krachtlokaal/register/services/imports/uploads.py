"""Take a list in: it is read at once, so that a broken file is refused before it is kept."""

from typing import Any

from django.db import transaction

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.office import audit
from krachtlokaal.register.enums import ImportState
from krachtlokaal.register.intake.files import Table
from krachtlokaal.register.models import ImportRun
from krachtlokaal.register.services.imports import reading
from krachtlokaal.register.services.imports.mapping import locked

_SAMPLE = 200
_LONGEST_SHOWN_CELL = 200
NOT_IMPORTED = (ImportState.UPLOADED, ImportState.CHECKING, ImportState.CHECKED)


@transaction.atomic
def receive(
    *, workspace: Workspace, user: User | None, data: bytes, name: str, sheet: str = ""
) -> ImportRun:
    """Keep a list with the mapping that is proposed for it; raises UnreadableFile."""
    remembered = reading.remembered_columns(workspace)
    table = reading.table_of(data, name, sheet, remembered)
    run = ImportRun.objects.create(
        workspace=workspace,
        made_by=user,
        file_name=_short(name),
        file=data,
        sheet=table.sheet or "",
        head=_head(table),
        mapping=_proposed(table, run_columns=remembered),
    )
    audit.record("import.received", run)
    return run


@transaction.atomic
def choose_sheet(*, run: ImportRun, version: int, sheet: str) -> ImportRun:
    """Another sheet of the same file; raises UnreadableFile and then changes nothing."""
    run = locked(run, version, ImportState.UPLOADED, ImportState.CHECKED)
    remembered = reading.remembered_columns(run.workspace)
    table = reading.table_of(bytes(run.file), run.file_name, sheet, remembered)
    run.sheet, run.head = table.sheet or "", _head(table)
    run.mapping = _proposed(table, run_columns=remembered)
    run.state, run.version = ImportState.UPLOADED, run.version + 1
    run.save(update_fields=["sheet", "head", "mapping", "state", "version"])
    audit.record("import.sheet_chosen", run, changes={"blad": ["", run.sheet]})
    return run


@transaction.atomic
def discard(*, run: ImportRun, version: int) -> None:
    """A list that nobody imported goes, with all that was found out about it."""
    run = locked(run, version, *NOT_IMPORTED)
    audit.record("import.discarded", run)
    run.rows.all().delete()
    run.delete()


def _proposed(table: Table, *, run_columns: dict[str, Any]) -> dict[str, str]:
    sample = [row.cells for row in table.rows[:_SAMPLE]]
    proposals = reading.proposals(table.header, sample, run_columns)
    return {each.column: each.field.value if each.field else "" for each in proposals}


def _head(table: Table) -> dict[str, Any]:
    return {
        "header": table.header,
        "sample": [
            [cell[:_LONGEST_SHOWN_CELL] for cell in row.cells] for row in table.rows[:_SAMPLE]
        ],
        "sheets": table.sheets,
        "notes": [str(note) for note in table.notes],
        "rows": len(table.rows),
    }


def _short(name: str) -> str:
    """A file name without folders, with its ending, in the room that there is."""
    bare = name.replace("\\", "/").rsplit("/", 1)[-1].strip() or "lijst"
    return bare if len(bare) <= 160 else f"{bare[:150]}{bare[-10:]}"
