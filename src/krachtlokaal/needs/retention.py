"""How long what a needs survey holds is kept: its population, its tables, who coded. Cards and
their dots stay with the report."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from krachtlokaal.needs.enums import CardSource, TableState
from krachtlokaal.needs.links import DOTS, NOTES
from krachtlokaal.needs.models import Ballot, Card, Coding, Guest, PopulationMember, RoundTable
from krachtlokaal.needs.services import dots, forgetting
from krachtlokaal.office import retention
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.enums import WishKind
from krachtlokaal.surveys.models import ContactWish

_AFTER_TABLE = _("nadat de ronde tafel was afgerond")


def _over(at: datetime) -> QuerySet[RoundTable]:
    return RoundTable.objects.filter(state=TableState.DONE, closed_at__lt=at)


def _table_links(at: datetime) -> QuerySet[Any]:
    over = _over(at)
    own = Q(pk__in=over.values("notes_link")) | Q(pk__in=over.values("dots_link"))
    return PersonalLink.objects.filter(own, purpose__in=[NOTES, DOTS], revoked_at=None)


retention.register(
    retention.Term(
        "needs_ballots",
        _("Welke telefoon welke stippen gaf (de optelling blijft)"),
        90,
        _AFTER_TABLE,
        lambda at: Ballot.objects.filter(table__in=_over(at)),
        lambda old: dots.fold(ballots=list(old)),
    )
)
retention.register(
    retention.Term(
        "needs_table_links",
        _("Adressen voor notulisten en voor stippen"),
        30,
        _AFTER_TABLE,
        _table_links,
        lambda old: old.update(revoked_at=timezone.now(), nonce=None),
    )
)
retention.delete(
    "needs_dropped_cards",
    _("Kaartjes van een ronde tafel die zijn weggehaald"),
    365,
    lambda at: Card.objects.filter(is_dropped=True, table__in=_over(at)),
    since=_AFTER_TABLE,
)


def _guests(at: datetime) -> QuerySet[Guest]:
    """A table without a day counts from when it was made."""
    last = Q(table__held_on__lt=at.date()) | Q(table__held_on=None, table__created_at__lt=at)
    return Guest.objects.filter(last, wiped_on=None)


# Usually sooner: fixing the report wipes them (services/guests.py).
retention.register(
    retention.Term(
        "needs_guests",
        _("Namen, adressen en links van gasten van een ronde tafel"),
        365,
        _("na de ronde tafel, of zodra het rapport is vastgesteld"),
        _guests,
        forgetting.wipe,
    )
)
retention.delete(
    "needs_wishes",
    _("Wie wilde meepraten aan een ronde tafel, met naam en nummer"),
    365,
    lambda at: ContactWish.objects.filter(kind=WishKind.ROUND_TABLE, asked_on__lt=at.date()),
    since=_("na het antwoord, of zodra het rapport is vastgesteld"),
)

# What coding leaves behind; see services/words.py for how open answers came here.
_AFTER_READING = _("nadat de open antwoorden kaartjes werden")
retention.delete(
    "needs_unread_words",
    _("Open antwoorden die niemand nakeek op namen, of die zijn weggelegd"),
    365,
    lambda at: Card.objects.filter(
        Q(is_cleaned=False) | Q(is_dropped=True),
        source=CardSource.ANSWER,
        survey__words_read_at__lt=at,
    ),
    since=_AFTER_READING,
)
retention.wipe(
    "needs_coders",
    _("Wie een kaartje codeerde"),
    365,
    lambda at: Coding.objects.filter(card__survey__finished_at__lt=at).exclude(
        coder_id=None, coder_name=""
    ),
    since=_("nadat het rapport werd vastgesteld"),
    values={"coder_id": None, "coder_name": ""},
)


def _populations(at: datetime) -> QuerySet[Any]:
    """A survey that never came to a report counts from its freezing."""
    over = Q(survey__finished_at__lt=at)
    return PopulationMember.objects.filter(
        over | Q(survey__finished_at=None, survey__frozen_at__lt=at)
    )


retention.delete(
    "needs_population",
    _("Welke organisaties bij een behoeftepeiling hoorden"),
    5 * 365,
    _populations,
    since=_("nadat het rapport is vastgesteld, anders na het begin van het veldwerk"),
)
