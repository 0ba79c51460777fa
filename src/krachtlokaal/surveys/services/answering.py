"""Keep what somebody fills in, and take it in when she sends it.

Nothing here writes in the audit, and no log names anybody: see docs/decisions/0012. Every write
says which state it found, so that two devices, or the clock, never undo each other's work.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from krachtlokaal.core import guard
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.enums import Progress
from krachtlokaal.surveys.filling import Value, without_hidden
from krachtlokaal.surveys.models import Answer, AnswerDraft, Invitation, Measurement
from krachtlokaal.surveys.queries import answering as queries
from krachtlokaal.surveys.queries import answers
from krachtlokaal.surveys.queries.answering import Desk
from krachtlokaal.surveys.sealing import Content

_TRIES = 5
# Plain SQL: it is asked for with every page that is kept. PostgreSQL holds the scope.
_SAVE = """
UPDATE surveys_answerdraft
SET sealed = %s, answer_hash = coalesce(%s, answer_hash)
WHERE id = %s AND sealed = %s
"""
_BEFORE = (Progress.INVITED, Progress.REACHED)
Values = Mapping[str, Value | None]


class Shut(Exception):  # noqa: N818 it is an answer, not a fault
    """The wave takes no answers now: what was kept stays."""


class AlreadySent(Exception):  # noqa: N818 it is an answer, not a fault
    """Somebody else sent the one answer of this organisation."""


class NotReady(Exception):  # noqa: N818 it is an answer, not a fault
    """Something must be filled in first; the text says what."""


@dataclass(frozen=True)
class Kept:
    """What stands now. `held`: answers that another device gave later, and that stay."""

    content: Content
    held: dict[str, Any] = field(default_factory=dict)


def keep(*, desk: Desk, values: Values, seen: Values | None = None, late: bool = False) -> Kept:
    """Keep these answers; None takes one back, and what is not named stays.

    `seen` is what the page showed: what is still the same was not changed here, and is left to
    other devices. The last one to change an answer wins; one that comes `late`, from a device that
    had no connection, gives way to what another device changed meanwhile.
    """
    for _try in range(_TRIES):
        if not desk.takes_answers:
            raise Shut
        kept = _merged(desk.content, values, seen, late=late)
        if kept.content == desk.content or _write(desk, kept.content):
            return kept
        desk = _again(desk)
    raise Shut  # pragma: no cover - five other devices in a row were quicker


def _merged(content: Content, values: Values, seen: Values | None, *, late: bool) -> Kept:
    merged, held = dict(content), {}
    for key, value in values.items():
        stored = content.get(key)
        if seen is not None and value == seen.get(key) and not late:
            continue
        if late and seen is not None and stored not in (seen.get(key), value):
            held[key] = stored
            continue
        merged[key] = value
    return Kept({key: value for key, value in merged.items() if value is not None}, held)


def _write(desk: Desk, content: Content) -> bool:
    """False when the row is not as the desk found it."""
    if desk.draft is not None:
        return _write_draft(desk.draft, content)
    return _edit_sent(desk, content) if desk.is_sent else _begin(desk, content)


def _begin(desk: Desk, content: Content) -> bool:
    """The first answer. The invitation says so, and lets nobody else begin at the same time."""
    rows = Invitation.objects.filter(pk=desk.invitation.pk)
    if not rows.filter(progress__in=_BEFORE).update(progress=Progress.STARTED):
        rows.select_for_update().get()
        if AnswerDraft.objects.filter(invitation=desk.invitation.pk).exists():
            return False
    AnswerDraft.objects.create(
        workspace_id=desk.invitation.workspace_id,
        organisation_id=desk.invitation.organisation_id,
        invitation=desk.invitation,
        sealed=sealing.seal(content),
    )
    return True


def _write_draft(draft: AnswerDraft, content: Content, sent: bytes | None = None) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_SAVE, [sealing.seal(content), sent, draft.pk, bytes(draft.sealed)])
        return bool(cursor.rowcount)


def _edit_sent(desk: Desk, content: Content) -> bool:
    """Her answer among those of the wave; nothing is written at her invitation. The clock may have
    written it anew since the desk was read: under another seal."""
    row = desk.moved
    if row is None or row.sealed is None:
        return False
    owner = sealing.seal_owner(sealing.answer_hash(desk.secret))
    rows = Answer.objects.filter(pk=row.pk, sealed=row.sealed)
    return bool(rows.update(sealed=sealing.seal(content), owner=owner))


@transaction.atomic
def send_in(*, desk: Desk) -> None:
    """She sends her answer. Doing so once more changes nothing."""
    for _try in range(_TRIES):
        if desk.is_sent:
            return
        if not desk.takes_answers:
            raise Shut
        if desk.is_for_organisation:
            _refuse_second(desk)
        _refuse_unfinished(desk)
        if desk.draft is not None and _send(desk, desk.draft):
            return
        desk = _again(desk)
    raise Shut  # pragma: no cover - five other devices in a row were quicker


def _send(desk: Desk, draft: AnswerDraft) -> bool:
    content = without_hidden(desk.pages, desk.content)
    if not _write_draft(draft, content, sealing.answer_hash(desk.secret)):
        return False
    with guard.system("a link without a nonce has sent: its address can't be made again"):
        PersonalLink.objects.filter(pk=desk.invitation.link_id).update(nonce=None)
    return True


def _refuse_second(desk: Desk) -> None:
    """One answer counts for the organisation: the first that is sent."""
    Measurement.objects.select_for_update().get(pk=desk.measurement.pk)
    if has_answer(desk):
        raise AlreadySent


def has_answer(desk: Desk) -> bool:
    """Whether anybody of whom it is sure that she belongs to this organisation has sent."""
    drafts = AnswerDraft.objects.filter(invitation__measurement=desk.measurement.pk)
    moved = Answer.objects.filter(wave=desk.wave, organisation=desk.invitation.organisation_id)
    return answers.counting(drafts).exists() or moved.exists()


def _refuse_unfinished(desk: Desk) -> None:
    asked = {question.key for page in desk.pages for question in page.questions}
    if not asked & desk.content.keys():
        raise NotReady(_("U heeft nog niets ingevuld. Vul eerst iets in, en verstuur dan."))
    if queries.needed(desk):
        raise NotReady(_("Er is nog een vraag die wij echt nodig hebben. Zie hieronder."))


def _again(desk: Desk) -> Desk:
    """The desk as it is now: another device, or the clock, was here meanwhile."""
    now = queries.desk_of(desk.secret)
    if now is None:
        raise Shut
    return now
