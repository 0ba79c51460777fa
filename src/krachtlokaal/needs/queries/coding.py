"""The cards with what was made of them: for the report, the outcome and the export."""

import uuid
from collections import Counter
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from krachtlokaal.needs.enums import CardSource, CodingRound, SurveyState
from krachtlokaal.needs.models import Ballot, Card, Coding, NeedsSurvey


@dataclass(frozen=True)
class CodedCard:
    """One statement with the coding that counts. `table` is the title of its round table; None for
    an open answer. `question` is the number in the guide of its table, 0 for none."""

    key: uuid.UUID
    text: str
    theme: str
    kind: str
    tag: str
    dots: int
    table: str | None
    may_quote: bool
    question: int

    @property
    def is_answer(self) -> bool:
        return self.table is None


def countable(survey: NeedsSurvey) -> QuerySet[Card]:
    """Cards that say something and hold no names any more."""
    return Card.objects.filter(survey=survey, is_dropped=False, is_cleaned=True)


def twice_coded(survey: NeedsSurvey) -> Q:
    """Which cards two people code: none, those that were drawn, or all."""
    if not survey.codes_twice:
        return Q(pk__in=[])
    return Q() if survey.second_size is None else Q(is_drawn=True)


def waiting(survey: NeedsSurvey) -> Q:
    """Cards whose first coding stays unseen, because somebody is still to code them apart from it.
    When the report is fixed nobody is any more."""
    if survey.state == SurveyState.FINISHED:
        return Q(pk__in=[])
    second = Coding.objects.filter(card=OuterRef("pk"), round=CodingRound.SECOND)
    return twice_coded(survey) & ~Q(Exists(second))


def differing(survey: NeedsSurvey) -> QuerySet[Coding]:
    """Second codings that differ from the first, and about which nobody decided yet."""
    others = Coding.objects.filter(card=OuterRef("card"))
    same = others.filter(round=CodingRound.FIRST, theme=OuterRef("theme"), kind=OuterRef("kind"))
    rows = Coding.objects.filter(
        round=CodingRound.SECOND, card__survey=survey, card__is_dropped=False
    )
    return rows.exclude(Exists(same)).exclude(Exists(others.filter(round=CodingRound.SETTLED)))


def coded(survey: NeedsSurvey) -> list[CodedCard]:
    """Every card that was cleaned and coded, in a fixed order, with what was settled before what
    one person found. Those that wait for their second coder are left out. Three queries."""
    cards = countable(survey).exclude(waiting(survey)).select_related("table")
    dots = _dots(survey)
    found = {
        row.card_id: row
        for row in Coding.objects.filter(
            card__survey=survey, round__in=[CodingRound.FIRST, CodingRound.SETTLED]
        ).order_by("round")  # "first" comes before "settled", which takes its place
    }
    return [
        CodedCard(
            key=card.pk,
            text=card.text,
            theme=found[card.pk].theme_id,
            kind=found[card.pk].kind,
            tag=found[card.pk].tag,
            dots=card.stickers + card.counted + dots[str(card.pk)],
            table=card.table.title if card.table else None,
            may_quote=card.may_quote,
            question=card.question if card.source == CardSource.TABLE else 0,
        )
        for card in cards.order_by("source", "table__held_on", "table_id", "number", "id")
        if card.pk in found
    ]


def _dots(survey: NeedsSurvey) -> Counter[str]:
    """Dots given by telephone, by key of the card."""
    given: Counter[str] = Counter()
    for dots in Ballot.objects.filter(table__survey=survey).values_list("dots", flat=True):
        given.update({key: int(number) for key, number in dots.items()})
    return given
