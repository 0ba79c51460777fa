"""What the round tables said about a theme, beside its figures."""

from collections import Counter
from dataclasses import dataclass

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.needs.enums import CardKind
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries.coding import CodedCard, coded
from krachtlokaal.needs.reports.agreeing import FEWEST

SHOWN = 6


@dataclass(frozen=True)
class Card:
    """A statement as it was typed, with its kind in a word."""

    text: str
    kind: str
    table: str
    dots: int


@dataclass(frozen=True)
class Said:
    """The statements with most dots first; the others one click further. `number` is 0 where it
    would tell of a few that are not shown."""

    is_any: bool
    number: int
    kinds: list[tuple[str, int]]
    first: list[Card]
    others: list[Card]


def about(survey: NeedsSurvey, theme: str, access: Access) -> Said:
    """Cards of tables, and own words that may be quoted. Who only reads sees what may be quoted."""
    found = [card for card in coded(survey) if card.theme == theme]
    sees_all = access.may(Capability.WORK_NEEDS)
    told = [card for card in found if card.may_quote or (sees_all and not card.is_answer)]
    sees_each = len(told) == len(found)
    kinds = Counter(card.kind for card in found) if sees_each else Counter()
    cards = [_card(card) for card in sorted(told, key=lambda card: -card.dots)]
    return Said(
        is_any=bool(found),
        number=len(found) if sees_each or len(found) >= FEWEST else 0,
        kinds=[(str(kind.label), kinds[kind]) for kind in CardKind if kinds[kind]],
        first=cards[:SHOWN],
        others=cards[SHOWN:],
    )


def _card(card: CodedCard) -> Card:
    return Card(card.text, str(CardKind(card.kind).label), card.table or "", card.dots)
