"""A survey with figures, coded cards and a report for tests. Ask for a scope around them."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.needs.enums import BlockKind, SurveyState, TableState
from krachtlokaal.needs.models import Action, Block, Comment, Edition, NeedsSurvey
from krachtlokaal.needs.outcome.model import Outcome, to_cells
from krachtlokaal.needs.queries.outcome import KIND
from krachtlokaal.needs.reports.material import material_of
from krachtlokaal.needs.services import editions, reports
from krachtlokaal.office import releases
from tests.needs import factories, outcomes
from tests.needs.coding.codings import coding

# Low in the figures of the example, high at the tables; and the other way round.
AT_TABLES, IN_FIGURES, IN_BOTH = "samen_intern", "geld_plek", "mensen_vinden"


def with_figures(survey: NeedsSurvey, outcome: Outcome | None = None) -> None:
    cells = to_cells(outcome or outcomes.example())
    releases.record(KIND, str(survey.pk), cells, workspace=survey.workspace_id)


def survey(place: Workspace, **values: Any) -> NeedsSurvey:
    """In writing, with the figures of the example and a round table that said its own."""
    made = factories.survey(place, state=SurveyState.WRITING, **values)
    with_figures(made)
    table = factories.table(made, state=TableState.DONE)
    for theme in (AT_TABLES, IN_BOTH):
        for number in range(5):
            card = factories.card(
                table, f"{theme} vraagt veel tijd ({number}).", may_quote=number < 2
            )
            coding(card, theme, tag="vergaderen")
    return made


def begun(made: NeedsSurvey) -> list[Block]:
    """With its blocks."""
    reports.begin(survey=made, material=material_of(made))
    return list(Block.objects.filter(survey=made))


def block(made: NeedsSurvey, **values: Any) -> Block:
    told = {"kind": BlockKind.TEXT, "position": 1, "title": "Vooraf", "data_mark": "."}
    return Block.objects.create(workspace=made.workspace, survey=made, **told | values)


def comment(about: Block, text: str = "Klopt dit nog?") -> Comment:
    return Comment.objects.create(
        workspace=about.workspace, block=about, text=text, author_name="Bram"
    )


def action(made: NeedsSurvey, **values: Any) -> Action:
    told = {
        "text": "Een spreekuur voor penningmeesters",
        "owner": "Steunpunt Leeuwarden",
        "due_on": timezone.localdate() + timedelta(days=90),
    }
    return Action.objects.create(workspace=made.workspace, survey=made, **told | values)


def edition(made: NeedsSurvey) -> Edition:
    """A report of one text, fixed."""
    block(made)
    return editions.fix(survey=made, title="Rapport", after=0, user=None)
