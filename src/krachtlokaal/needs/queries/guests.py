"""Who sits at a table, how she is reached, and how the guests stand beside the population."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models
from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from krachtlokaal.needs.enums import GuestSource, GuestState, TableState
from krachtlokaal.needs.models import Guest, NeedsSurvey, PopulationMember, RoundTable
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.queries.optouts import opted_out_among
from krachtlokaal.register.queries.places import town_name

SEATED = (GuestState.PROPOSED, GuestState.INVITED, GuestState.COMES, GuestState.CAME)
EXPECTED = (GuestState.INVITED, GuestState.COMES, GuestState.CAME)


class Way(models.TextChoices):
    """How somebody is invited."""

    MAIL = "mail", _("Mail")
    LETTER = "letter", _("Brief")
    CALL = "call", _("Bellen")


@dataclass(frozen=True)
class Line:
    """One guest as her table shows her. `why_called`: what hinders a mail or a letter."""

    guest: Guest
    organisation: str
    town: str
    sector: str
    way: Way
    wants_no_mail: bool = False


@dataclass(frozen=True)
class Part:
    """Guests of one municipality or sector, and what their part of the population is."""

    name: str
    guests: int
    share: float
    population: float


@dataclass(frozen=True)
class Spread:
    """Whether the guests look like the area, and how many of them had answered."""

    guests: int
    towns: list[Part]
    sectors: list[Part]
    answered: int
    silent: int
    added: int


def guests_of(table: RoundTable) -> QuerySet[Guest]:
    rows = Guest.objects.filter(table=table).select_related("organisation", "link")
    return rows.order_by("pk")


def lines(guests: Iterable[Guest]) -> list[Line]:
    """One query more, whatever their number."""
    rows = list(guests)
    out = opted_out_among(row.email for row in rows)
    return [_line(row, row.email.lower() in out) for row in rows]


def _line(row: Guest, wants_no_mail: bool) -> Line:  # noqa: FBT001  # a fact in a row of facts
    about = row.organisation
    has_address = bool(about and about.address and about.postcode and about.place)
    if row.email and not wants_no_mail and not row.problem:
        way = Way.MAIL
    elif has_address and not row.email and not row.reach:
        way = Way.LETTER
    else:
        way = Way.CALL
    return Line(
        row,
        about.name if about else "",
        town_name(row.municipality) if row.municipality else "",
        str(Sector(row.sector).label) if row.sector else "",
        way,
        wants_no_mail,
    )


def letters_of(table: RoundTable) -> list[Guest]:
    """Guests who were invited and get it on paper: with a link, without a mail address."""
    rows = guests_of(table).filter(state=GuestState.INVITED, email="", reach="")
    return list(rows.exclude(link=None).exclude(organisation=None))


def spread_of(survey: NeedsSurvey, guests: Sequence[Guest]) -> Spread:
    """Two queries: the population by municipality and by sector. At a table that was held only who
    came counts."""
    held = {row.table_id for row in guests if row.state == GuestState.CAME}
    came = (GuestState.CAME,)
    seated = [row for row in guests if row.state in (came if row.table_id in held else SEATED)]
    sources = Counter(row.source for row in seated)
    return Spread(
        guests=len(seated),
        towns=_parts(survey, "municipality", [row.municipality for row in seated]),
        sectors=_parts(survey, "sector", [row.sector for row in seated]),
        answered=sources[GuestSource.YES],
        silent=sources[GuestSource.SILENT],
        added=sources[GuestSource.ADDED],
    )


def spread_of_survey(survey: NeedsSurvey) -> Spread:
    """All tables that were or will be held, together."""
    rows = Guest.objects.filter(table__survey=survey).exclude(table__state=TableState.CALLED_OFF)
    return spread_of(survey, list(rows.only("table", "state", "source", "municipality", "sector")))


def shares_of(survey: NeedsSurvey, field: str) -> dict[str, float]:
    """Key of a municipality or a sector → its part of the population."""
    rows = PopulationMember.objects.filter(survey=survey).order_by().values_list(field)
    found = dict(rows.annotate(n=Count("pk")))
    total = sum(found.values())
    return {key: number / total for key, number in found.items()}


def _parts(survey: NeedsSurvey, field: str, keys: Sequence[str]) -> list[Part]:
    shares, here = shares_of(survey, field), Counter(key for key in keys if key)
    total = sum(here.values())
    made = [
        Part(_name(field, key), here[key], here[key] / total if total else 0.0, shares.get(key, 0))
        for key in {*shares, *here}
    ]
    return sorted(made, key=lambda part: (-part.population, part.name))


def _name(field: str, key: str) -> str:
    return town_name(key) if field == "municipality" else str(Sector(key).label)
