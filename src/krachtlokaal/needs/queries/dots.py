"""Dots: how many each card has, from telephones and from paper, and who gave some."""

from dataclasses import dataclass
from uuid import UUID

from krachtlokaal.core import guard
from krachtlokaal.needs.enums import GuestState, TableState
from krachtlokaal.needs.models import Ballot, Card, Guest, NeedsSurvey, RoundTable
from krachtlokaal.office.models import PersonalLink


@dataclass(frozen=True)
class Tally:
    """How many telephones gave dots, beside how many guests were there."""

    ballots: int
    guests: int
    dots: int

    @property
    def is_too_many(self) -> bool:
        """Somebody gave dots with a second browser, or a guest was not ticked off."""
        return bool(self.guests) and self.ballots > self.guests


@dataclass(frozen=True)
class Dotted:
    """A card with its dots."""

    card: Card
    dots: int


def dots_of(what: NeedsSurvey | RoundTable) -> dict[UUID, int]:
    """Key of each card that counts → its dots: ballots and stickers together. Two queries."""
    cards, ballots = Card.objects.filter(is_dropped=False), Ballot.objects.all()
    if isinstance(what, NeedsSurvey):
        cards, ballots = cards.filter(survey=what), ballots.filter(table__survey=what)
    else:
        cards, ballots = cards.filter(table=what), ballots.filter(table=what)
    rows = cards.values_list("pk", "stickers", "counted")
    found = {pk: stickers + counted for pk, stickers, counted in rows}
    for dots in ballots.values_list("dots", flat=True):
        for key, number in dots.items():
            if (pk := UUID(key)) in found:
                found[pk] += number
    return found


def ranked(table: RoundTable) -> list[Dotted]:
    """The cards of a table, most dots first."""
    dots = dots_of(table)
    cards = Card.objects.filter(table=table, is_dropped=False).order_by("number", "pk")
    return sorted((Dotted(card, dots[card.pk]) for card in cards), key=lambda one: -one.dots)


def tally(table: RoundTable) -> Tally:
    """A ballot from which all dots were taken back counts as none."""
    given = [sum(dots.values()) for dots in _ballots(table)]
    came = Guest.objects.filter(table=table, state=GuestState.CAME).count()
    return Tally(sum(1 for number in given if number), came, sum(given))


def _ballots(table: RoundTable) -> list[dict[str, int]]:
    return list(Ballot.objects.filter(table=table).values_list("dots", flat=True))


def ballot_of(table: RoundTable, key: UUID | None) -> dict[str, int]:
    """What this telephone gave so far."""
    if key is None:
        return {}
    found = Ballot.objects.filter(table=table, pk=key).values_list("dots", flat=True).first()
    return dict(found or {})


def link_of_code(code: str) -> PersonalLink | None:
    """The link behind the code on a screen, as long as dots are given there."""
    with guard.system("the code names the table, and the table its workspace"):
        table = (
            RoundTable.objects.select_related("dots_link")
            .filter(dots_code=code, state=TableState.DOTS)
            .first()
        )
    return table.dots_link if table else None
