"""Coded cards as they may leave: cleaned, with permission, without who coded them."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from krachtlokaal.needs.enums import CardKind
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries.coding import CodedCard, coded
from krachtlokaal.publishing.tables import Cell, Column
from krachtlokaal.topics.vocabulary import themes


def leaving(survey: NeedsSurvey) -> list[CodedCard]:
    return [card for card in coded(survey) if card.may_quote]


def columns() -> list[Column]:
    return [
        Column(_("Uitspraak"), 60),
        Column(_("Thema"), 28),
        Column(_("Soort")),
        Column(_("Eigen label"), 20),
        Column(_("Stippen"), 10),
        Column(_("Bron"), 28),
        Column(_("Vraag van de tafel"), 12),
    ]


def rows(cards: Iterable[CodedCard]) -> Iterator[Sequence[Cell]]:
    names = {theme.key: str(theme) for theme in themes()}
    for card in cards:
        yield (
            card.text,
            names.get(card.theme, card.theme),
            str(CardKind(card.kind).label),
            card.tag,
            card.dots,
            card.table or _("Open antwoord"),
            card.question or None,
        )
