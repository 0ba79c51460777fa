"""Cards and dots of the round tables."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID

from django.utils import timezone

from krachtlokaal.demo_world.acting import acting_as
from krachtlokaal.demo_world.needs.card_texts import HELD, TODAY, Said
from krachtlokaal.demo_world.needs.surveys import FINISHED, OWNER, RUNNING
from krachtlokaal.demo_world.world import World, save_as_is
from krachtlokaal.needs.enums import GuestState, TableState
from krachtlokaal.needs.models import Ballot, Card, Guest, RoundTable
from krachtlokaal.needs.services import talking

EVERY = timedelta(minutes=5)  # a card
TALKED_FOR = timedelta(hours=2)


def build(world: World) -> None:
    """Four tables whose cards have dots; one at which they are typed now."""
    with acting_as(world, OWNER):
        tables = RoundTable.objects.filter(survey__title=FINISHED, state=TableState.DONE)
        for table, said in zip(tables.order_by("held_on"), HELD, strict=False):
            dice = world.dice(f"cards:{table.title}")
            cards = _cards(dice, table, said, _begun(world, table))
            _dots(dice, table, cards, said)
            table.closed_at = _begun(world, table) + TALKED_FOR
            table.save(update_fields=["closed_at"])
        today = RoundTable.objects.filter(survey__title=RUNNING, state=TableState.TALKING)
        for table in today:
            dice = world.dice(f"cards:{table.title}")
            _cards(dice, table, TODAY, world.now - EVERY * (len(TODAY) + 1))
            talking.give_notes_link(table=table)


def _begun(world: World, table: RoundTable) -> datetime:
    day = table.held_on or timezone.localdate(world.now)
    return timezone.make_aware(datetime.combine(day, table.starts_at or time(19, 30)))


def _cards(dice: Random, table: RoundTable, said: Sequence[Said], begun: datetime) -> list[Card]:
    rows = [
        Card(
            id=_key(dice),
            workspace_id=table.workspace_id,
            survey_id=table.survey_id,
            table=table,
            text=one.text,
            question=min(one.question, len(table.guide)),
            heard_as=one.kind,
            may_quote=one.may_quote,
            number=number,
            created_at=begun + EVERY * number,
        )
        for number, one in enumerate(said, start=1)
    ]
    save_as_is(rows)
    return rows


def _dots(dice: Random, table: RoundTable, cards: Sequence[Card], said: Sequence[Said]) -> None:
    """Each guest gives all her dots; what matters more gets more. One of them used stickers."""
    came = Guest.objects.filter(table=table, state=GuestState.CAME).count() or 12
    weights = [one.weight**1.5 for one in said]
    chosen = [dice.choices(cards, weights, k=table.dots_each) for _guest in range(came)]
    Ballot.objects.bulk_create(
        Ballot(
            id=_key(dice),
            workspace_id=table.workspace_id,
            table=table,
            dots={str(card.pk): given.count(card) for card in given},
        )
        for given in chosen[1:]
    )
    for card in chosen[0]:
        card.stickers += 1
    Card.objects.bulk_update({card.pk: card for card in chosen[0]}.values(), ["stickers"])


def _key(dice: Random) -> UUID:
    return UUID(int=dice.getrandbits(128), version=4)
