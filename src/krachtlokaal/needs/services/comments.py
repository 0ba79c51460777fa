"""Remarks beside a block, for colleagues: they never get into what readers see."""

from django.db import transaction
from django.utils import timezone

from krachtlokaal.needs.models import Block, Comment
from krachtlokaal.office import audit


@transaction.atomic
def add(*, block: Block, text: str) -> Comment:
    actor = audit.current_actor()
    made = Comment.objects.create(
        workspace_id=block.workspace_id,
        block=block,
        text=text,
        author_name=actor.name[:160],
        author_id=actor.id,
    )
    audit.record("comment.made", block, workspace=block.workspace_id)
    return made


@transaction.atomic
def settle(*, comment: Comment) -> None:
    """Done with; who did it stays beside it. A second time changes nothing."""
    row = Comment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    if row.settled_at:
        return
    row.settled_at, row.settled_by = timezone.now(), audit.current_actor().name[:160]
    row.save(update_fields=["settled_at", "settled_by"])
    audit.record("comment.settled", comment.block, workspace=row.workspace_id)
