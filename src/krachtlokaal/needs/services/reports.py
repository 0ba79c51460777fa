"""The report in writing: begun, written, shown or hidden, put in order.

Where a block stands and whether it is shown has nothing to do with its words: only words are
checked against a colleague's, so that moving a chapter never stops who writes in it.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.needs.enums import BlockKind
from krachtlokaal.needs.models import Block, NeedsSurvey
from krachtlokaal.needs.reports import proposing
from krachtlokaal.needs.reports.material import Material
from krachtlokaal.office import audit, drafts
from krachtlokaal.register.services.versions import ChangedMeanwhile


@dataclass(frozen=True)
class Words:
    """What somebody writes in a block. `mark` is what the figures were that she had beside it."""

    title: str
    text: str
    quotes: Sequence[uuid.UUID]
    mark: str


@transaction.atomic
def begin(*, survey: NeedsSurvey, material: Material) -> int:
    """The usual blocks with a proposal for each text. Begun twice is begun once."""
    NeedsSurvey.objects.select_for_update().get(pk=survey.pk)
    if Block.objects.filter(survey=survey).exists():
        return 0
    made = Block.objects.bulk_create(proposing.usual_blocks(survey, material))
    audit.record("report.begun", survey)
    return len(made)


@transaction.atomic
def write(*, block: Block, version: int, words: Words) -> Block:
    """Save the words of one block; refuses when a colleague saved others since `version`."""
    row = _locked(block)
    is_same = (row.title, row.text, row.quotes) == (words.title, words.text, list(words.quotes))
    if row.version != version and not is_same:
        raise ChangedMeanwhile(row)
    row.title, row.text, row.quotes = words.title, words.text, list(words.quotes)
    row.data_mark = words.mark
    if not is_same:
        row.version += 1
        row.changed_by, row.changed_at = audit.current_actor().name[:160], timezone.now()
        audit.record("report.written", row, workspace=row.workspace_id)
    _leave(row)
    row.save()
    drafts.forget(draft_name(row))
    return row


@transaction.atomic
def put_instead(*, block: Block, version: int, words: Words) -> Block:
    """Save words over those of a colleague, who was seen. Hers stay in the log, word for word."""
    before = _locked(block)
    if before.version != version:
        raise ChangedMeanwhile(before)
    audit.record(
        "report.replaced",
        before,
        changes={"text": [before.text, words.text]},
        workspace=before.workspace_id,
    )
    return write(block=block, version=version, words=words)


@transaction.atomic
def let_be(*, block: Block) -> Block:
    """The colleague's words stay; one's own go."""
    row = _locked(block)
    _leave(row)
    row.save(update_fields=["open_by", "open_at"])
    audit.record("report.left", row, workspace=row.workspace_id)
    drafts.forget(draft_name(row))
    return row


@transaction.atomic
def read_again(*, block: Block, mark: str) -> None:
    """The words still fit the figures that stand beside them now."""
    row = _locked(block)
    row.data_mark = mark
    row.save(update_fields=["data_mark"])
    audit.record("report.read_again", row, workspace=row.workspace_id)


@transaction.atomic
def show(*, block: Block, is_hidden: bool) -> None:
    row = _locked(block)
    row.is_hidden = is_hidden
    row.save(update_fields=["is_hidden"])
    verb = "report.hidden" if is_hidden else "report.shown"
    audit.record(verb, row, workspace=row.workspace_id)


@transaction.atomic
def move(*, block: Block, steps: int) -> None:
    """Up (-1) or down (1); at the end nothing happens. Who changes the order holds the survey: two
    who lock its blocks one by one could each wait for the other."""
    NeedsSurvey.objects.select_for_update(no_key=True).get(pk=block.survey_id)
    rows = list(Block.objects.select_for_update().filter(survey=block.survey_id))
    at = next((number for number, row in enumerate(rows) if row.pk == block.pk), None)
    if at is None or not 0 <= at + steps < len(rows):
        return
    rows.insert(at + steps, rows.pop(at))
    for number, row in enumerate(rows, start=1):
        row.position = number
    Block.objects.bulk_update(rows, ["position"])
    audit.record("report.moved", block, workspace=block.workspace_id)


@transaction.atomic
def add(*, survey: NeedsSurvey, after: Block | None) -> Block:
    """A block of one's own text, behind another one or at the end."""
    NeedsSurvey.objects.select_for_update().get(pk=survey.pk)
    rows = Block.objects.filter(survey=survey)
    last = rows.aggregate(last=Max("position"))["last"] or 0
    place = after.position + 1 if after else last + 1
    rows.filter(position__gte=place).update(position=F("position") + 1)
    made = Block.objects.create(
        workspace_id=survey.workspace_id,
        survey=survey,
        kind=BlockKind.TEXT,
        position=place,
        title=_("Eigen tekst"),
    )
    audit.record("report.added", made, workspace=survey.workspace_id)
    return made


@transaction.atomic
def remove(*, block: Block) -> None:
    """Only a text of one's own goes; the other blocks can be hidden. Its words stay in the log."""
    row = _locked(block)
    if row.kind != BlockKind.TEXT:
        raise ValueError("Only blocks of own text can be removed.")
    audit.record(
        "report.removed", row, changes={"text": [row.text, ""]}, workspace=row.workspace_id
    )
    row.delete()


def be_here(*, block: Block) -> None:
    """She has the block open now. Advice to a colleague: recorded nowhere, stops nobody."""
    name = audit.current_actor().name[:160]
    Block.objects.filter(pk=block.pk).update(open_by=name, open_at=timezone.now())


def draft_name(block: Block) -> str:
    """Under which name the page keeps what is being typed."""
    return f"needs.block.{block.pk}"


def _leave(row: Block) -> None:
    if row.open_by == audit.current_actor().name[:160]:
        row.open_by, row.open_at = "", None


def _locked(block: Block) -> Block:
    return Block.objects.select_for_update(of=("self",)).select_related("theme").get(pk=block.pk)
