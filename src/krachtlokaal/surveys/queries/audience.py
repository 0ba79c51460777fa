"""Whom a wave asks: of each organisation one contact by mail, else a letter, else nobody."""

from collections import Counter
from dataclasses import dataclass

from django.db import models
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.areas import area_of, in_area
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.queries.optouts import opted_out
from krachtlokaal.register.queries.organisations import organisations
from krachtlokaal.register.queries.recipients import (
    MOST,
    Recipient,
    contacts_of,
    first_in_line,
    hindrance,
)
from krachtlokaal.surveys.enums import Audience, Channel, WaveState
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries.strata import stratum

__all__ = ["MOST", "Member", "Population", "Reason", "chosen", "outside", "population", "within"]


_TRIED = 20


class Reason(models.TextChoices):
    """Why an organisation takes part and gets no invitation: these are called."""

    OPTED_OUT = "opted_out", _("Wil geen berichten meer")
    UNREACHABLE = "unreachable", _("Geen werkend e-mailadres en geen postadres bekend")


@dataclass(frozen=True, slots=True)
class Member:
    """One organisation that is asked; `channel` is None where nobody can be invited."""

    organisation: int
    organisation_name: str
    stratum: dict[str, str]
    channel: Channel | None
    contact: int | None = None
    name: str = ""
    email: str = ""
    reason: Reason | None = None


@dataclass(frozen=True)
class Population:
    """All that a wave asks; `is_too_big` where it is more than one wave takes."""

    members: list[Member]
    is_too_big: bool = False

    @property
    def mails(self) -> list[Member]:
        return [one for one in self.members if one.channel == Channel.MAIL]

    @property
    def letters(self) -> list[Member]:
        return [one for one in self.members if one.channel == Channel.LETTER]

    @property
    def invited(self) -> list[Member]:
        return [one for one in self.members if one.channel is not None]

    @property
    def left_out(self) -> list[Member]:
        return [one for one in self.members if one.channel is None]

    @property
    def reasons(self) -> list[tuple[str | Promise, int]]:
        """How many get no invitation for which reason."""
        counts = Counter(one.reason for one in self.left_out)
        return [(reason.label, counts[reason]) for reason in Reason if counts[reason]]


def chosen(wave: Wave, access: Access) -> QuerySet[Organisation]:
    """The organisations of a wave: running ones of the working area. From the moment at which the
    wave was agreed to these are fixed."""
    if wave.audience == Audience.OPEN:
        return Organisation.objects.none()
    if wave.state != WaveState.PREPARING:
        return fixed(wave)
    return _here(organisations(filters_of(wave), access).filter(ended_on=None), access)


def fixed(wave: Wave) -> QuerySet[Organisation]:
    """Those that were agreed to, as far as they still run."""
    rows = Organisation.objects.filter(pk__in=wave.organisation_ids, ended_on=None)
    return rows.order_by("name_key", "id")


def outside(filters: Filters, access: Access) -> int:
    """How many of a choice take no part: outside the working area, or stopped."""
    rows = organisations(filters, access).order_by()
    return rows.count() - _here(rows.filter(ended_on=None), access).count()


def within(filters: Filters, access: Access) -> QuerySet[Organisation]:
    """The organisations of a choice that may be asked."""
    return _here(organisations(filters, access).filter(ended_on=None), access)


def _here(rows: QuerySet[Organisation], access: Access) -> QuerySet[Organisation]:
    area = area_of(access)
    return rows if area is None else rows.filter(in_area(area))


def first(wave: Wave, access: Access) -> Member | None:
    """Somebody to show a mail for: of the first few, one who gets a mail."""
    keys = list(chosen(wave, access).values_list("pk", flat=True)[:_TRIED])
    people = population(Organisation.objects.filter(pk__in=keys))
    return next(iter([*people.mails, *people.members]), None)


def filters_of(wave: Wave) -> Filters:
    if wave.selection_query:
        return Filters.from_query(wave.selection_query)
    # No organisation has this key: an empty choice is no one, not everybody.
    return Filters(ids=tuple(wave.organisation_ids) or (0,))


def population(found: QuerySet[Organisation]) -> Population:
    """A fixed number of queries, whatever the size of the choice."""
    names = ("pk", "name", "sector", "volunteers", "municipality_id", "address", "postcode")
    rows = list(found.values_list(*names, "place")[: MOST + 1])
    if len(rows) > MOST:
        return Population([], is_too_big=True)
    contacts, out = contacts_of(found), opted_out()
    members = []
    for pk, name, sector, volunteers, town, *address in rows:
        group = stratum(sector, volunteers, town)
        members.append(_member(pk, name, group, contacts.get(pk, []), out, all(address)))
    return Population(members)


def _member(  # each is a fact about the organisation
    pk: int,
    name: str,
    group: dict[str, str],
    contacts: list[Recipient],
    out: set[str],
    has_address: bool,  # noqa: FBT001  # a fact in a row of facts
) -> Member:
    running = [one for one in contacts if one.ended_on is None]
    mailable = [one for one in running if hindrance(one) is None and one.email.lower() not in out]
    if mailable:
        one = first_in_line(mailable)
        return Member(pk, name, group, Channel.MAIL, one.contact, one.name, one.email)
    if any(one.email and one.email.lower() in out for one in running):
        return Member(pk, name, group, None, reason=Reason.OPTED_OUT)
    if not has_address:
        return Member(pk, name, group, None, reason=Reason.UNREACHABLE)
    if not running:
        return Member(pk, name, group, Channel.LETTER)
    one = first_in_line(running)
    return Member(pk, name, group, Channel.LETTER, one.contact, one.name)
