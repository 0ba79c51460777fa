"""What the columns of a list hold, as somebody confirmed it; remembered for the next list."""

from collections.abc import Mapping

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.accounts.models import User, Workspace
from krachtlokaal.office import audit, jobs
from krachtlokaal.office.models import Job
from krachtlokaal.register.enums import ImportState
from krachtlokaal.register.intake.cleaning import question_key
from krachtlokaal.register.intake.columns import heading_key
from krachtlokaal.register.models import (
    ImportRun,
    Municipality,
    RememberedColumn,
    RememberedPlace,
)
from krachtlokaal.register.services.imports import reading
from krachtlokaal.register.services.versions import ChangedMeanwhile

CHECK = "register.import.check"
RUN = "register.import.run"
UNDO = "register.import.undo"
# `checking` is among them: a check that failed may be begun again with other columns.
CHECKABLE = (ImportState.UPLOADED, ImportState.CHECKED, ImportState.CHECKING)


@transaction.atomic
def confirm(
    *,
    run: ImportRun,
    version: int,
    user: User | None,
    mapping: Mapping[str, str],
    overwrite: bool,
) -> Job:
    """Keep and remember the mapping, and have the list checked by it."""
    run = locked(run, version, *CHECKABLE)
    run.mapping, run.overwrite = dict(mapping), overwrite
    _remember_columns(run.workspace, mapping)
    audit.record("import.mapped", run)
    return _check(run, user)


@transaction.atomic
def choose_manner(*, run: ImportRun, version: int, user: User | None, overwrite: bool) -> Job:
    """Whether the list goes first or only fills gaps; the list is checked again."""
    run = locked(run, version, ImportState.CHECKED)
    run.overwrite = overwrite
    audit.record("import.manner_chosen", run, changes={"overwrite": [not overwrite, overwrite]})
    return _check(run, user)


@transaction.atomic
def answer(
    *, run: ImportRun, version: int, user: User | None, answers: Mapping[str, Municipality]
) -> Job:
    """Where villages lie that the map lacks: kept for later lists; this one is checked again."""
    run = locked(run, version, ImportState.CHECKED)
    for text, municipality in answers.items():
        RememberedPlace.objects.update_or_create(
            workspace=run.workspace,
            text=question_key(text)[:80],
            defaults={"municipality": municipality},
        )
    audit.record(
        "import.places_answered",
        run,
        changes={text: ["", str(municipality)] for text, municipality in answers.items()},
    )
    return _check(run, user)


def locked(run: ImportRun, version: int | None, *states: ImportState) -> ImportRun:
    """The run, locked; refused when a colleague changed it since the page was opened."""
    row = ImportRun.objects.select_for_update(of=("self",)).defer("file").get(pk=run.pk)
    if version is not None and (row.version != version or row.state not in states):
        raise ChangedMeanwhile(row)
    return row


def _check(run: ImportRun, user: User | None) -> Job:
    return begin(run, user, CHECK, ImportState.CHECKING, _("Lijst nakijken: %s"))


def begin(run: ImportRun, user: User | None, kind: str, state: ImportState, title: str) -> Job:
    """Start a job on a run; until it is ready the run's page shows how far it is."""
    job = jobs.start(
        kind,
        title=title % run.file_name,
        workspace=run.workspace_id,
        user=user.pk if user else None,
        arguments={"run": run.pk},
        result_url=reverse("register:import", args=[run.pk]),
    )
    run.state, run.job_id, run.version = state, job.pk, run.version + 1
    run.save(update_fields=["state", "job_id", "version", "mapping", "overwrite"])
    return job


def _remember_columns(workspace: Workspace, mapping: Mapping[str, str]) -> None:
    """By the heading as it looks to a reader, so that `E-mail secr.` is `email secr`."""
    RememberedColumn.objects.bulk_create(
        {
            heading_key(heading)[:160]: RememberedColumn(
                workspace=workspace, header=heading_key(heading)[:160], field=field
            )
            for heading, field in mapping.items()
            if not reading.is_own(heading)
        }.values(),
        update_conflicts=True,
        unique_fields=["workspace", "header"],
        update_fields=["field"],
    )
