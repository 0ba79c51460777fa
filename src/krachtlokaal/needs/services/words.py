"""Open answers become cards: once, when all waves of a survey are closed, and apart from who wrote
them (docs/decisions/0012).

Every text is a card of its own, also those of one answer. All are written in one go, in random
order, with random keys and one moment; nothing in a card leads to an organisation or an answer.
"""

import random
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.needs.enums import CardSource
from krachtlokaal.needs.models import Card, NeedsSurvey
from krachtlokaal.needs.queries.places import places_of
from krachtlokaal.needs.queries.words import is_ready
from krachtlokaal.office import audit
from krachtlokaal.surveys.definition import Definition, QuestionKind
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.models import Measurement, Wave
from krachtlokaal.surveys.queries.answering import CONSENT
from krachtlokaal.surveys.queries.answers import sent_of_wave
from krachtlokaal.surveys.queries.definitions import of_version
from krachtlokaal.surveys.sealing import Content
from krachtlokaal.topics.vocabulary import theme_keys

MAY_QUOTE = f"{CONSENT}may_quote"
# Words of a wave with answers of fewer organisations are not read: one could guess whose they are.
ENOUGH = 5
_chance: random.Random = secrets.SystemRandom()


@dataclass(frozen=True)
class Said:
    """One open answer without who gave it."""

    text: str
    theme: str
    may_quote: bool


@transaction.atomic
def read_words(*, survey: int) -> int | None:
    """Make cards of the open answers; tells how many. None where that was done or can't be yet."""
    with guard.system("open answers become cards that nobody can lead back to an organisation"):
        row = NeedsSurvey.objects.select_for_update().get(pk=survey)
        if not is_ready(row):
            return None
        said = [one for wave in _waves(row) for one in _of_wave(row, wave)]
        _chance.shuffle(said)
        now = timezone.now()
        Card.objects.bulk_create([_card(row, one) for one in said], batch_size=500)
        Card.objects.filter(survey=row, source=CardSource.ANSWER).update(created_at=now)
        row.words_read_at = now
        row.save(update_fields=["words_read_at"])
        audit.record("needs.words_read", row, workspace=row.workspace_id)
    return len(said)


def _waves(survey: NeedsSurvey) -> list[Wave]:
    """Those that were held. Locked, for the clock may write their answers anew meanwhile."""
    rows = Wave.objects.filter(pk__in=survey.waves.values("wave_id"), state=WaveState.CLOSED)
    return list(rows.select_related("questionnaire_version").select_for_update(of=("self",)))


def _of_wave(survey: NeedsSurvey, wave: Wave) -> list[Said]:
    counting = _counting(survey, wave)
    sent = [one for one in sent_of_wave(wave) if one.organisation in counting]
    if len({one.organisation for one in sent}) < ENOUGH:
        return []
    asked = _asked(of_version(wave.questionnaire_version), wave.variant)
    return [said for one in sent for said in _said(one.content, asked)]


def _counting(survey: NeedsSurvey, wave: Wave) -> set[int]:
    """Organisations of the population whose answers count, and that did not ask to delete them."""
    rows = Measurement.objects.filter(wave=wave, deleted_on=None, deletion_asked_on=None)
    if not wave.is_needs_survey:
        rows = rows.filter(counts_in_area=True)
    counting = set(rows.values_list("organisation_id", flat=True))
    return counting & set(places_of(survey)) if survey.frozen_at else counting


def _asked(definition: Definition, variant: str) -> dict[str, str]:
    """Question → theme, or nothing, of what is asked in own words."""
    return {
        question.key: question.theme or page.theme
        for page in definition.pages_of(variant)
        for question in page.questions
        if question.kind == QuestionKind.TEXT
    }


def _said(content: Content, asked: dict[str, str]) -> Iterator[Said]:
    may_quote = content.get(MAY_QUOTE) is True
    for key, theme in asked.items():
        text = content.get(key)
        for part in _parts(text.strip() if isinstance(text, str) else ""):
            yield Said(part, theme if theme in theme_keys() else "", may_quote)


def _parts(text: str) -> Sequence[str]:
    """A text of more than fits on a card becomes several cards."""
    longest = Card._meta.get_field("text").max_length or len(text)
    return [text[start : start + longest] for start in range(0, len(text), longest)]


def _card(survey: NeedsSurvey, said: Said) -> Card:
    return Card(
        workspace_id=survey.workspace_id,
        survey=survey,
        source=CardSource.ANSWER,
        text=said.text,
        asked_theme_id=said.theme or None,
        may_quote=said.may_quote,
        is_cleaned=False,
    )
