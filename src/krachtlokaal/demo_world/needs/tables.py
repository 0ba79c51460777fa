"""Round tables and their guests: four that were held, one of today, two to come."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils import timezone

from krachtlokaal.demo_world.acting import acting_as
from krachtlokaal.demo_world.names import FIRST_NAMES
from krachtlokaal.demo_world.needs.surveys import FINISHED, OWNER, RUNNING
from krachtlokaal.demo_world.world import World
from krachtlokaal.needs.enums import GuestState, TableState
from krachtlokaal.needs.links import GUEST
from krachtlokaal.needs.models import Guest, NeedsSurvey, RoundTable
from krachtlokaal.needs.queries.guides import proposed_guide
from krachtlokaal.needs.queries.proposing import proposals
from krachtlokaal.needs.services.forgetting import GONE
from krachtlokaal.office import links
from krachtlokaal.surveys.enums import Progress, WishKind
from krachtlokaal.surveys.models import ContactWish, Invitation, Measurement

WISHES = 22
CAME, COMES, INVITED, DECLINED, PROPOSED = (
    GuestState.CAME,
    GuestState.COMES,
    GuestState.INVITED,
    GuestState.DECLINED,
    GuestState.PROPOSED,
)


@dataclass(frozen=True)
class Held:
    """A table by its village; `ago` in days, below zero it is still to come."""

    village: str
    place: str
    address: str
    ago: int
    state: TableState
    guests: tuple[GuestState, ...]
    starts: time = time(19, 30)
    ends: time = time(21, 30)


OLD = (
    Held("Grou", "Dorpshuis De Schakel", "Kievitshof 2", 352, TableState.DONE, (CAME,) * 12),
    Held("Sneek", "Wijkgebouw Het Anker", "Hooiweg 14", 347, TableState.DONE, (CAME,) * 11),
    Held("Dokkum", "Kulturhús De Spil", "Tolbrug 5", 341, TableState.DONE, (CAME,) * 12),
    Held("Stiens", "Doarpshûs De Brink", "Klokkenpad 1", 334, TableState.DONE, (CAME,) * 10),
)
NEW = (
    Held(
        "Kollum",
        "Dorpshuis De Lantaarn",
        "Lindeplantsoen 8",
        0,
        TableState.TALKING,
        (CAME,) * 12,
        time(13, 30),
        time(15, 30),
    ),
    Held(
        "Bolsward",
        "Buurthuis De Bongerd",
        "Meerkoetlaan 3",
        -9,
        TableState.PLANNED,
        (COMES,) * 6 + (DECLINED,) + (INVITED,) * 4,
    ),
    Held(
        "Wirdum",
        "Dorpshuis De Klepel",
        "Oude Smidse 11",
        -16,
        TableState.PLANNED,
        (COMES,) * 2 + (DECLINED,) + (INVITED,) * 4 + (PROPOSED,) * 2,
    ),
)
PRACTICAL = (
    "De ingang is aan de voorkant, zonder drempel. U kunt achter het gebouw parkeren. Vanaf een"
    " kwartier voor het begin is er koffie en thee."
)
_NEEDS = {0: "ringleiding", 2: "plek voor een rolstoel", 4: "Vegetarisch"}


def build(world: World) -> None:
    """The wishes first: guests of the running survey are proposed from them, as on its page."""
    with acting_as(world, OWNER):
        finished = NeedsSurvey.objects.get(title=FINISHED)
        running = NeedsSurvey.objects.get(title=RUNNING)
        for survey in (finished, running):
            _wishes(world, survey)
        for one in OLD:
            _guests(world, _table(world, finished, one), one)
        _forget(world, finished)
        for one in NEW:
            _give_links(_guests(world, _table(world, running, one), one))


def _wishes(world: World, survey: NeedsSurvey) -> None:
    """Some of those who answered said that they want to talk along."""
    dice = world.dice(f"tables:{survey.title}:wishes")
    waves = list(survey.waves.values_list("wave_id", flat=True))
    sent = Invitation.objects.filter(wave__in=waves, progress=Progress.SENT)
    keys = sorted(set(sent.values_list("measurement_id", flat=True)))
    chosen = Measurement.objects.filter(pk__in=dice.sample(keys, min(WISHES, len(keys))))
    ContactWish.objects.bulk_create(
        ContactWish(
            workspace_id=survey.workspace_id,
            organisation_id=row.organisation_id,
            measurement=row,
            kind=WishKind.ROUND_TABLE,
            name=dice.choice(FIRST_NAMES),
            reach=_reach(number, row.organisation_id),
            asked_on=world.day_ago(3),
        )
        for number, row in enumerate(chosen.order_by("pk"))
    )


def _reach(number: int, organisation: int) -> str:
    """Most leave a mail address, every fifth a telephone number."""
    if number % 5 == 4:
        return f"06-0000{1000 + organisation % 9000}"
    return f"meepraten{organisation}@vereniging.example"


def _table(world: World, survey: NeedsSurvey, one: Held) -> RoundTable:
    is_done = one.state == TableState.DONE
    return RoundTable.objects.create(
        workspace_id=survey.workspace_id,
        survey=survey,
        title=f"Ronde tafel {one.village}",
        state=one.state,
        held_on=world.day_ago(one.ago),
        starts_at=one.starts,
        ends_at=one.ends,
        place=one.place,
        address=f"{one.address}, {one.village}",
        practical=PRACTICAL,
        host="Beheerder van het dorpshuis",
        moderator="Nynke, consulent",
        note_taker="Wietse en een collega",
        guide=proposed_guide(),
        closed_at=world.ago(days=one.ago) if is_done else None,
    )


def _guests(world: World, table: RoundTable, one: Held) -> list[Guest]:
    """As the page proposes them, and what came of it."""
    dice = world.dice(f"tables:{table.title}:guests")
    found = proposals(table, seats=len(one.guests)).rows
    asked = min(_day(table) - timedelta(days=21), timezone.localdate(world.now))
    return Guest.objects.bulk_create(
        Guest(
            workspace_id=table.workspace_id,
            table=table,
            organisation_id=row.organisation,
            contact_id=row.contact,
            name=row.name or dice.choice(FIRST_NAMES),
            email=row.email,
            reach=row.reach,
            source=row.source,
            municipality=row.municipality,
            sector=row.sector,
            state=state,
            needs=_NEEDS.get(number, "") if state in (CAME, COMES) else "",
            language="fy" if number % 4 == 1 else "nl",
            invited_on=None if state == PROPOSED else asked,
            answered_on=None if state in (INVITED, PROPOSED) else asked,
        )
        for number, (row, state) in enumerate(zip(found, one.guests, strict=False))
    )


def _give_links(made_now: list[Guest]) -> None:
    guests = [guest for guest in made_now if guest.state != PROPOSED]
    made = links.create_many(
        GUEST, workspace=guests[0].workspace_id, object_ids=[guest.pk for guest in guests]
    )
    for guest, link in zip(guests, made, strict=True):
        guest.link = link
    Guest.objects.bulk_update(guests, ["link"])


def _day(table: RoundTable) -> date:
    if table.held_on is None:
        raise ValueError("Every table of the demo has its day.")
    return table.held_on


def _forget(world: World, survey: NeedsSurvey) -> None:
    """As when the report was fixed: what stays names nobody."""
    rows = Guest.objects.filter(table__survey=survey)
    rows.update(**GONE, wiped_on=world.day_ago(290))
    waves = list(survey.waves.values_list("wave_id", flat=True))
    wishes = ContactWish.objects.filter(measurement__wave__in=waves, kind=WishKind.ROUND_TABLE)
    wishes.delete()
