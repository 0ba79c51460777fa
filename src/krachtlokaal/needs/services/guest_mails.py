"""Mails to guests: queued in the outbox with the deed that causes them.

Who wants no mail of the workspace gets no invitation and no reminder. That a conversation moved or
does not go on is told to everybody who was asked: else she stands before a closed door.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from krachtlokaal.needs.models import Guest, RoundTable
from krachtlokaal.needs.queries import guest_words as words
from krachtlokaal.office import outbox
from krachtlokaal.register.queries.optouts import opted_out_among

ABOUT = outbox.forget_addresses("needs_guest")
INVITATION, ANSWER, REMINDER = words.INVITATION, "needs_answer", "needs_reminder"
MOVED, CALLED_OFF, PLACE_TAKEN = "needs_moved", "needs_called_off", "needs_in_your_place"


def invite(*, table: RoundTable, guests: Sequence[Guest]) -> int:
    return _post(INVITATION, table, willing(guests), unsubscribe=words.OPT_OUT, one_click=True)


def confirm(*, table: RoundTable, guest: Guest) -> int:
    """What she answered, black on white."""
    return _post(ANSWER, table, [guest])


def welcome(*, table: RoundTable, guest: Guest) -> int:
    """To who comes in somebody else's place."""
    return _post(PLACE_TAKEN, table, [guest])


def remind(*, table: RoundTable, guests: Sequence[Guest]) -> int:
    return _post(REMINDER, table, willing(guests), unsubscribe=words.OPT_OUT, one_click=True)


def tell_moved(*, table: RoundTable, guests: Sequence[Guest]) -> int:
    return _post(MOVED, table, guests)


def tell_called_off(*, table: RoundTable, guests: Sequence[Guest]) -> int:
    return _post(CALLED_OFF, table, guests)


def willing(guests: Sequence[Guest]) -> list[Guest]:
    """Those who may get a mail that nobody asked for. One query."""
    out = opted_out_among(one.email for one in guests)
    return [one for one in guests if one.email and one.email.lower() not in out]


def _post(template: str, table: RoundTable, guests: Iterable[Guest], **more: Any) -> int:  # noqa: ANN401 what the outbox knows
    posts = [
        outbox.Post(
            to=one.email,
            to_name=one.name,
            context=words.values(table, one) | {"link_to": words.PAGE} | more,
            link=one.link,
            language=one.language,
            about=(ABOUT, one.pk),
        )
        for one in guests
        if one.email and one.link is not None
    ]
    outbox.post_many(template, posts, workspace=table.workspace_id, batch=None)
    return len(posts)
