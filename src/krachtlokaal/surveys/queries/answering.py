"""What stands behind the link of somebody who answers: one query for everything a page needs."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.surveys import sealing
from krachtlokaal.surveys.definition import Definition, Page, Question, QuestionKind
from krachtlokaal.surveys.enums import Answering, WaveState
from krachtlokaal.surveys.links import ANSWER
from krachtlokaal.surveys.models import Answer, AnswerDraft, Invitation, Measurement, Wave
from krachtlokaal.surveys.queries import answers, definitions
from krachtlokaal.surveys.queries.desk_rows import invitation_at
from krachtlokaal.surveys.queries.waves import is_open
from krachtlokaal.surveys.sealing import Content

# The page with what is asked of the person herself.
PERSON = "u"
CONSENT = "consent."


class Moment(StrEnum):
    """Whether this wave takes answers now, and why not."""

    OPEN = "open"
    EARLY = "early"
    CLOSED = "closed"
    CALLED_OFF = "called_off"


@dataclass(frozen=True)
class Desk:
    """A person at her questionnaire. `content` is what she filled in so far, or sent."""

    secret: str
    invitation: Invitation
    content: Content
    # Where it stands; none before the first answer, and none when it was moved to the answers.
    draft: AnswerDraft | None
    moved: Answer | None = None

    @property
    def wave(self) -> Wave:
        return self.invitation.wave

    @property
    def measurement(self) -> Measurement:
        return self.invitation.measurement

    @property
    def is_sent(self) -> bool:
        return self.invitation.link.nonce is None

    @property
    def is_for_organisation(self) -> bool:
        """She answers for the organisation; else for herself."""
        return self.wave.answering == Answering.ORGANISATION

    @property
    def box(self) -> str:
        """The name under which a device keeps what it could not send: no secret, and always the
        same for this link."""
        return hashlib.sha256(b"box|" + self.secret.encode()).hexdigest()[:16]

    @cached_property
    def definition(self) -> Definition:
        return definitions.of_published(self.wave.questionnaire_version_id)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return self.definition.pages_of(self.wave.variant)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question that may be answered here, by its key."""
        return asked(self.wave.questionnaire_version_id, self.wave.variant, self.definition)

    @property
    def moment(self) -> Moment:
        return moment_of(self.wave, timezone.localdate())

    @property
    def is_deleted(self) -> bool:
        """She took her answer back, or the result of the organisation was deleted: for good."""
        is_gone = self.is_sent and self.draft is None and self.moved is None
        return is_gone or self.measurement.deleted_on is not None

    @property
    def takes_answers(self) -> bool:
        return self.moment == Moment.OPEN and not self.is_deleted


_asked: dict[tuple[int, str], Mapping[str, Question]] = {}


def asked(version: int, variant: str, definition: Definition) -> Mapping[str, Question]:
    """The questions of a form of a published version, which never changes."""
    key = (version, variant)
    if key not in _asked:
        pages = definition.pages_of(variant)
        rows = [*definition.respondent_questions, *(q for page in pages for q in page.questions)]
        _asked[key] = {question.key: question for question in rows}
    return _asked[key]


def moment_of(wave: Wave, today: date) -> Moment:
    if wave.state == WaveState.CALLED_OFF:
        return Moment.CALLED_OFF
    if is_open(wave, today) and wave.settled_at is None:
        return Moment.OPEN
    has_ended = wave.state == WaveState.CLOSED or (
        wave.closes_on is not None and wave.closes_on < today
    )
    return Moment.CLOSED if has_ended else Moment.EARLY


@dataclass(frozen=True)
class Found:
    """What a secret opens, before anything is read in its scope."""

    secret: str
    invitation: Invitation
    draft: AnswerDraft | None


def found_by(secret: str) -> Found | None:
    """What this secret opens, if its link still holds. PostgreSQL enters the scope of its
    organisation in the same statement: what follows stands in `guard.entered`."""
    secret = links.as_written(ANSWER, secret)
    found = invitation_at(links.hashed(secret))
    return Found(secret, *found) if found else None


def desk_at(found: Found) -> Desk:
    """Two queries where the answer moved, else none."""
    secret, invitation, draft = found.secret, found.invitation, found.draft
    if draft is not None:
        return Desk(secret, invitation, sealing.unseal(draft.sealed), draft)
    if invitation.link.nonce is not None:
        return Desk(secret, invitation, {}, None)
    key = sealing.answer_hash(secret)
    moved = answers.own_row(invitation.wave_id, invitation.organisation_id, key)
    content = answers.content_of(moved) if moved else {}
    return Desk(secret, invitation, content, None, moved)


def desk_of(secret: str) -> Desk | None:
    """The desk that this secret opens, wherever one is; the scope that holds stays."""
    found = found_by(secret)
    if found is None:
        return None
    about = found.invitation
    with guard.entered(workspace=about.workspace_id, organisation=about.organisation_id):
        desk = desk_at(found)
    guard.tell_database(guard.current())
    return desk


@dataclass(frozen=True)
class Open:
    """A page with questions that were skipped."""

    key: str
    title: str
    number: int
    keys: tuple[str, ...]


def left_open(desk: Desk, language: str) -> list[Open]:
    """The pages on which something that is asked was not answered; words are never missed."""
    found = []
    for page in desk.pages:
        keys = tuple(
            question.key
            for question in page.questions
            if question.kind != QuestionKind.TEXT
            and question.key not in desk.content
            and (question.shown_if is None or question.shown_if.holds(desk.content))
        )
        if keys:
            found.append(Open(page.key, page.title.into(language), len(keys), keys))
    return found


def needed(desk: Desk) -> list[Question]:
    """Questions without which an answer can't be sent."""
    return [
        question
        for question in desk.questions.values()
        if question.is_required and question.key not in desk.content
    ]
