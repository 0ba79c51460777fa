"""Whom each workspace knows at an organisation: a first name, a letter, a dead address."""

from random import Random

from krachtlokaal.demo_world.names import FIRST_NAMES
from krachtlokaal.demo_world.organisations import mail_domain
from krachtlokaal.demo_world.places import FRYSLAN, OVERIJSSEL, RIVIERENLAND, TOWN_BY_CODE
from krachtlokaal.demo_world.workspaces import STEUNPUNTEN
from krachtlokaal.demo_world.world import World
from krachtlokaal.register.enums import ContactRole, Sector
from krachtlokaal.register.models import Contact, Organisation

ROLES = {
    ContactRole.SECRETARY: ("secretaris", 0.85),
    ContactRole.CHAIR: ("voorzitter", 0.5),
    ContactRole.TREASURER: ("penningmeester", 0.2),
    ContactRole.GENERAL: ("info", 0.35),
}
SHARE = 0.8  # of the organisations in its area a workspace knows contacts


def build(world: World) -> None:
    dice = world.dice("contacts")
    rows: list[Contact] = []
    for slug, organisations in _areas(world).items():
        for organisation in organisations:
            if dice.random() < SHARE:
                rows += _draw(world, dice, slug, organisation)
    for row in Contact.objects.bulk_create(rows, batch_size=1000):
        world.contacts.setdefault(_slug_of(world, row), []).append(row)


def _areas(world: World) -> dict[str, list[Organisation]]:
    """What each workspace works on, as far as the demo has organisations there."""
    sectors = {
        "scouting-gelderland": (Sector.YOUTH, RIVIERENLAND),
        "dorpshuizenkring": (Sector.NEIGHBOURHOOD, FRYSLAN + OVERIJSSEL),
        "kunstketen": (Sector.CULTURE, RIVIERENLAND + FRYSLAN + OVERIJSSEL),
        "sportmaatje": (Sector.SPORT, RIVIERENLAND + OVERIJSSEL),
    }
    areas = {
        "partoer": world.in_municipalities(*FRYSLAN),
        "spectrum": world.in_municipalities(*RIVIERENLAND),
        "vosvi": world.in_municipalities(*OVERIJSSEL),
        "landelijk": world.organisations[::25],
    }
    for room in STEUNPUNTEN:
        areas[room.slug] = world.in_municipalities(*room.codes)
    for slug, (sector, codes) in sectors.items():
        areas[slug] = [row for row in world.in_municipalities(*codes) if row.sector == sector]
    return areas


def _slug_of(world: World, contact: Contact) -> str:
    return next(s for s, row in world.workspaces.items() if row.pk == contact.workspace_id)


def _draw(world: World, dice: Random, slug: str, organisation: Organisation) -> list[Contact]:
    domain = mail_domain(organisation.name)
    roles = [role for role, (_, chance) in ROLES.items() if dice.random() < chance]
    return [
        Contact(
            workspace=world.workspaces[slug],
            organisation=organisation,
            name="" if role == ContactRole.GENERAL else _person(dice),
            role=role,
            email=f"{ROLES[role][0]}@{domain}" if dice.random() < 0.93 else "",
            phone=_phone(dice, organisation) if dice.random() < 0.5 else "",
            confirmed_at=organisation.confirmed_at,
            ended_on=organisation.ended_on,
        )
        for role in roles
    ]


def _person(dice: Random) -> str:
    return f"{dice.choice(FIRST_NAMES)} {dice.choice('ABDEFGHJKLMNPRSTVWZ')}."


def _phone(dice: Random, organisation: Organisation) -> str:
    """A real area code with a number in 00: nobody ever has it."""
    area = TOWN_BY_CODE[organisation.municipality_id].area_code
    return f"{area}-{dice.randint(1, 9999):0{10 - len(area)}d}"
