"""Combined figures as they were kept, and which organisations are due for new ones."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from krachtlokaal.surveys.enums import Answering, WaveState
from krachtlokaal.surveys.figures import holding
from krachtlokaal.surveys.models import Answer, AnswerDraft, Measurement, Snapshot, Wave
from krachtlokaal.surveys.queries.answers import Sent

ENOUGH = holding.ENOUGH
LOOKED_AT_AFTER_CLOSING = timedelta(days=2)


def latest(measurement: Measurement) -> Snapshot | None:
    """The snapshot that is shown now."""
    return Snapshot.objects.filter(measurement=measurement).order_by("-number").first()


def sent_count(measurement: Measurement) -> int:
    """How many answers of this organisation were sent."""
    drafts = AnswerDraft.objects.filter(invitation__measurement=measurement)
    moved = Answer.objects.filter(
        wave=measurement.wave_id, organisation=measurement.organisation_id
    )
    return moved.count() + drafts.exclude(answer_hash=None).count()


def changed(before: Iterable[str], now: Sequence[Sent]) -> int:
    """How many answers are new, changed or withdrawn since the marks `before`; never more than
    there really are."""
    return holding.changed(before, (one.mark for one in now))


def to_look_at(*, first_time: bool) -> list[Measurement]:
    """Organisations with enough answers in waves that may still change: without a snapshot, or all.
    Asks for the system scope."""
    waves = Wave.objects.filter(
        Q(state=WaveState.OPEN)
        | Q(state=WaveState.CLOSED, closed_at__gt=timezone.now() - LOOKED_AT_AFTER_CLOSING),
        answering=Answering.EACH,
    )
    rows = Measurement.objects.filter(wave__in=waves, deleted_on=None)
    if first_time:
        rows = rows.filter(snapshots=None)
    counts = _sent_counts(waves)
    return [
        row
        for row in rows.only("pk", "wave_id", "organisation_id", "workspace_id")
        if counts[row.wave_id, row.organisation_id] >= ENOUGH
    ]


def _sent_counts(waves: Iterable[Wave]) -> Counter[tuple[int, int]]:
    """Sent answers by wave and organisation."""
    drafts = AnswerDraft.objects.filter(invitation__wave__in=waves).exclude(answer_hash=None)
    found: Counter[tuple[int, int]] = Counter()
    for rows, wave in (
        (drafts, "invitation__wave_id"),
        (Answer.objects.filter(wave__in=waves), "wave_id"),
    ):
        groups = rows.values_list(wave, "organisation_id").annotate(number=Count("pk"))
        for number, organisation, count in groups:
            found[number, organisation] += count
    return found
