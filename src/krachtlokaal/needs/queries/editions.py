"""What should be looked at before a version is fixed, and the files of a fixed one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from krachtlokaal.needs.enums import BlockKind, FileKind
from krachtlokaal.needs.models import Block, Edition, EditionFile, NeedsSurvey
from krachtlokaal.needs.outcome.model import from_cells
from krachtlokaal.needs.queries.outcome import KIND
from krachtlokaal.needs.queries.reports import open_comments
from krachtlokaal.needs.reports import marks, open_data
from krachtlokaal.needs.reports.material import Material
from krachtlokaal.office.models import Release
from krachtlokaal.publishing.documents import docx, pdf
from krachtlokaal.publishing.documents import open_data as packages
from krachtlokaal.publishing.documents.model import Document

CONTENT_TYPES = {
    FileKind.PDF: pdf.CONTENT_TYPE,
    FileKind.DOCX: docx.CONTENT_TYPE,
    FileKind.DATA: packages.CONTENT_TYPE,
}
# Blocks that say enough without words of one's own.
_SPEAK_THEMSELVES = {BlockKind.QUESTIONNAIRE}


@dataclass(frozen=True)
class Remark:
    """One thing to look at, and where. One that `stops` must be mended first."""

    text: str
    url: str
    stops: bool = False


def remarks(survey: NeedsSurvey, blocks: Sequence[Block], material: Material) -> list[Remark]:
    """All of it, what stops first. Hidden blocks do not count: nobody reads them."""
    shown = [block for block in blocks if not block.is_hidden]
    found = [
        *_about_survey(survey, shown),
        *(one for block in shown for one in _about_block(block, material)),
        *_about_actions(survey, material),
    ]
    if number := open_comments(survey):
        told = ngettext(
            "Er is nog %(number)s open opmerking. Opmerkingen komen niet in het rapport.",
            "Er zijn nog %(number)s open opmerkingen. Opmerkingen komen niet in het rapport.",
            number,
        )
        found.append(Remark(told % {"number": number}, reverse("needs:report", args=[survey.pk])))
    return sorted(found, key=lambda one: not one.stops)


def _about_survey(survey: NeedsSurvey, shown: Sequence[Block]) -> list[Remark]:
    found = []
    if not shown:
        told = _("Er staat niets in het rapport. Toon ten minste één deel.")
        found.append(Remark(told, reverse("needs:report", args=[survey.pk]), stops=True))
    if not survey.decided_by.strip():
        told = _("Er staat niet wie over het rapport besluit. Vul dat in bij de opzet.")
        url = reverse("needs:survey", args=[survey.pk])
        found.append(Remark(told, url, stops=True))
    return found


def _about_block(block: Block, material: Material) -> list[Remark]:
    url, name, found = reverse("needs:block", args=[block.pk]), {"name": str(block)}, []
    if marks.is_stale(block, material):
        told = _("„%(name)s”: de cijfers of citaten zijn veranderd sinds deze tekst. Lees het na.")
        found.append(Remark(told % name, url, stops=True))
    cards = [material.by_key.get(str(key)) for key in block.quotes]
    if any(card is None or not card.may_quote for card in cards):
        told = _("„%(name)s”: een citaat heeft geen toestemming meer. Kies een ander.")
        found.append(Remark(told % name, url, stops=True))
    if not block.text.strip() and block.kind not in _SPEAK_THEMSELVES:
        told = _("„%(name)s” heeft nog geen tekst.")
        found.append(Remark(told % name, url))
    return found


def _about_actions(survey: NeedsSurvey, material: Material) -> list[Remark]:
    url = reverse("needs:actions", args=[survey.pk])
    if not material.actions:
        return [Remark(_("Er zijn nog geen acties. Wat gaat er met dit rapport gebeuren?"), url)]
    found = []
    for action in material.actions:
        if not action.owner.strip():
            found.append(Remark(_("Actie „%s”: er staat niet wie het doet.") % action.text, url))
        if action.due_on is None:
            found.append(Remark(_("Actie „%s”: er staat geen dag bij.") % action.text, url))
    return found


def document_of(edition: Edition) -> Document:
    """What was fixed."""
    return Document.from_data(edition.content)


def file_of(edition: Edition, kind: FileKind) -> bytes | None:
    """As it was kept; made now where the job did not come to it yet. None: there is no such."""
    kept = EditionFile.objects.filter(edition=edition, kind=kind).first()
    return bytes(kept.data) if kept else made(edition, kind)


def made(edition: Edition, kind: FileKind) -> bytes | None:
    """The same bytes each time."""
    if kind == FileKind.DATA:
        release = release_of(edition)
        if release is None:
            return None
        outcome = from_cells(release.cells, release.version)
        return packages.write(open_data.package_of(edition, outcome))
    render = pdf.render if kind == FileKind.PDF else docx.render
    return render(document_of(edition))


def release_of(edition: Edition) -> Release | None:
    """The figures that an edition shows, as they left."""
    return Release.objects.filter(
        workspace_id=edition.workspace_id,
        kind=KIND,
        key=str(edition.survey_id),
        version=edition.release_version or 0,
    ).first()
