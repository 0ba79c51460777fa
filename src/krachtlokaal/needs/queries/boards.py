"""What members see of a table while it talks: its cards, its dots, and the step that is next."""

from collections import Counter
from dataclasses import dataclass

from krachtlokaal.needs.enums import TableState
from krachtlokaal.needs.models import RoundTable
from krachtlokaal.needs.queries import dots
from krachtlokaal.needs.queries.dots import Dotted, Tally


@dataclass(frozen=True)
class Board:
    """Everything of one table in four queries. `per_question` counts cards per number."""

    table: RoundTable
    cards: list[Dotted]
    tally: Tally
    per_question: list[tuple[int, str, int]]

    @property
    def is_over(self) -> bool:
        return self.table.state in (TableState.DONE, TableState.CALLED_OFF)

    @property
    def shows_dots(self) -> bool:
        return self.table.state in (TableState.DOTS, TableState.DONE) or any(
            one.dots for one in self.cards
        )


def of(table: RoundTable) -> Board:
    """The newest card first while they talk, later the card with most dots."""
    cards = dots.ranked(table)
    if table.state in (TableState.PLANNED, TableState.TALKING):
        cards.sort(key=lambda one: -one.card.number)
    counted = Counter(one.card.question for one in cards)
    questions = [(n, text, counted[n]) for n, text in enumerate(table.guide, start=1)]
    return Board(table, cards, dots.tally(table), questions)
