"""Say of a card what it is about: first, second without seeing the first, or decided together."""

import uuid
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.needs.enums import CardSource, CodingRound, SurveyState
from krachtlokaal.needs.models import Card, Coding, NeedsSurvey
from krachtlokaal.needs.queries.coding_desk import Line, one
from krachtlokaal.office import audit


class CannotDo(Exception):  # noqa: N818 it is an answer, not a fault
    """Why a card can't be saved like this; the sentence says how to go on."""


@dataclass(frozen=True)
class Seen:
    """What she saw when she began: the version of the card, which round, the coding in it."""

    card: int
    round: str
    coding: int


@dataclass(frozen=True)
class Made:
    """What she makes of a card."""

    theme: str
    kind: str
    tag: str = ""


@transaction.atomic
def code(
    *,
    access: Access,
    survey: NeedsSurvey,
    card: uuid.UUID,
    seen: Seen,
    made: Made,
    text: str | None = None,
    may_quote: bool | None = None,
) -> Coding:
    """Keep the coding, and with it the cleaned `text` of an answer or the permission of a table's
    card. Which round it is follows from the card; refuses where a colleague was first."""
    line = _locked(access, survey, card, seen)
    _change_card(line.card, text=text, may_quote=may_quote)
    coding, _is_new = Coding.objects.update_or_create(
        card=line.card,
        round=line.round,
        defaults={
            "workspace_id": line.card.workspace_id,
            "theme_id": made.theme,
            "kind": made.kind,
            "tag": made.tag,
            "coder_id": access.user.pk,
            "coder_name": str(access.user),
            "version": line.seen + 1,
        },
    )
    audit.record("needs.card_coded", survey)
    return coding


@transaction.atomic
def clean(
    *, access: Access, survey: NeedsSurvey, card: uuid.UUID, seen: Seen, text: str, done: bool
) -> Card:
    """Another text for an answer; `done` says that it holds no names. The old text is gone."""
    line = _locked(access, survey, card, seen)
    line.card.text, line.card.is_cleaned = text, done
    _save(line.card)
    audit.record("needs.card_cleaned", survey)
    return line.card


@transaction.atomic
def drop(
    *, access: Access, survey: NeedsSurvey, card: uuid.UUID, seen: Seen, dropped: bool
) -> Card:
    """Put a card away that says nothing, or take it back."""
    line = _locked(access, survey, card, seen)
    line.card.is_dropped = dropped
    _save(line.card)
    audit.record("needs.card_dropped" if dropped else "needs.card_taken_back", survey)
    return line.card


def _change_card(card: Card, *, text: str | None, may_quote: bool | None) -> None:
    before = (card.text, card.may_quote, card.is_cleaned)
    if card.source == CardSource.ANSWER and text is not None:
        card.text, card.is_cleaned = text, True
    if card.source == CardSource.TABLE and may_quote is not None:
        card.may_quote = may_quote
    if (card.text, card.may_quote, card.is_cleaned) != before:
        _save(card)


def _save(card: Card) -> None:
    card.version += 1
    card.save(update_fields=["text", "may_quote", "is_cleaned", "is_dropped", "version"])


def _locked(access: Access, survey: NeedsSurvey, card: uuid.UUID, seen: Seen) -> Line:
    if survey.state == SurveyState.FINISHED:
        raise CannotDo(_("Het rapport is vastgesteld. De kaartjes veranderen niet meer."))
    Card.objects.select_for_update().get(survey=survey, pk=card)
    line = one(survey, access.user.pk, card)
    if line is None or line.card.version != seen.card:
        raise CannotDo(
            _("Een collega wijzigde dit kaartje net. Lees het nog een keer en bewaar opnieuw.")
        )
    if (line.round, line.seen) != (seen.round, seen.coding):
        raise CannotDo(_was_first(line))
    return line


def _was_first(line: Line) -> str:
    if line.round == CodingRound.SECOND:
        return _(
            "Een collega codeerde dit kaartje net. Bewaart u nog een keer, dan telt uw keuze als"
            " tweede codering."
        )
    return _("Een collega codeerde dit kaartje net. Klopt uw keuze nog? Bewaar dan opnieuw.")


def note_export(*, survey: NeedsSurvey, count: int) -> None:
    """Cards that may be quoted left as a file."""
    audit.record("needs.cards_exported", survey, label=f"{survey.title} ({count})")
