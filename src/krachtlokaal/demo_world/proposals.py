"""Changes that people outside an area proposed: some wait, some are decided."""

from dataclasses import dataclass
from typing import Any

from krachtlokaal.demo_world.acting import slug_of
from krachtlokaal.demo_world.places import FRYSLAN, OVERIJSSEL, RIVIERENLAND
from krachtlokaal.demo_world.world import World, save_as_is
from krachtlokaal.register.enums import ProposalState, Sector
from krachtlokaal.register.models import Organisation, Proposal


@dataclass(frozen=True)
class Change:
    """One proposal: what becomes different, and why. `fact` is a field of an organisation."""

    fact: str
    value: Any
    reason: str
    answer: str = ""
    state: ProposalState = ProposalState.OPEN


CHANGES = (
    Change("volunteers", 34, "Dit vertelde de voorzitter op onze bijeenkomst."),
    Change("website", "https://www.nieuwe-website.example/", "De oude website is weg."),
    Change("address", "Lindeplantsoen 8", "Zij zijn verhuisd naar het oude schoolgebouw."),
    Change("sector", Sector.CULTURE, "Het is een museum, geen natuurclub."),
    Change("members", 120, "Staat zo in het jaarverslag."),
    Change(
        "volunteers", 51, "Geteld bij de jaarvergadering.", "Dank, ik heb het nagevraagd.",
        ProposalState.ACCEPTED,
    ),
    Change(
        "legal_form", "foundation", "Volgens mij is het een stichting.",
        "Het is nog steeds een vereniging, zie het KvK-uittreksel.", ProposalState.DECLINED,
    ),
)  # fmt: skip
PROPOSERS = (
    "consulent@kunstketen.example",
    "consulent@sportmaatje.example",
    "consulent@scouting-gelderland.example",
)


def build(world: World) -> None:
    dice = world.dice("proposals")
    rows = []
    for codes in (FRYSLAN, RIVIERENLAND, OVERIJSSEL):
        running = [row for row in world.in_municipalities(*codes) if not row.ended_on]
        chosen = dice.sample(running, len(CHANGES))
        for number, (change, organisation) in enumerate(zip(CHANGES, chosen, strict=True)):
            rows.append(_proposal(world, change, organisation, PROPOSERS[number % 3], number))
    rows.sort(key=lambda row: row.created_at)
    save_as_is(rows)


def _proposal(
    world: World, change: Change, organisation: Organisation, email: str, number: int
) -> Proposal:
    user = world.users[email]
    is_open = change.state == ProposalState.OPEN
    return Proposal(
        organisation=organisation,
        workspace=world.workspaces[slug_of(email)],
        proposed_by=user,
        proposer_name=user.name,
        changes={change.fact: [getattr(organisation, change.fact), change.value]},
        reason=change.reason,
        state=change.state,
        created_at=world.ago(days=1 + 2 * number, hours=number),
        decided_at=None if is_open else world.ago(days=number, hours=2),
        decided_by=None if is_open else world.users["consulent@partoer.example"],
        answer=change.answer,
    )
