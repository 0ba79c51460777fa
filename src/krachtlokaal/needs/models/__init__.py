from krachtlokaal.needs.models.cards import Ballot, Card, Coding
from krachtlokaal.needs.models.outcomes import OutcomeMarks
from krachtlokaal.needs.models.reports import Action, Block, Comment, Edition, EditionFile
from krachtlokaal.needs.models.surveys import NeedsSurvey, NeedsWave, PopulationMember
from krachtlokaal.needs.models.tables import Guest, RoundTable

__all__ = [
    "Action",
    "Ballot",
    "Block",
    "Card",
    "Coding",
    "Comment",
    "Edition",
    "EditionFile",
    "Guest",
    "NeedsSurvey",
    "NeedsWave",
    "OutcomeMarks",
    "PopulationMember",
    "RoundTable",
]
