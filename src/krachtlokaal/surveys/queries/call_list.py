"""Who has not answered yet, to be called: participation and telephone numbers, no answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from krachtlokaal.publishing.tables import Cell, Column
from krachtlokaal.register.enums import ContactRole, Sector
from krachtlokaal.register.models import Contact, Organisation
from krachtlokaal.register.queries.filters import Size
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.surveys.enums import CallOutcome, Channel, Progress
from krachtlokaal.surveys.models import Call, Invitation, Measurement, Wave
from krachtlokaal.surveys.queries.invitations import HAS_SENT

OPEN, NEVER, PROBLEMS, STARTED, REFUSED = "", "nooit", "problemen", "begonnen", "weigert"


@dataclass(frozen=True)
class Choice:
    """Which of them, as it stands in the address."""

    which: str = OPEN
    sector: str = ""
    size: str = ""
    town: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> "Choice":
        """What means nothing is left out."""
        which = query.get("toon", "")
        sector, size = query.get("soort", ""), query.get("grootte", "")
        return cls(
            which if which in {NEVER, PROBLEMS, STARTED, REFUSED} else OPEN,
            sector if sector in set(Sector) else "",
            size if size in Size.values else "",
            query.get("gemeente", "")[:6],
        )

    def query(self, **changes: str) -> str:
        wanted = replace(self, **changes)
        query = QueryDict(mutable=True)
        names = {"toon": wanted.which, "soort": wanted.sector, "grootte": wanted.size}
        for key, value in (names | {"gemeente": wanted.town}).items():
            if value:
                query[key] = value
        return query.urlencode()

    @property
    def group(self) -> str:
        """The chosen group in words."""
        found = [
            str(Sector(self.sector).label) if self.sector else "",
            str(Size(self.size).label) if self.size else "",
            town_name(self.town) if self.town else "",
        ]
        return ", ".join(filter(None, found))


@dataclass(frozen=True)
class Number:
    """Somebody who can be called."""

    name: str
    role: str
    phone: str


@dataclass(frozen=True)
class Line:
    """One organisation to call."""

    measurement: int
    organisation: int
    name: str
    place: str
    sector: str
    is_started: bool
    problem: str
    has_invitation: bool
    numbers: list[Number]
    outcome: str
    called_at: datetime | None
    caller: str
    note: str

    @property
    def state(self) -> str:
        """How far they are, in words."""
        if self.is_started:
            return _("Begonnen, nog niet verstuurd")
        if self.problem:
            return _("Mail kwam niet aan")
        return _("Nog niet begonnen") if self.has_invitation else _("Niet uitgenodigd")


@dataclass(frozen=True)
class Waiting:
    """An organisation without an answer, as far as that decides whether and when it is called."""

    measurement: int
    is_started: bool
    has_invitation: bool
    problem: str
    last: Call | None

    @property
    def refuses(self) -> bool:
        return self.last is not None and self.last.outcome == CallOutcome.REFUSES


def to_call(wave: Wave, choice: Choice) -> list[Waiting]:
    """Who was never called first, then who was called longest ago; of equals who can be called.

    Put together here and not in the database, which would look up each organisation apart: four
    queries, whatever their number.
    """
    invited = {row["measurement_id"]: row for row in _invited(wave)}
    last = {call.measurement_id: call for call in _last_calls(wave)}
    rows = Measurement.objects.filter(wave=wave, **_in_group(choice)).order_by()
    numbers = set(can_be_called().values_list("organisation_id", flat=True))
    found = []
    for pk, about, name in rows.values_list("pk", "organisation_id", "organisation__name_key"):
        one = _waiting(pk, invited.get(pk), last.get(pk))
        if one is not None and _is_meant(one, choice.which):
            at = one.last.at.timestamp() if one.last else 0.0
            found.append(((at, about not in numbers, name, pk), one))
    return [one for _key, one in sorted(found, key=lambda pair: pair[0])]


def _invited(wave: Wave) -> Iterable[dict[str, Any]]:
    rows = Invitation.objects.filter(wave=wave, is_verified=True).order_by()
    by_mail = ~Q(channel=Channel.PAPER)
    return rows.values("measurement_id").annotate(
        sent=Count("pk", filter=HAS_SENT),
        started=Count("pk", filter=Q(progress=Progress.STARTED)),
        invited=Count("pk", filter=by_mail),
        problem=Max("problem", filter=Q(link__revoked_at=None)),
    )


def _last_calls(wave: Wave) -> Iterable[Call]:
    rows = Call.objects.filter(measurement__wave=wave).order_by("measurement_id", "-id")
    return rows.distinct("measurement_id")


def _waiting(pk: int, row: dict[str, Any] | None, last: Call | None) -> Waiting | None:
    if row is None:
        return Waiting(pk, is_started=False, has_invitation=False, problem="", last=last)
    if row["sent"]:
        return None
    return Waiting(pk, bool(row["started"]), bool(row["invited"]), row["problem"] or "", last)


def _is_meant(one: Waiting, which: str) -> bool:
    if which == REFUSED or one.refuses:
        return which == REFUSED and one.refuses
    wanted = {NEVER: one.last is None, PROBLEMS: bool(one.problem), STARTED: one.is_started}
    return wanted.get(which, True)


def _in_group(choice: Choice) -> dict[str, str]:
    wanted = {"sector": choice.sector, "size": choice.size, "municipality": choice.town}
    return {f"stratum__{key}": value for key, value in wanted.items() if value}


def lines(waiting: Iterable[Waiting]) -> list[Line]:
    """The rows with who can be called. Two queries more."""
    found = list(waiting)
    keys = [one.measurement for one in found]
    rows = Measurement.objects.filter(pk__in=keys).select_related("organisation").in_bulk()
    numbers = numbers_of([row.organisation_id for row in rows.values()])
    return [_line(one, rows[one.measurement].organisation, numbers) for one in found]


def _line(one: Waiting, about: Organisation, numbers: dict[int, list[Number]]) -> Line:
    return Line(
        one.measurement,
        about.pk,
        about.name,
        about.place,
        str(Sector(about.sector).label),
        one.is_started,
        one.problem,
        one.has_invitation,
        numbers.get(about.pk, []),
        one.last.get_outcome_display() if one.last else "",
        one.last.at if one.last else None,
        one.last.caller_name if one.last else "",
        one.last.note if one.last else "",
    )


def can_be_called() -> QuerySet[Contact]:
    """Contacts with a telephone number."""
    return Contact.objects.filter(ended_on=None).exclude(phone="")


def numbers_of(organisations: list[int]) -> dict[int, list[Number]]:
    """Who can be called at each of these organisations. One query."""
    rows = can_be_called().filter(organisation__in=organisations)
    found: dict[int, list[Number]] = {}
    for row in rows.order_by("role", "pk"):
        number = Number(row.name, str(ContactRole(row.role).label), row.phone)
        found.setdefault(row.organisation_id, []).append(number)
    return found


def one(wave: Wave, measurement: int) -> Line | None:
    """One organisation, also one that refuses; None when it answered or is of another wave."""
    for which in (OPEN, REFUSED):
        found = [one for one in to_call(wave, Choice(which)) if one.measurement == measurement]
        if found:
            return lines(found)[0]
    return None


def calls_of(measurement: int) -> QuerySet[Call]:
    return Call.objects.filter(measurement=measurement).order_by("-id")[:20]


def columns() -> list[Column]:
    return [
        Column(_("Organisatie"), 36),
        Column(_("Plaats"), 20),
        Column(_("Soort"), 20),
        Column(_("Toestand"), 28),
        Column(_("Contact"), 24),
        Column(_("Telefoon"), 16),
        Column(_("Laatste keer gebeld"), 18),
        Column(_("Uitkomst"), 20),
        Column(_("Opmerking"), 40),
    ]


def as_rows(found: Iterable[Line]) -> Iterator[list[Cell]]:
    """For a file: a row for each organisation, with the first number."""
    for line in found:
        first = line.numbers[0] if line.numbers else Number("", "", "")
        called = line.called_at.date() if line.called_at else None
        yield [
            line.name,
            line.place,
            line.sector,
            line.state,
            first.name or first.role,
            first.phone,
            called,
            line.outcome,
            line.note,
        ]
