"""Who gets a mail to a selection, and who does not and why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.register.enums import ContactRole
from krachtlokaal.register.models import Contact, FactCheck, Mailing, Organisation
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.queries.optouts import opted_out
from krachtlokaal.register.queries.organisations import organisations

MOST = 10_000  # organisations in one mailing
ONCE_IN = timedelta(days=335)  # eleven months between two questions whether the data are right
# Whom to write when an organisation gets one mail.
FIRST = [
    ContactRole.SECRETARY,
    ContactRole.GENERAL,
    ContactRole.CHAIR,
    ContactRole.TREASURER,
]


class Reason(models.TextChoices):
    """Why somebody gets nothing; the weightiest first."""

    NO_CONTACT = "no_contact", _("Geen contact bekend")
    STOPPED = "stopped", _("Gestopt")
    NO_ADDRESS = "no_address", _("Geen e-mailadres bekend")
    RETURNED = "returned", _("Een eerdere mail kwam niet aan")
    OPTED_OUT = "opted_out", _("Wil geen berichten meer")
    RECENT = "recent", _("In de laatste elf maanden al gevraagd of bevestigd")
    DOUBLE = "double", _("Dit adres staat er al bij")


@dataclass(frozen=True, slots=True)
class Recipient:
    """One contact of one organisation."""

    contact: int
    organisation: int
    organisation_name: str
    name: str
    role: str
    email: str
    problem: str = ""
    ended_on: date | None = None
    confirmed_at: datetime | None = None

    @property
    def role_label(self) -> str:
        return str(ContactRole(self.role).label)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An organisation, or one contact of it, that gets nothing."""

    organisation: int
    organisation_name: str
    reason: Reason
    who: str = ""


@dataclass(frozen=True)
class Audience:
    """Everybody that a selection means; `is_too_big` where it is more than one mailing takes."""

    recipients: list[Recipient]
    left_out: list[LeftOut]
    is_too_big: bool = False

    @property
    def reasons(self) -> list[tuple[str | Promise, int]]:
        """How many are left out for which reason."""
        counts = Counter(row.reason for row in self.left_out)
        return [(reason.label, counts[reason]) for reason in Reason if counts[reason]]

    def counts(self) -> dict[str, int]:
        """The same for keeping: with the number of those that get it."""
        left = Counter(row.reason.value for row in self.left_out)
        return {"recipients": len(self.recipients), **left}


def chosen(mailing: Mailing, access: Access) -> QuerySet[Organisation]:
    """The organisations of a mailing, as the list would show them today."""
    return organisations(filters_of(mailing), access)


def filters_of(mailing: Mailing) -> Filters:
    if mailing.organisation_ids:
        return Filters(ids=tuple(mailing.organisation_ids))
    return Filters.from_query(mailing.query)


def audience(mailing: Mailing, access: Access) -> Audience:
    """A fixed number of queries, whatever the size of the selection."""
    found = chosen(mailing, access)
    rows = list(found.values_list("pk", "name", "ended_on")[: MOST + 1])
    if len(rows) > MOST:
        return Audience([], [], is_too_big=True)
    sorter = _Sorter(mailing)
    contacts = contacts_of(found)
    for pk, name, ended_on in rows:
        known = contacts.get(pk, [])
        if ended_on is not None:
            sorter.leave(pk, name, Reason.STOPPED)
        else:
            sorter.place(pk, name, known)
    return Audience(sorter.recipients, sorter.left_out)


def contacts_of(found: QuerySet[Organisation]) -> dict[int, list[Recipient]]:
    """All contacts of these organisations, by organisation. One query."""
    rows = Contact.objects.filter(organisation__in=found.order_by().values("pk")).order_by("pk")
    grouped: dict[int, list[Recipient]] = {}
    names = (
        "pk",
        "organisation_id",
        "organisation__name",
        "name",
        "role",
        "email",
        "mail_problem",
        "ended_on",
        "confirmed_at",
    )
    for row in rows.values_list(*names):
        recipient = Recipient(*row)
        grouped.setdefault(recipient.organisation, []).append(recipient)
    return grouped


class _Sorter:
    """Goes through the organisations and puts each contact with the mailed or the left-out."""

    def __init__(self, mailing: Mailing) -> None:
        self.roles = frozenset(mailing.roles)
        self.is_check = mailing.kind == Mailing.Kind.KLOPT
        self.opted_out = opted_out()
        self.since = timezone.now() - ONCE_IN
        self.asked = asked_since(self.since) if self.is_check else frozenset()
        self.seen: set[tuple[int, str]] = set()
        self.recipients: list[Recipient] = []
        self.left_out: list[LeftOut] = []

    def place(self, pk: int, name: str, known: list[Recipient]) -> None:
        wanted = [row for row in known if not self.roles or row.role in self.roles]
        if not wanted:
            self.leave(pk, name, Reason.NO_CONTACT)
        elif self.roles:
            for row in wanted:
                self._take(row)
        else:
            self._take(first_in_line(wanted))

    def leave(self, pk: int, name: str, reason: Reason, who: str = "") -> None:
        self.left_out.append(LeftOut(pk, name, reason, who))

    def _take(self, row: Recipient) -> None:
        reason = self._against(row)
        if reason is None:
            self.seen.add(self._key(row))
            self.recipients.append(row)
        else:
            who = " ".join(filter(None, [row.name, row.email])) or row.role_label
            self.leave(row.organisation, row.organisation_name, reason, who)

    def _against(self, row: Recipient) -> Reason | None:
        if (hindered := hindrance(row)) is not None:
            return hindered
        if row.email.lower() in self.opted_out:
            return Reason.OPTED_OUT
        if self.is_check and (row.contact in self.asked or _is_recent(row, self.since)):
            return Reason.RECENT
        return Reason.DOUBLE if self._key(row) in self.seen else None

    def _key(self, row: Recipient) -> tuple[int, str]:
        """A letter reaches an address once; the data of each organisation are asked apart."""
        return (row.organisation if self.is_check else 0, row.email.lower())


def first_in_line(rows: Iterable[Recipient]) -> Recipient:
    """The first in line that can be reached; else the first in line, with what hinders."""
    order = {role: place for place, role in enumerate(FIRST)}
    in_line = sorted(rows, key=lambda row: order[ContactRole(row.role)])
    return next((row for row in in_line if hindrance(row) is None), _nearest(in_line))


def _nearest(in_line: list[Recipient]) -> Recipient:
    """Of those that can't be reached the one where least has to be mended."""
    running = [row for row in in_line if row.ended_on is None]
    with_address = [row for row in running if row.email]
    return (with_address or running or in_line)[0]


def hindrance(row: Recipient) -> Reason | None:
    """Why this contact can't be mailed, apart from what she asked for herself."""
    if row.ended_on is not None:
        return Reason.STOPPED
    if not row.email:
        return Reason.NO_ADDRESS
    return Reason.RETURNED if row.problem else None


def _is_recent(row: Recipient, since: datetime) -> bool:
    return row.confirmed_at is not None and row.confirmed_at >= since


def asked_since(since: datetime) -> frozenset[int]:
    """Contacts that were asked whether their data are right, by number."""
    asked: Iterator[int] = FactCheck.objects.filter(asked_at__gte=since).values_list(
        "contact_id", flat=True
    )  # type: ignore[assignment]  # a queryset of numbers
    return frozenset(asked)
