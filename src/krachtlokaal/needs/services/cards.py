"""Cards are typed, changed and taken out: by a device that may have been offline, or by a member.

A card's key is made where it is typed, so that what is sent twice stays one card.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from krachtlokaal.needs.models import Card, RoundTable
from krachtlokaal.needs.queries import cards as queries
from krachtlokaal.office import audit

_FIELDS = ("text", "question", "heard_as", "may_quote")


@dataclass(frozen=True)
class Typed:
    """One card as somebody typed it. `version` is the one that she saw, 0 for a new card; `again`
    says that the very same may have arrived before."""

    id: UUID
    text: str
    question: int = 0
    heard_as: str = ""
    may_quote: bool = False
    version: int = 0
    is_dropped: bool = False
    again: bool = False


@dataclass(frozen=True)
class Taken:
    """What became of it: the card as it stands, or why not; `theirs` where two changed the same."""

    card: Card | None = None
    why: str = ""
    theirs: Card | None = None


@transaction.atomic
def keep(*, table: RoundTable, typed: Iterable[Typed]) -> list[Taken]:
    """Take cards in their order, one by one: what is wrong with one keeps no other out."""
    row = RoundTable.objects.select_for_update().get(pk=table.pk)
    if why := queries.why_not(row):
        return [Taken(why=why) for _one in typed]
    return [_one(row, one) for one in typed]


@transaction.atomic
def restore(*, card: Card) -> None:
    """Put back what was taken out, as long as no report was made without it."""
    if card.table is None or queries.is_fixed(card.table):
        return
    changed = Card.objects.filter(pk=card.pk, is_dropped=True).update(
        is_dropped=False, version=card.version + 1
    )
    if changed:
        audit.record("card.restored", card.table, label=str(card.table))


def _one(table: RoundTable, typed: Typed) -> Taken:
    found = Card.objects.filter(pk=typed.id, table=table).first()
    if found is None:
        return _new(table, typed)
    return _change(found, typed)


def _new(table: RoundTable, typed: Typed) -> Taken:
    if typed.is_dropped:
        return Taken()  # taken out before it ever arrived
    if not typed.text:
        return Taken(why=_("Dit kaartje is leeg. Typ eerst een uitspraak."))
    rows = Card.objects.filter(table=table)
    last = rows.aggregate(last=Max("number"))["last"] or 0
    if rows.count() >= queries.MOST:
        told = _("Deze tafel heeft al %(most)s kaartjes. Meer gaat niet.")
        return Taken(why=told % {"most": queries.MOST})
    values = {name: getattr(typed, name) for name in _FIELDS}
    try:
        with transaction.atomic():
            card = Card.objects.create(
                pk=typed.id,
                workspace_id=table.workspace_id,
                survey_id=table.survey_id,
                table=table,
                number=last + 1,
                **values,
            )
    except IntegrityError:
        # The key is that of a card elsewhere; whose it is, nobody hears.
        return Taken(why=not_here())
    audit.record("card.typed", table)
    return Taken(card)


def not_here() -> str:
    """The one sentence for a key that can't be used here, whatever the reason."""
    return _("Dit kaartje kan hier niet worden bewaard. Typ het opnieuw.")


def _change(card: Card, typed: Typed) -> Taken:
    """The sent card may have arrived before, or meet what somebody else made of it."""
    if _is_same(card, typed):
        return Taken(card)
    if typed.version == 0 and typed.again:
        return Taken(card)  # it arrived the first time; what somebody made of it since stands
    if card.version != max(typed.version, 1):
        return Taken(why=_changed_meanwhile(card), theirs=card)
    if typed.is_dropped:
        card.is_dropped = True
        return _saved(card, "card.dropped")
    if not typed.text:
        return Taken(why=_("Een kaartje zonder tekst kan niet. Haal het kaartje weg."))
    for name in _FIELDS:
        setattr(card, name, getattr(typed, name))
    card.is_dropped = False  # who keeps her text although somebody took the card out, means it
    return _saved(card, "card.changed")


def _saved(card: Card, verb: str) -> Taken:
    card.version += 1
    card.save(update_fields=[*_FIELDS, "is_dropped", "version"])
    audit.record(verb, card.table)
    return Taken(card)


def _is_same(card: Card, typed: Typed) -> bool:
    if card.is_dropped or typed.is_dropped:
        return card.is_dropped and typed.is_dropped
    return all(getattr(card, name) == getattr(typed, name) for name in _FIELDS)


def _changed_meanwhile(card: Card) -> str:
    if card.is_dropped:
        return _("Iemand anders haalde dit kaartje weg. Uw tekst staat nog hier.")
    return _("Iemand anders wijzigde dit kaartje ook. Beide teksten staan hier.")
