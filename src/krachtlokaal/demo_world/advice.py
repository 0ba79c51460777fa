"""Advice cases of one workspace in the demo: open, waiting, overdue and closed."""

from dataclasses import dataclass

from krachtlokaal.advice.enums import Audience, CaseState
from krachtlokaal.advice.models import AdviceCase, CaseNote, CaseReader
from krachtlokaal.demo_world.world import World, save_as_is

PLACE = "partoer"
ADVISER, COORDINATOR = f"consulent@{PLACE}.example", f"coordinator@{PLACE}.example"


@dataclass(frozen=True)
class Told:
    """One question; `due` is the day of the next step, counted from today."""

    name: str
    asked_by: str
    question: str
    step: str
    due: int
    note: str
    adviser: str = ADVISER
    state: CaseState = CaseState.OPEN
    audience: Audience = Audience.NAMED
    reader: str = ""


CASES = (
    Told(
        "Zangkoor De Waterlelie", "de voorzitter",
        "Onze penningmeester stopt in mei. Niemand wil het overnemen. Wat kunnen wij doen?",
        "Bellen of het gesprek met de leden al is geweest", -3,
        "Gebeld. Het werk is nu te veel voor één persoon. Ik stelde voor het in drieën te delen.",
    ),
    Told(
        "Dorpshuis De Oude Smederij", "de beheerder",
        "Wij willen zonnepanelen. Welke subsidie past bij ons, en wie helpt met de aanvraag?",
        "Het overzicht van regelingen sturen", 4,
        "Het dak is van de gemeente. Eerst moet er toestemming zijn.",
        audience=Audience.TEAM,
    ),
    Told(
        "IJsclub Noorderwind", "de secretaris",
        "Moeten wij iets veranderen door de wet over besturen van verenigingen?",
        "Wachten op hun statuten", 10,
        "Gemaild welke punten de notaris nakijkt. Zij sturen hun statuten op.",
        state=CaseState.WAITING, reader=COORDINATOR,
    ),
    Told(
        "Speeltuin De Klimboom", "een bestuurslid",
        "Er is ruzie in het bestuur. Kan iemand van buiten een gesprek leiden?",
        "Twee data voorstellen", -1,
        "Lang gebeld. Beide kanten willen praten, als er iemand van buiten bij is.",
        adviser=COORDINATOR,
    ),
    Told(
        "Repaircafé De Soldeerbout", "de coördinator",
        "Hoe vinden wij jonge vrijwilligers die kunnen repareren?",
        "De school voor techniek bellen", 6,
        "De school zoekt plekken voor stages. Dat kan hier goed samen.",
        adviser=COORDINATOR, audience=Audience.TEAM,
    ),
    Told(
        "Historische Kring Het Archief", "de voorzitter",
        "Hoe regelen wij een verzekering voor onze vrijwilligers?",
        "", 0,
        "De gemeente heeft een verzekering voor alle vrijwilligers. Zij zijn al verzekerd.",
        state=CaseState.CLOSED,
    ),
)  # fmt: skip


def build(world: World) -> None:
    cases = [_case(world, told, number) for number, told in enumerate(CASES)]
    save_as_is(cases)
    save_as_is([_note(world, *pair) for pair in zip(CASES, cases, strict=True)])
    pairs = [(told, case) for told, case in zip(CASES, cases, strict=True) if told.reader]
    save_as_is(
        [
            CaseReader(workspace=case.workspace, case=case, user=world.users[told.reader])
            for told, case in pairs
        ]
    )


def _case(world: World, told: Told, number: int) -> AdviceCase:
    is_closed = told.state == CaseState.CLOSED
    return AdviceCase(
        workspace=world.workspaces[PLACE],
        organisation_name=told.name,
        asked_by=told.asked_by,
        question=told.question,
        adviser=world.users[told.adviser],
        state=told.state,
        audience=told.audience,
        next_step=told.step,
        next_step_on=world.ago(days=-told.due).date() if told.step else None,
        created_at=world.ago(days=30 - number),
        closed_at=world.ago(days=9) if is_closed else None,
    )


def _note(world: World, told: Told, case: AdviceCase) -> CaseNote:
    return CaseNote(
        workspace=case.workspace,
        case=case,
        text=told.note,
        author=world.users[told.adviser],
        written_at=world.ago(days=12),
    )
