"""Guests that we propose for a table: who said yes in the KrachtMeting, and who did not answer.

Only the first would make the tables say once more what the answers said. Who sits at a table of
this survey already is not proposed again.
"""

from dataclasses import dataclass

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import MD5, Cast, Concat

from krachtlokaal.needs.enums import GuestSource, GuestState
from krachtlokaal.needs.models import Guest, NeedsSurvey, PopulationMember, RoundTable
from krachtlokaal.needs.queries.choosing import Candidate, Shares, choose
from krachtlokaal.needs.queries.guests import SEATED, Way, shares_of
from krachtlokaal.needs.queries.surveys import waves_of
from krachtlokaal.register.enums import Sector
from krachtlokaal.register.intake.values import read_email
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries.optouts import opted_out_among
from krachtlokaal.register.queries.places import town_name
from krachtlokaal.surveys.enums import Channel, WishKind
from krachtlokaal.surveys.models import ContactWish, Invitation
from krachtlokaal.surveys.queries.audience import population
from krachtlokaal.surveys.queries.invitations import HAS_SENT

# Of those who did not answer so many are looked at, drawn by the seed: a national survey has more.
POOL = 400


@dataclass(frozen=True)
class Proposal:
    """Somebody whom we propose, and how she can be reached."""

    organisation: int
    organisation_name: str
    source: GuestSource
    municipality: str
    sector: str
    name: str = ""
    email: str = ""
    reach: str = ""
    contact: int | None = None
    way: Way = Way.MAIL

    @property
    def town(self) -> str:
        return town_name(self.municipality)

    @property
    def sector_label(self) -> str:
        return str(Sector(self.sector).label)

    @property
    def is_silent(self) -> bool:
        return self.source == GuestSource.SILENT


@dataclass(frozen=True)
class Proposals:
    """What is proposed, and out of how many of each kind."""

    rows: list[Proposal]
    willing: int
    silent: int


def proposals(table: RoundTable, *, seats: int, turn: int = 1) -> Proposals:
    """For the free seats of a table; another `turn` gives other names. The table comes with its
    survey. A fixed number of queries."""
    survey, seed = table.survey, f"{table.survey_id}:{table.pk}:{turn}"
    taken = _taken(table)
    willing = _willing(survey, taken)
    silent = _silent(survey, taken | set(willing), seed)
    rows = {one.organisation: one for one in [*willing.values(), *silent.values()]}
    chosen = choose(
        [
            Candidate(one.organisation, one.source, one.municipality, one.sector)
            for one in rows.values()
        ],
        seated=_seated(table),
        seats=seats,
        shares=Shares(shares_of(survey, "municipality"), shares_of(survey, "sector")),
        seed=seed,
    )
    return Proposals([rows[one.organisation] for one in chosen], len(willing), len(silent))


def picked(table: RoundTable, organisations: set[int]) -> list[Proposal]:
    """The same facts for chosen organisations, as far as they may be asked. Read anew: what a page
    sends is only which ones."""
    taken = _taken(table)
    willing = _willing(table.survey, taken)
    asked = organisations - set(willing)
    silent = _reachable(_members(table.survey, taken).filter(organisation__in=asked))
    found = [*willing.values(), *silent.values()]
    return [one for one in found if one.organisation in organisations]


def _taken(table: RoundTable) -> set[int]:
    """Organisations that sit at a table of this survey, or said no to this one."""
    rows = Guest.objects.filter(table__survey=table.survey_id).exclude(organisation=None)
    said_no = rows.filter(table=table, state=GuestState.DECLINED)
    return set((rows.filter(state__in=SEATED) | said_no).values_list("organisation", flat=True))


def _seated(table: RoundTable) -> list[Candidate]:
    rows = Guest.objects.filter(table=table, state__in=SEATED)
    return [
        Candidate(row.organisation_id or 0, GuestSource(row.source), row.municipality, row.sector)
        for row in rows
    ]


def _willing(survey: NeedsSurvey, taken: set[int]) -> dict[int, Proposal]:
    """Who wants to talk along, one of each organisation, by organisation."""
    rows = ContactWish.objects.filter(
        measurement__wave__in=waves_of(survey).values("pk"), kind=WishKind.ROUND_TABLE
    )
    wishes = {row.organisation_id: row for row in rows.order_by("-asked_on", "-pk")}
    members = PopulationMember.objects.filter(survey=survey, organisation__in=list(wishes))
    found = members.exclude(organisation__in=taken).select_related("organisation")
    addresses = {pk: read_email(row.reach).value or "" for pk, row in wishes.items()}
    out = opted_out_among(addresses.values())
    made: dict[int, Proposal] = {}
    for one in found.order_by("pk"):
        wish, email = wishes[one.organisation_id], addresses[one.organisation_id]
        made[one.organisation_id] = Proposal(
            one.organisation_id,
            one.organisation.name,
            GuestSource.YES,
            one.municipality,
            one.sector,
            name=wish.name,
            email=email,
            reach="" if email else wish.reach,
            way=Way.MAIL if email and email.lower() not in out else Way.CALL,
        )
    return made


def _silent(survey: NeedsSurvey, taken: set[int], seed: str) -> dict[int, Proposal]:
    drawn = MD5(Concat(Cast("organisation_id", CharField()), Value(f":{seed}")))
    pool = _members(survey, taken).order_by(drawn)[:POOL]
    return _reachable(
        PopulationMember.objects.filter(pk__in=list(pool.values_list("pk", flat=True)))
    )


def _members(survey: NeedsSurvey, taken: set[int]) -> QuerySet[PopulationMember]:
    """Those of the population that still run and of which nobody sent an answer."""
    waves = list(waves_of(survey).values_list("pk", flat=True))
    sent = Invitation.objects.filter(HAS_SENT, wave__in=waves, is_verified=True)
    # One list of who sent, made once: asked row by row it costs a hundred times as much.
    rows = PopulationMember.objects.filter(survey=survey, organisation__ended_on=None)
    rows = rows.exclude(organisation__in=sent.order_by().values("organisation"))
    return rows.exclude(organisation__in=taken)


def _reachable(rows: QuerySet[PopulationMember]) -> dict[int, Proposal]:
    """With the contact of the register; whom we can't reach is left out."""
    strata = {one.organisation_id: one for one in rows}
    found = population(Organisation.objects.filter(pk__in=list(strata)))
    return {
        one.organisation: Proposal(
            one.organisation,
            one.organisation_name,
            GuestSource.SILENT,
            strata[one.organisation].municipality,
            strata[one.organisation].sector,
            name=one.name,
            email=one.email,
            contact=one.contact,
            way=Way.MAIL if one.channel == Channel.MAIL else Way.LETTER,
        )
        for one in found.invited
    }
