"""Move what was sent away from who sent it (docs/decisions/0012). By the clock, for every wave.

Answers of one organisation in which each answers for herself are always written together, in
random order, with new keys and new seals: so neither the rows, nor what PostgreSQL knows of them,
nor two backups tell which answer came last, or which was changed.
"""

import random
import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.enums import Answering, Progress, WaveState
from krachtlokaal.surveys.models import Answer, AnswerDraft, Invitation, Wave
from krachtlokaal.surveys.queries import answers

RATERS = 4
# Whoever pressed the button in the last second of a wave has long been answered by then.
CLOSED_FOR = timedelta(minutes=2)
_TOLD_FOR = timedelta(days=7)
_AT_ONCE = 500
Source = tuple[type[Answer] | type[AnswerDraft], object]
_chance: random.Random = secrets.SystemRandom()
# Rows of an organisation that were not written together: somebody changed her answer.
_APART = """
SELECT organisation_id FROM surveys_answer WHERE wave_id = %s
GROUP BY organisation_id HAVING count(DISTINCT xmin::text) > 1
"""


def settle(now: datetime | None = None) -> None:
    """Every wave in which something was sent, or that was closed, each in its own transaction;
    then, apart from it, who took part."""
    now = now or timezone.now()
    with guard.system("the clock looks after the answers of every workspace"):
        waves = list(_unsettled(now).values_list("pk", flat=True))
    for wave in waves:
        with transaction.atomic(), guard.system("the clock writes the answers of a wave anew"):
            _settle(Wave.objects.select_for_update().get(pk=wave), now)
    with transaction.atomic(), guard.system("the clock tells for all at once who took part"):
        _tell_who_took_part(now)


def _unsettled(now: datetime) -> QuerySet[Wave]:
    sent = answers.counting(AnswerDraft.objects.filter(invitation__wave=OuterRef("pk")))
    running = Q(state=WaveState.OPEN)
    ended = Q(state=WaveState.CLOSED, settled_at=None, closed_at__lt=now - CLOSED_FOR)
    late = Q(state=WaveState.CLOSED, settled_at__isnull=False) & Exists(sent)
    return Wave.objects.filter(running | ended | late).order_by("pk")


def _settle(wave: Wave, now: datetime) -> None:
    is_over = wave.state == WaveState.CLOSED
    is_ending = is_over and wave.settled_at is None
    drafts = _ready(wave, is_over=is_over)
    anew = _answers_to_renew(wave, drafts, whole=is_ending)
    _write_together(wave, drafts, anew, in_the_open=is_over)
    if is_ending:
        Wave.objects.filter(pk=wave.pk).update(settled_at=now)


def _ready(wave: Wave, *, is_over: bool) -> list[tuple[int, int]]:
    """Sent drafts that may move, as (key, organisation): where each answers for herself only
    those of organisations with enough of them, as long as the wave runs. Somebody who came by the
    open link waits until she is known to belong there: later nobody could tell hers."""
    rows = answers.counting(AnswerDraft.objects.filter(invitation__wave=wave))
    sent = list(rows.select_for_update(of=("self",)).values_list("pk", "organisation_id"))
    if is_over or wave.answering == Answering.ORGANISATION:
        return sent
    moved = Answer.objects.filter(wave=wave).values_list("organisation_id", flat=True)
    number: dict[int, int] = {}
    for about in [*moved, *(organisation for _pk, organisation in sent)]:
        number[about] = number.get(about, 0) + 1
    return [(pk, about) for pk, about in sent if number[about] >= RATERS]


def _answers_to_renew(wave: Wave, drafts: list[tuple[int, int]], *, whole: bool) -> list[object]:
    """The keys of answers that are written anew together with the drafts."""
    rows = Answer.objects.filter(wave=wave)
    if not whole:
        touched = {organisation for _pk, organisation in drafts} | _written_apart(wave)
        rows = rows.filter(organisation__in=touched)
    return list(rows.select_for_update().values_list("pk", flat=True))


def _written_apart(wave: Wave) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(_APART, [wave.pk])
        return {row[0] for row in cursor.fetchall()}


def _write_together(
    wave: Wave, drafts: list[tuple[int, int]], anew: list[object], *, in_the_open: bool
) -> None:
    sources: list[Source] = [(AnswerDraft, pk) for pk, _about in drafts]
    sources += [(Answer, pk) for pk in anew]
    _chance.shuffle(sources)
    for start in range(0, len(sources), _AT_ONCE):
        some = _read(sources[start : start + _AT_ONCE])
        rows = [_anew(wave, row, in_the_open=in_the_open) for row in some]
        Answer.objects.bulk_create(rows)
    AnswerDraft.objects.filter(pk__in=[pk for pk, _about in drafts]).delete()
    Answer.objects.filter(pk__in=anew).delete()


def _read(sources: list[Source]) -> Iterator[Answer | AnswerDraft]:
    """The rows in the order of the sources."""
    found: dict[Source, Answer | AnswerDraft] = {
        (model, row.pk): row
        for model in (Answer, AnswerDraft)
        for row in model.objects.filter(pk__in=[pk for kind, pk in sources if kind is model])
    }
    return (found[source] for source in sources)


def _anew(wave: Wave, row: Answer | AnswerDraft, *, in_the_open: bool) -> Answer:
    content = answers.content_of(row)
    return Answer(
        workspace_id=row.workspace_id,
        organisation_id=row.organisation_id,
        wave=wave,
        owner=sealing.seal_owner(answers.owner_of(row)),
        sealed=None if in_the_open else sealing.seal(content),
        content=content if in_the_open else None,
    )


def _tell_who_took_part(now: datetime) -> None:
    """By the links that have sent, for all invitations of all these waves with one statement."""
    lately = Q(wave__state=WaveState.OPEN) | Q(wave__closed_at__gt=now - _TOLD_FOR)
    rows = Invitation.objects.filter(lately, link__nonce=None).exclude(progress=Progress.SENT)
    Invitation.objects.filter(pk__in=list(rows.values_list("pk", flat=True))).update(
        progress=Progress.SENT
    )
