"""Organisations that stand in the register twice, as lists of different people leave them."""

from dataclasses import dataclass
from random import Random

from krachtlokaal.demo_world.acting import acting_as
from krachtlokaal.demo_world.places import FRYSLAN
from krachtlokaal.demo_world.world import World, save_as_is
from krachtlokaal.register.enums import LegalForm, PairState
from krachtlokaal.register.models import DuplicatePair, Organisation
from krachtlokaal.register.services import merges, search

PAIRS = 30
DIFFERENT = 3
MERGED = 2


@dataclass(frozen=True)
class Twin:
    """How the second record of an organisation is written, and how sure record linkage is."""

    name: str
    probability: float


def build(world: World) -> None:
    dice = world.dice("duplicates")
    running = [row for row in world.organisations if not row.ended_on]
    pairs: list[DuplicatePair] = []
    for first in dice.sample(running, PAIRS):
        twin = _twin(dice, first)
        second = _copy(world, dice, first, twin.name)
        save_as_is([second])
        world.organisations.append(second)
        pairs.append(
            DuplicatePair(
                a=first,
                b=second,
                probability=round(twin.probability + dice.uniform(0, 0.04), 3),
                found_at=world.ago(days=3, hours=2),
            )
        )
    _decide_some(world, pairs)
    save_as_is(pairs)
    search.reindex(pair.b_id for pair in pairs)
    _merge_some(world, pairs)


def _twin(dice: Random, first: Organisation) -> Twin:
    name, bare = first.name, _without_form(first.name)
    ways = [
        Twin(bare.upper(), 0.95),
        Twin(_slip(dice, name), 0.88),
        Twin(bare.replace("De ", "").replace("'t ", "het "), 0.8),
        Twin(f"{bare} (afd. Zuid)", 0.62),
        Twin(f"{_plain(name)} e.o.", 0.77),
    ]
    if first.legal_form == LegalForm.FOUNDATION:
        ways.append(Twin(f"Stg. {bare}", 0.93))
    return dice.choice([way for way in ways if way.name != name])


def _plain(name: str) -> str:
    return name.replace("â", "a").replace("é", "e").replace("ô", "o")


def _without_form(name: str) -> str:
    return name.removeprefix("Stichting ")


def _slip(dice: Random, name: str) -> str:
    """Two letters change places."""
    places = [at for at in range(2, len(name) - 2) if name[at] != name[at + 1]]
    at = dice.choice(places)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _copy(world: World, dice: Random, first: Organisation, name: str) -> Organisation:
    knows_kvk = dice.random() < 0.4
    return Organisation(
        name=name,
        name_key=search.name_key(name),
        kvk=first.kvk if knows_kvk else "",
        sector=first.sector,
        legal_form=first.legal_form,
        address=first.address if dice.random() < 0.6 else "",
        postcode=first.postcode if knows_kvk or dice.random() < 0.7 else "",
        place=first.place,
        municipality_id=first.municipality_id,
        volunteers=first.volunteers if dice.random() < 0.3 else None,
        created_at=world.ago(days=dice.randint(4, 200)),
        updated_at=world.ago(days=3),
    )


def _decide_some(world: World, pairs: list[DuplicatePair]) -> None:
    for pair in pairs[:DIFFERENT]:
        pair.state = PairState.DIFFERENT
        pair.decided_at = world.ago(days=2)
        pair.decided_by_name = "Nynke (consulent)"


def _merge_some(world: World, pairs: list[DuplicatePair]) -> None:
    """Two that Partoer's adviser merged; they can still be undone."""
    mine = [
        pair for pair in pairs if pair.state == PairState.OPEN and pair.a.municipality_id in FRYSLAN
    ]
    with acting_as(world, "consulent@partoer.example") as access:
        for pair in mine[:MERGED]:
            merges.merge(access=access, kept=pair.a_id, gone=pair.b_id)
            world.organisations.remove(pair.b)
