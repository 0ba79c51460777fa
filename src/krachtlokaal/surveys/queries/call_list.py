"""Who has not answered yet, to be called: participation and telephone numbers, no answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import QueryDict
from django.utils.translation import gettext as _

from krachtlokaal.publishing.tables import Cell, Column
from krachtlokaal.register.enums import ContactRole, Sector
from krachtlokaal.register.models import Contact
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


def to_call(wave: Wave, choice: Choice) -> QuerySet[Measurement]:
    """Without an answer; who was never called first, then who was called longest ago; of equals
    who can be called."""
    mine = Invitation.objects.filter(measurement=OuterRef("pk"), is_verified=True)
    last = Call.objects.filter(measurement=OuterRef("pk")).order_by("-id")
    problem = mine.exclude(problem="").exclude(HAS_SENT)
    rows = Measurement.objects.filter(~Exists(mine.filter(HAS_SENT)), wave=wave)
    rows = rows.select_related("organisation").annotate(
        is_started=Exists(mine.filter(progress=Progress.STARTED)),
        has_invitation=Exists(mine.exclude(channel=Channel.PAPER)),
        problem=Subquery(problem.values("problem")[:1]),
        outcome=Subquery(last.values("outcome")[:1]),
        called_at=Subquery(last.values("at")[:1]),
        caller=Subquery(last.values("caller_name")[:1]),
        note=Subquery(last.values("note")[:1]),
        has_number=Exists(_callable().filter(organisation=OuterRef("organisation"))),
    )
    rows = rows.filter(_which(choice.which), **_in_group(choice))
    called = F("called_at").asc(nulls_first=True)
    return rows.order_by(called, "-has_number", "organisation__name_key", "pk")


def _which(which: str) -> Q:
    refuses = Q(outcome=CallOutcome.REFUSES)
    if which == REFUSED:
        return refuses
    stays = Q(outcome=None) | ~refuses
    return stays & {
        NEVER: Q(called_at=None),
        PROBLEMS: Q(problem__isnull=False),
        STARTED: Q(is_started=True),
    }.get(which, Q())


def _in_group(choice: Choice) -> dict[str, str]:
    wanted = {"sector": choice.sector, "size": choice.size, "municipality": choice.town}
    return {f"stratum__{key}": value for key, value in wanted.items() if value}


def lines(rows: Iterable[Any]) -> list[Line]:
    """The rows with who can be called. One query more."""
    found = list(rows)
    numbers = _numbers([row.organisation_id for row in found])
    return [
        Line(
            row.pk,
            row.organisation_id,
            row.organisation.name,
            row.organisation.place,
            str(Sector(row.organisation.sector).label),
            row.is_started,
            row.problem or "",
            row.has_invitation,
            numbers.get(row.organisation_id, []),
            str(CallOutcome(row.outcome).label) if row.outcome else "",
            row.called_at,
            row.caller or "",
            row.note or "",
        )
        for row in found
    ]


def _callable() -> QuerySet[Contact]:
    return Contact.objects.filter(ended_on=None).exclude(phone="")


def _numbers(organisations: list[int]) -> dict[int, list[Number]]:
    rows = _callable().filter(organisation__in=organisations)
    found: dict[int, list[Number]] = {}
    for row in rows.order_by("role", "pk"):
        number = Number(row.name, str(ContactRole(row.role).label), row.phone)
        found.setdefault(row.organisation_id, []).append(number)
    return found


def one(wave: Wave, measurement: int) -> Line | None:
    """One organisation, also one that refuses; None when it answered or is of another wave."""
    for which in (OPEN, REFUSED):
        found = lines(to_call(wave, Choice(which)).filter(pk=measurement))
        if found:
            return found[0]
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
