"""Cards on which two coders differ, both codings beside each other."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from krachtlokaal.needs.enums import CodingRound
from krachtlokaal.needs.models import Card, Coding, NeedsSurvey
from krachtlokaal.needs.queries.coding import differing


@dataclass(frozen=True)
class Difference:
    card: Card
    first: Coding
    second: Coding


def undecided(survey: NeedsSurvey) -> QuerySet[Coding]:
    """The second codings, in the order of the screen for coding."""
    rows = differing(survey).select_related("card__table", "theme")
    return rows.order_by("-card__source", "card__table_id", "card__number", "card_id")


def side_by_side(seconds: Iterable[Coding]) -> list[Difference]:
    """With the first codings of these cards. One query."""
    rows = list(seconds)
    firsts = Coding.objects.filter(
        round=CodingRound.FIRST, card__in=[row.card_id for row in rows]
    ).select_related("theme")
    found = {row.card_id: row for row in firsts}
    return [Difference(row.card, found[row.card_id], row) for row in rows]
