"""What is impossible, and why a round stays empty, in plain Dutch."""

from __future__ import annotations

from krachtlokaal.assignment.faults import Fault, Flaw
from krachtlokaal.assignment.result import Reason

FAULTS = {
    Flaw.UNKNOWN_SESSION: (
        "{who}, veld “fixed”, ronde {round}: er is geen sessie “{session}”. Kies een id uit"
        " “sessions”."
    ),
    Flaw.UNKNOWN_EXCLUDED: (
        "{who}, veld “excluded”: er is geen sessie “{session}”. Haal haar weg of verbeter de id."
    ),
    Flaw.ABSENT: (
        "{who}, veld “fixed”: sessie “{session}” is in ronde {round}, en dan is deze persoon er"
        " niet. Zet ronde {round} in “rounds” of haal de vaste plaats weg."
    ),
    Flaw.OTHER_ROUND: (
        "{who}, veld “fixed”: sessie “{session}” is niet in ronde {round}. Kies een sessie van"
        " die ronde."
    ),
    Flaw.EXCLUDED: (
        "{who}, veld “fixed”, ronde {round}: sessie “{session}” staat ook in “excluded”. Haal haar"
        " daar weg, of kies een andere sessie."
    ),
    Flaw.SAME_WORKSHOP: (
        "{who}, veld “fixed”, ronde {round}: de workshop van sessie “{session}” staat al vast in"
        " een andere ronde. Kies voor een van beide een andere workshop."
    ),
    Flaw.OVER_CAPACITY: (
        "Sessie “{session}”, ronde {round}: {number} mensen staan vast en er zijn {needed}"
        " plaatsen. Maak “capacity” groter of haal vaste plaatsen weg."
    ),
    Flaw.UNDER_MINIMUM: (
        "Sessie “{session}”, ronde {round}: hier staan mensen vast, er kunnen er hoogstens {number}"
        " komen en {needed} is het minimum. Verlaag “minimum” of haal de vaste plaatsen weg."
    ),
    Flaw.UNDER_MINIMUM_TOGETHER: (
        "Sessie “{session}”, ronde {round}: {number} van de {needed} mensen die nodig zijn staan"
        " vast, en samen met de andere vaste plaatsen lukt het niet om genoeg mensen te vinden."
        " Verlaag “minimum” of haal vaste plaatsen weg."
    ),
}

REASONS = {
    Reason.NO_SESSION: "In deze ronde is er geen sessie. Voeg er een toe.",
    Reason.EXCLUDED: (
        "Deze persoon kan bij geen enkele sessie van deze ronde zijn. Voeg een sessie toe die wel"
        " kan."
    ),
    Reason.ONLY_WISHES: (
        "Deze persoon wil alleen workshops van de eigen wensenlijst, en die zijn er niet in deze"
        " ronde. Vraag om meer wensen."
    ),
    Reason.SAME_WORKSHOP: (
        "Deze persoon volgt de workshops van deze ronde al in een andere ronde. Voeg een andere"
        " workshop toe."
    ),
    Reason.TOO_FEW_PEOPLE: (
        "De sessies die nog kunnen, krijgen te weinig mensen om door te gaan. Verlaag het minimum."
    ),
    Reason.FULL: "De sessies die nog kunnen, zijn vol. Maak er plaatsen bij.",
    Reason.OUT_OF_TIME: (
        "Het zoeken is gestopt voordat hier iets gevonden was. Geef het meer tijd."
    ),
    Reason.BETTER_ELSEWHERE: (
        "Deze plaats was alleen te vullen door elders een plaats leeg te laten. Maak er plaatsen"
        " bij."
    ),
}


def fault_sentence(fault: Fault) -> str:
    """Who, which round and session, and what would mend it."""
    return FAULTS[fault.flaw].format(
        who=f"Deelnemer “{fault.participant}”",
        round=fault.round,
        session=fault.session,
        number=fault.number,
        needed=fault.needed,
    )


def reason_sentence(reason: Reason) -> str:
    """Why somebody has nothing in a round, and what a coordinator can do."""
    return REASONS[reason]
