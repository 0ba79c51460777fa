"""The report in writing as its pages ask for it: blocks, remarks beside them, who is where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, F, QuerySet
from django.utils import timezone

from krachtlokaal.needs.models import Block, Comment, Edition, NeedsSurvey
from krachtlokaal.office import audit
from krachtlokaal.office.models import Draft

HERE = timedelta(seconds=60)  # a page says every 20 seconds that it is open


@dataclass(frozen=True)
class Beside:
    """What stands beside a block: open remarks, a colleague who is in it, a text of one's own."""

    comments: int = 0
    colleague: str = ""
    has_draft: bool = False


def blocks_of(survey: NeedsSurvey) -> QuerySet[Block]:
    return Block.objects.filter(survey=survey).select_related("theme")


def beside(survey: NeedsSurvey, blocks: Sequence[Block]) -> dict[int, Beside]:
    """By key of the block. Two queries, whatever the number of blocks."""
    open_ones = Comment.objects.filter(block__survey=survey, settled_at=None).order_by()
    counts = dict(open_ones.values("block_id").annotate(n=Count("pk")).values_list("block_id", "n"))
    mine = my_drafts()
    return {
        row.pk: Beside(counts.get(row.pk, 0), colleague_in(row), row.pk in mine) for row in blocks
    }


def colleague_in(block: Block) -> str:
    """Who else has it open now; empty for nobody."""
    is_recent = block.open_at is not None and block.open_at > timezone.now() - HERE
    is_me = block.open_by == audit.current_actor().name[:160]
    return block.open_by if is_recent and not is_me else ""


def my_drafts() -> set[int]:
    """Blocks of which somebody typed a text that is not saved yet."""
    actor = audit.current_actor()
    rows = Draft.objects.filter(
        workspace_id=actor.workspace or 0, user_id=actor.id or 0, form__startswith="needs.block."
    )
    keys = (name.rpartition(".")[2] for name in rows.values_list("form", flat=True))
    return {int(key) for key in keys if key.isascii() and key.isdigit()}


def comments_of(block: Block) -> QuerySet[Comment]:
    """The open ones first, each group in the order in which they were made."""
    return Comment.objects.filter(block=block).order_by(F("settled_at").asc(nulls_first=True), "id")


def open_comments(survey: NeedsSurvey) -> int:
    return Comment.objects.filter(block__survey=survey, settled_at=None).count()


def editions_of(survey: NeedsSurvey) -> QuerySet[Edition]:
    """The newest first, without their content."""
    return Edition.objects.filter(survey=survey).defer("content").select_related("link")
