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
    """One sent answer; `mark` changes when it changes and names nobody. `owner` is the hash of its
    sender's secret, from which other marks are made; it is kept nowhere."""

    organisation: int
    content: Content
    mark: str
    owner: bytes = b""


def own_answer(measurement: Measurement, secret: str) -> Content | None:
    """The sent answer of the holder of this link, moved to the answers or not yet."""
    key = sealing.answer_hash(secret)
    if (row := own_row(measurement.wave_id, measurement.organisation_id, key)) is not None:
        return content_of(row)
    draft = AnswerDraft.objects.filter(answer_hash=key).first()
    return content_of(draft) if draft else None


def own_row(wave: int, organisation: int, key: bytes) -> Answer | None:
    """The moved answer whose sender has this answer hash. One query for all of the organisation:
    nothing in a row that the database could look up tells whose it is, and between two queries the
    clock may write them all anew."""
    rows = Answer.objects.filter(wave=wave, organisation=organisation)
    return next((row for row in rows if sealing.owner(row.owner) == key), None)


def owner_of(row: Answer | AnswerDraft) -> bytes:
    """The answer hash of the sender."""
    if isinstance(row, Answer):
        return sealing.owner(row.owner)
    return bytes(row.answer_hash or b"")


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


def counting(drafts: QuerySet[AnswerDraft]) -> QuerySet[AnswerDraft]:
    """Those that were sent, by somebody of whom it is sure that she belongs to the organisation."""
    return drafts.filter(invitation__is_verified=True).exclude(answer_hash=None)


def _sent(answers: QuerySet[Answer], drafts: QuerySet[AnswerDraft]) -> Iterator[Sent]:
    rows: list[Answer | AnswerDraft] = [*answers, *counting(drafts)]
    for row in rows:
        content, owner = content_of(row), owner_of(row)
        yield Sent(row.organisation_id, content, sealing.mark(content, owner), owner)
