"""Fix a version of the report: it stays as it is for ever, and gets an address of its own."""

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils import timezone, translation

from krachtlokaal.core.templatetags.kl import day
from krachtlokaal.needs import links as purposes
from krachtlokaal.needs.enums import FileKind, SurveyState
from krachtlokaal.needs.models import Edition, EditionFile, NeedsSurvey
from krachtlokaal.needs.outcome.model import Outcome
from krachtlokaal.needs.queries import editions as queries
from krachtlokaal.needs.queries.reports import blocks_of
from krachtlokaal.needs.reports import agreeing, assembling, comparing
from krachtlokaal.needs.reports.material import LANGUAGE, Material, material_of
from krachtlokaal.needs.services import guests
from krachtlokaal.office import audit, jobs, links, releases
from krachtlokaal.publishing.documents.model import Document

KIND = "needs.report"
FILES = "needs.report_files"


class NotNow(Exception):  # noqa: N818 it is an answer, not a fault
    """A colleague fixed a version meanwhile, or something must be mended first."""


@transaction.atomic
def fix(*, survey: NeedsSurvey, title: str, after: int, user: int | None) -> Edition:
    """The report as it is now becomes version `after` + 1, with a link, and its files as a job.

    Names of guests are wiped: nobody needs them any more. Refuses where a colleague fixed a version
    since the page was opened, or where something stops it.
    """
    row = NeedsSurvey.objects.select_for_update(of=("self",)).select_related("workspace")
    locked = row.get(pk=survey.pk)
    before = Edition.objects.filter(survey=locked).first()
    number = (before.number if before else 0) + 1
    blocks, material = list(blocks_of(locked)), material_of(locked)
    if number != after + 1 or any(one.stops for one in queries.remarks(locked, blocks, material)):
        raise NotNow
    document = assembling.document_of(
        locked, blocks=blocks, material=material, title=title, details=_details(number)
    )
    made = _kept(locked, _with_change(document, before), material, number)
    publish(made, material)
    jobs.start(
        FILES,
        title=f"{made.title}: PDF, Word en open data",
        workspace=made.workspace_id,
        user=user,
        arguments={"edition": made.pk},
    )
    _finish(locked)
    audit.record("edition.fixed", made, workspace=made.workspace_id)
    return made


@transaction.atomic
def make_files(*, edition: Edition, kind: FileKind) -> bool:
    """Keep a file of an edition; False where there is nothing to put in it."""
    data = queries.made(edition, kind)
    if data is None:
        return False
    values = {"workspace_id": edition.workspace_id, "data": data}
    EditionFile.objects.get_or_create(edition=edition, kind=kind, defaults=values)
    audit.record("edition.files_made", edition, workspace=edition.workspace_id)
    return True


@transaction.atomic
def renew_link(*, edition: Edition) -> None:
    """A new address; the old one answers as if it never existed."""
    _revoke(edition)
    _give_link(edition)
    audit.record("edition.link_made", edition, workspace=edition.workspace_id)


@transaction.atomic
def end_link(*, edition: Edition) -> None:
    """Nobody outside reads it any more."""
    _revoke(edition)
    audit.record("edition.link_ended", edition, workspace=edition.workspace_id)


def _details(number: int) -> list[str]:
    with translation.override(LANGUAGE):
        return [f"Versie {number}, vastgesteld op {day(timezone.localdate())}"]


def _with_change(document: Document, before: Edition | None) -> Document:
    """Its first page says what is other than in the version before."""
    if before is None:
        return document
    told = comparing.changed(queries.document_of(before), document, before.number)
    return replace(document, details=(*document.details, told))


def _kept(survey: NeedsSurvey, document: Document, material: Material, number: int) -> Edition:
    outcome = material.outcome
    return Edition.objects.create(
        workspace_id=survey.workspace_id,
        survey=survey,
        number=number,
        title=document.title[:160],
        fixed_on=timezone.localdate(),
        fixed_by=audit.current_actor().name[:160],
        content=document.to_data(),
        release_version=outcome.version if outcome else None,
    )


def publish(edition: Edition, material: Material) -> None:
    """Into the ledger, and on an address of its own."""
    _give_link(edition)
    hidden = len(material.outcome.hidden()) if material.outcome else 0
    releases.record(
        KIND,
        str(edition.survey_id),
        _cells(edition, material.outcome, material),
        workspace=edition.workspace_id,
        hidden=hidden,
        label=str(edition),
    )


def _cells(edition: Edition, outcome: Outcome | None, material: Material) -> dict[str, Any]:
    """Which figures it shows, and what it says of the round tables."""
    said = {
        f"statements/{key}": n if n >= agreeing.FEWEST else None
        for key in material.order
        for n in [sum(not card.is_answer for card in material.cards_of(key))]
    }
    shown = outcome.version if outcome else None
    return {"edition": edition.number, "outcome": shown, **said}


def _give_link(edition: Edition) -> None:
    edition.link = links.create(
        purposes.REPORT, workspace=edition.workspace_id, object_id=edition.pk
    )
    edition.save(update_fields=["link"])


def _revoke(edition: Edition) -> None:
    if edition.link:
        links.revoke(edition.link)
        edition.link.revoked_at = timezone.now()


def _finish(survey: NeedsSurvey) -> None:
    if survey.state != SurveyState.FINISHED:
        survey.state = SurveyState.FINISHED
        survey.finished_at = timezone.now()
        survey.save(update_fields=["state", "finished_at"])
    guests.wipe_names(survey=survey)
