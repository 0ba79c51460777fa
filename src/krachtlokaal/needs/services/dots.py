"""Guests give dots on their telephones; stickers on paper are counted and typed in."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from krachtlokaal.needs.enums import TableState
from krachtlokaal.needs.models import Ballot, Card, RoundTable
from krachtlokaal.needs.queries import cards as queries
from krachtlokaal.office import audit

MOST_BALLOTS = 200  # telephones at one table


class Refused(Exception):  # noqa: N818 it is an answer, not a fault
    """These dots can't be taken; the text says why."""


class Shut(Refused):
    """No dots are given at this table now."""


@transaction.atomic
def give(*, table: RoundTable, key: UUID, dots: Mapping[UUID, int]) -> dict[str, int]:
    """The dots of one telephone as they are from now on; gives back what stands. The table is held
    for that moment, so that closing comes before or after, and a double tap makes one ballot."""
    row = RoundTable.objects.select_for_update(no_key=True).get(pk=table.pk)
    if row.state != TableState.DOTS:
        raise Shut(_("Het stippen geven is klaar. U kunt niets meer veranderen."))
    given = {pk: number for pk, number in dots.items() if number}
    # A card that was taken out meanwhile gives its dots back.
    known = set(queries.of_table(row).filter(pk__in=given).values_list("pk", flat=True))
    given = {pk: number for pk, number in given.items() if pk in known}
    if sum(given.values()) > row.dots_each:
        told = _("U heeft %(most)s stippen. Haal eerst ergens een stip weg.")
        raise Refused(told % {"most": row.dots_each})
    kept = {str(pk): number for pk, number in given.items()}
    _put(row, key, kept)
    return kept


def _put(table: RoundTable, key: UUID, kept: dict[str, int]) -> None:
    if Ballot.objects.filter(table=table, pk=key).update(dots=kept):
        return
    if Ballot.objects.filter(table=table).count() >= MOST_BALLOTS:
        raise Refused(_("Er doen al te veel telefoons mee. Vraag de gespreksleider om hulp."))
    Ballot.objects.bulk_create(
        [Ballot(pk=key, workspace_id=table.workspace_id, table=table, dots=kept)],
        ignore_conflicts=True,  # the key of a ballot elsewhere: then nothing is counted
    )


@transaction.atomic
def note_stickers(*, table: RoundTable, stickers: Mapping[Card, int]) -> None:
    """The totals that were counted on the printed cards."""
    changed = []
    for card, number in stickers.items():
        if card.stickers != number:
            card.stickers = number
            changed.append(card)
    if changed:
        Card.objects.bulk_update(changed, ["stickers"])
        audit.record("table.stickers", table)


@transaction.atomic
def fold(*, ballots: list[Ballot]) -> None:
    """Ballots go, their dots stay at the cards: which telephone gave what is known no longer."""
    sums: dict[UUID, int] = {}
    for ballot in ballots:
        for key, number in ballot.dots.items():
            sums[UUID(key)] = sums.get(UUID(key), 0) + number
    cards = list(Card.objects.filter(pk__in=sums))
    for card in cards:
        card.counted += sums[card.pk]
    Card.objects.bulk_update(cards, ["counted"])
    tables = {ballot.table_id for ballot in ballots}
    Ballot.objects.filter(pk__in=[ballot.pk for ballot in ballots]).delete()
    audit.record("table.dots_folded", label=str(len(tables)))
