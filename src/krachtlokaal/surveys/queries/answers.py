"""What was answered, unsealed: for the report of who answered, and for totals. Never for a page of
a member: row-level security opens these tables to links of the organisation and to the system.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.models import Answer, AnswerDraft, Measurement, Wave
from krachtlokaal.surveys.sealing import Content


@dataclass(frozen=True)
class Sent:
    """One sent answer; `mark` changes when it changes and names nobody."""

    organisation: int
    content: Content
    mark: str


def own_answer(secret: str) -> Content | None:
    """The sent answer of the holder of this link, moved to the answers or not yet."""
    key = sealing.answer_hash(secret)
    row: Answer | AnswerDraft | None = (
        Answer.objects.filter(answer_hash=key).first()
        or AnswerDraft.objects.filter(answer_hash=key).first()
    )
    return content_of(row) if row else None


def content_of(row: Answer | AnswerDraft) -> Content:
    if isinstance(row, Answer) and row.content is not None:
        content: Content = row.content
        return content
    return sealing.unseal(row.sealed or b"")


def sent_of_measurement(measurement: Measurement) -> list[Sent]:
    """All sent answers of one organisation in a wave, in no order that tells anything."""
    return sorted(
        _sent(
            Answer.objects.filter(
                wave=measurement.wave_id, organisation=measurement.organisation_id
            ),
            AnswerDraft.objects.filter(invitation__measurement=measurement),
        ),
        key=lambda sent: sent.mark,
    )


def sent_of_wave(wave: Wave) -> list[Sent]:
    """All sent answers of a wave; asks for the system scope around it."""
    return sorted(
        _sent(Answer.objects.filter(wave=wave), AnswerDraft.objects.filter(invitation__wave=wave)),
        key=lambda sent: sent.mark,
    )


def _sent(answers: QuerySet[Answer], drafts: QuerySet[AnswerDraft]) -> Iterator[Sent]:
    rows: list[Answer | AnswerDraft] = [*answers, *drafts.exclude(answer_hash=None)]
    for row in rows:
        content = content_of(row)
        mark = sealing.mark(content, bytes(row.answer_hash or b""))
        yield Sent(row.organisation_id, content, mark)
