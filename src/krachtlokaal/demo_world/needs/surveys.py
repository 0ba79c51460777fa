"""Two needs surveys of three Frisian municipalities, a finished one and the one that repeats it;
and the idea of a third elsewhere."""

from dataclasses import dataclass

from krachtlokaal.demo_world.acting import acting_as, slug_of
from krachtlokaal.demo_world.waves import FRISIAN
from krachtlokaal.demo_world.world import World, save_as_is
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey, NeedsWave, PopulationMember
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries.strata import stratum_of

OWNER = "coordinator@partoer.example"
FINISHED, RUNNING = "Behoeftepeiling Fryslân 2025", "Behoeftepeiling Fryslân 2026"
IDEA = "Behoeftepeiling Achtkarspelen"
QUESTION = (
    "Waar hebben vrijwilligersorganisaties in onze drie gemeenten de komende jaren de meeste hulp"
    " bij nodig, en wie kan die hulp geven?"
)
PARTNERS = (
    "Gemeente Leeuwarden\n"
    "Gemeente Súdwest-Fryslân\n"
    "Gemeente Noardeast-Fryslân\n"
    "Steunpunt Frijwillich Leeuwarden\n"
    "Steunpunt De Helpende Súdwesthoek\n"
    "Steunpunt Noardeast en Achtkarspelen"
)


@dataclass(frozen=True)
class Told:
    """One survey, in days before today."""

    title: str
    wave: str
    state: SurveyState
    begun: int
    frozen: int
    ends: int
    finished: int | None = None


SURVEYS = (
    Told(FINISHED, "KrachtMeting Fryslân 2025", SurveyState.FINISHED, 425, 402, 290, 290),
    Told(RUNNING, "KrachtMeting Fryslân 2026", SurveyState.FIELD, 40, 21, -60),
)


def build(world: World) -> None:
    """Both on their wave, with the organisations that there are; the later one repeats."""
    previous: NeedsSurvey | None = None
    with acting_as(world, OWNER):
        for told in SURVEYS:
            previous = _survey(world, told, previous)
            wave = Wave.objects.get(workspace=previous.workspace_id, title=told.wave)
            NeedsWave.objects.create(workspace=previous.workspace, survey=previous, wave=wave)
            _freeze(world, previous)
        _idea(world)


def _survey(world: World, told: Told, previous: NeedsSurvey | None) -> NeedsSurvey:
    made = NeedsSurvey(
        workspace=world.workspaces[slug_of(OWNER)],
        title=told.title,
        state=told.state,
        municipalities=list(FRISIAN),
        question=QUESTION,
        starts_on=world.day_ago(told.begun),
        ends_on=world.day_ago(told.ends),
        partners=PARTNERS,
        decided_by="De drie wethouders samen",
        planned_tables=4,
        previous=previous,
        codes_twice=True,
        made_by=world.users[OWNER],
        created_at=world.ago(days=told.begun),
        frozen_at=world.ago(days=told.frozen),
        finished_at=world.ago(days=told.finished) if told.finished else None,
    )
    save_as_is([made])
    return made


def _freeze(world: World, survey: NeedsSurvey) -> None:
    running = [row for row in world.in_municipalities(*FRISIAN) if row.ended_on is None]
    PopulationMember.objects.bulk_create(
        (
            PopulationMember(
                workspace_id=survey.workspace_id,
                survey=survey,
                organisation=row,
                **stratum_of(row),
            )
            for row in running
        ),
        batch_size=2000,
    )


def _idea(world: World) -> None:
    """Somebody began, and stopped after the area and the question."""
    made = NeedsSurvey(
        workspace=world.workspaces[slug_of(OWNER)],
        title=IDEA,
        municipalities=["GM0059"],
        question="Welke hulp zoeken de organisaties van de dorpen in Achtkarspelen?",
        starts_on=world.day_ago(-60),
        ends_on=world.day_ago(-240),
        decided_by="Het college",
        planned_tables=2,
        made_by=world.users[OWNER],
        created_at=world.ago(days=3),
    )
    save_as_is([made])
