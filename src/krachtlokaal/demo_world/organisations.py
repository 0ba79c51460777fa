"""Some 400 organisations in twelve real municipalities, with invented names and addresses."""

from math import exp, log
from random import Random

from krachtlokaal.demo_world.names import STREETS, Kind, draw_kind, draw_name
from krachtlokaal.demo_world.places import FRYSLAN, RIVIERENLAND, TOWNS, Town
from krachtlokaal.demo_world.world import World, save_as_is
from krachtlokaal.register.enums import LegalForm, Sector
from krachtlokaal.register.intake.names import match_key
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.services import search

MEDIAN_VOLUNTEERS = 18
SPREAD = 0.8


def build(world: World) -> None:
    dice = world.dice("organisations")
    taken: set[str] = set()
    for town in TOWNS:
        for _ in range(town.organisations):
            world.organisations.append(_draw(world, dice, town, taken))
    _end_some(world, dice)
    save_as_is(world.organisations)
    search.reindex(row.pk for row in world.organisations)


def _draw(world: World, dice: Random, town: Town, taken: set[str]) -> Organisation:
    sector, kind = draw_kind(dice)
    name = draw_name(dice, kind, _region(town), taken)
    place = dice.choices(list(town.villages), weights=_falling(len(town.villages)))[0]
    age = dice.randint(30, 900)
    return Organisation(
        name=name,
        name_key=search.name_key(name),
        kvk=_kvk(dice, kind, len(taken)),
        sector=sector,
        legal_form=_form(name, kind),
        address=f"{dice.choice(STREETS)} {dice.randint(1, 140)}" if dice.random() < 0.9 else "",
        postcode=f"{town.villages[place] + dice.randint(0, 2)} {dice.choice('ABCDEGHKLNP')}"
        f"{dice.choice('BGHKLNRTVX')}",
        place=place,
        municipality_id=town.code,
        website=_website(dice, name),
        confirmed_at=world.ago(days=dice.randint(10, 700)) if dice.random() < 0.35 else None,
        created_at=world.ago(days=age),
        updated_at=world.ago(days=dice.randint(1, age)),
        **_size(dice, kind, sector),
    )


def _region(town: Town) -> str:
    if town.code in RIVIERENLAND:
        return "rivierenland"
    return "fryslan" if town.code in FRYSLAN else "overijssel"


def _falling(count: int) -> list[float]:
    """The first village is the largest."""
    return [1 / (1 + number) for number in range(count)]


def _kvk(dice: Random, kind: Kind, number: int) -> str:
    """Eight figures of a range that the Chamber of Commerce never gave out; a tenth is missing."""
    if kind.form in {LegalForm.UNKNOWN, LegalForm.CHURCH} or dice.random() < 0.1:
        return ""
    return f"0000{1000 + number * 7:04d}"


def _form(name: str, kind: Kind) -> LegalForm:
    return LegalForm.FOUNDATION if name.startswith("Stichting") else kind.form


def _website(dice: Random, name: str) -> str:
    return f"https://www.{mail_domain(name)}/" if dice.random() < 0.55 else ""


def mail_domain(name: str) -> str:
    return f"{match_key(name).replace(' ', '-')}.example"


def _size(dice: Random, kind: Kind, sector: Sector) -> dict[str, int | None]:
    median = MEDIAN_VOLUNTEERS * kind.size
    volunteers = max(2, round(exp(dice.gauss(log(median), SPREAD))))
    members = round(volunteers * dice.uniform(2, 9 if sector == Sector.SPORT else 5))
    return {
        "volunteers": volunteers if dice.random() < 0.86 else None,
        "members": members if kind.has_members and dice.random() < 0.7 else None,
    }


def _end_some(world: World, dice: Random) -> None:
    for row in dice.sample(world.organisations, 11):
        row.ended_on = world.day_ago(dice.randint(20, 600))
        row.confirmed_at = None
