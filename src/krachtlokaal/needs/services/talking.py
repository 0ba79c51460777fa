"""A table from talking to dots to done, and back when somebody pressed too early."""

import secrets

from django.db import IntegrityError, transaction
from django.utils import timezone

from krachtlokaal.needs.enums import TableState
from krachtlokaal.needs.links import DOTS, NOTES
from krachtlokaal.needs.models import RoundTable
from krachtlokaal.needs.queries import cards as queries
from krachtlokaal.office import audit, links

# Without signs that look alike on a screen at the other end of the room: 0 O, 1 I L, 2 Z, 5 S, 8 B.
ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"
SIGNS = 6
_TRIES = 5
# From which state to which, by the word on the button.
STEPS: dict[str, tuple[frozenset[str], str]] = {
    "begin": (frozenset({TableState.PLANNED}), TableState.TALKING),
    "dots": (frozenset({TableState.TALKING}), TableState.DOTS),
    "done": (frozenset({TableState.TALKING, TableState.DOTS}), TableState.DONE),
    "talk": (frozenset({TableState.DOTS, TableState.DONE}), TableState.TALKING),
}


class NotNow(Exception):  # noqa: N818 it is an answer, not a fault
    """The table is in a state in which this can't be done: somebody was first."""


@transaction.atomic
def step(*, table: RoundTable, name: str) -> RoundTable:
    """One step on, or back to the talk. Raises `NotNow`."""
    row = RoundTable.objects.select_for_update().get(pk=table.pk)
    before, after = STEPS[name]
    if row.state not in before or queries.is_fixed(row):
        raise NotNow
    row.state = after
    row.dots_code = ""
    row.closed_at = timezone.now() if after == TableState.DONE else None
    row.save(update_fields=["state", "dots_code", "closed_at"])
    if after == TableState.DOTS:
        _open_dots(row)
    audit.record(f"table.{name}", row)
    return row


def _open_dots(row: RoundTable) -> None:
    """A new code; the same link, so that a telephone keeps its own dots."""
    if row.dots_link is None or row.dots_link.revoked_at:
        row.dots_link = links.create(DOTS, workspace=row.workspace_id, object_id=row.pk)
        row.save(update_fields=["dots_link"])
    for _turn in range(_TRIES):
        row.dots_code = "".join(secrets.choice(ALPHABET) for _sign in range(SIGNS))
        try:
            with transaction.atomic():
                row.save(update_fields=["dots_code"])
        except IntegrityError:
            continue  # another table has this code now
        return
    raise NotNow


@transaction.atomic
def give_notes_link(*, table: RoundTable) -> RoundTable:
    """The address for note-takers; the one that is there stays."""
    row = RoundTable.objects.select_for_update().get(pk=table.pk)
    if row.notes_link is None or row.notes_link.revoked_at:
        row.notes_link = links.create(NOTES, workspace=row.workspace_id, object_id=row.pk)
        row.save(update_fields=["notes_link"])
        audit.record("table.notes_opened", row)
    return row


@transaction.atomic
def end_notes_link(*, table: RoundTable) -> None:
    """From now on nobody types by the address; devices keep what they did not send yet."""
    row = RoundTable.objects.select_for_update().get(pk=table.pk)
    if row.notes_link is None:
        return
    links.revoke(row.notes_link)
    row.notes_link = None
    row.save(update_fields=["notes_link"])
    audit.record("table.notes_ended", row)
