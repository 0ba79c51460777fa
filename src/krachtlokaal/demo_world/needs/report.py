"""The report of the finished survey with what came of its actions, and the next one in writing."""

from dataclasses import dataclass

from krachtlokaal.accounts.access import Access
from krachtlokaal.core.templatetags.kl import day
from krachtlokaal.demo_world.acting import acting_as
from krachtlokaal.demo_world.needs import report_texts as texts
from krachtlokaal.demo_world.needs.surveys import FINISHED, OWNER, RUNNING
from krachtlokaal.demo_world.world import World, save_as_is
from krachtlokaal.needs.enums import ActionState, BlockKind
from krachtlokaal.needs.models import Action, Block, Comment, Edition, NeedsSurvey
from krachtlokaal.needs.reports import assembling, marks, proposing
from krachtlokaal.needs.reports.material import Material, material_of
from krachtlokaal.needs.services import editions

WRITTEN, FIXED, TOLD = 305, 290, 12  # days ago
ADDED = {
    BlockKind.SUMMARY: texts.SUMMARY,
    BlockKind.RESPONSE: texts.RESPONSE,
    BlockKind.RANKING: texts.RANKING,
    BlockKind.CONCLUSIONS: texts.CONCLUSIONS,
    BlockKind.ACTIONS: texts.ACTIONS,
    BlockKind.METHOD: texts.METHOD,
}


@dataclass(frozen=True)
class Told:
    """An action, `due` in days after today (below zero before), and what came of it."""

    text: str
    owner: str
    theme: str
    due: int
    state: ActionState
    outcome: str = ""


ACTIONS = (
    Told(
        "Eén vacaturebank voor de drie gemeenten, met korte klussen",
        "Steunpunt Frijwillich Leeuwarden",
        "mensen_vinden",
        -100,
        ActionState.DONE,
        "De bank staat sinds het voorjaar open. Er staan vooral klussen van één dag in, en die gaan"
        " snel weg. Vaste functies blijven moeilijk.",
    ),
    Told(
        "Een spreekuur voor penningmeesters, elke maand op een andere plek",
        "Steunpunt De Helpende Súdwesthoek",
        "bestuur",
        -130,
        ActionState.DONE,
        "Elke maand kwamen er mensen. In Sneek was het druk, in de dorpen kwam soms niemand. Het"
        " spreekuur gaat door, nu op afspraak.",
    ),
    Told(
        "Eén plek voor vragen over regels: een telefoonnummer en een lijst per soort feest",
        "De drie gemeenten samen",
        "regels",
        -60,
        ActionState.BUSY,
        "De lijst is er. Het telefoonnummer nog niet: de gemeenten zijn het niet eens over wie"
        " opneemt.",
    ),
    Told(
        "Een overzicht van zalen die een club voor een avond kan gebruiken",
        "Gemeente Noardeast-Fryslân",
        "geld_plek",
        -90,
        ActionState.DONE,
        "Het overzicht heeft nu alle dorpshuizen. Scholen doen nog niet mee.",
    ),
    Told(
        "Een reis langs drie clubs met een jong bestuur",
        "Partoer",
        "leren",
        -45,
        ActionState.DROPPED,
        "Er waren te weinig aanmeldingen. Mensen wilden liever iemand op bezoek krijgen dan zelf"
        " reizen.",
    ),
    Told(
        "Bij elk bestuurslid dat stopt een gesprek over de opvolging, twee jaar vooruit",
        "De drie steunpunten",
        "bestuur",
        -5,
        ActionState.BUSY,
    ),
)


def build(world: World) -> None:
    with acting_as(world, OWNER) as access:
        finished = _survey(FINISHED)
        _agree(world, finished)
        material = material_of(finished)
        _write(world, access, finished, material)
        _fix(world, access, finished, material)
        _tell(world, access, finished)
        _begin(world, access, _survey(RUNNING))


def _survey(title: str) -> NeedsSurvey:
    return NeedsSurvey.objects.select_related("workspace", "previous").get(title=title)


def _agree(world: World, survey: NeedsSurvey) -> None:
    Action.objects.bulk_create(
        Action(
            workspace=survey.workspace,
            survey=survey,
            theme_id=told.theme,
            text=told.text,
            owner=told.owner,
            due_on=world.day_ago(-told.due),
            position=number,
        )
        for number, told in enumerate(ACTIONS, start=1)
    )


def _write(world: World, access: Access, survey: NeedsSurvey, material: Material) -> None:
    """What was proposed, and what the editor added below it."""
    blocks = proposing.usual_blocks(survey, material)
    for block in blocks:
        more = texts.THEMES.get(block.theme_id or "", "") or ADDED.get(BlockKind(block.kind), "")
        block.text = f"{block.text}\n\n{more}".strip()
        block.changed_by, block.changed_at = str(access.user), world.ago(days=WRITTEN)
        block.version = 2
    Block.objects.bulk_create(blocks)
    _remark(world, survey, texts.REMARKS, WRITTEN - 3, settled_by=str(access.user))


def _remark(
    world: World,
    survey: NeedsSurvey,
    remarks: tuple[tuple[str, str], ...],
    ago: int,
    settled_by: str = "",
) -> None:
    """A remark names its block by kind, or by theme for a chapter."""
    colleague = world.users["consulent@partoer.example"]
    blocks = {block.theme_id or block.kind: block for block in Block.objects.filter(survey=survey)}
    save_as_is(
        [
            Comment(
                workspace=survey.workspace,
                block=blocks[name],
                text=text,
                author_name=str(colleague),
                author_id=colleague.pk,
                at=world.ago(days=ago),
                settled_at=world.ago(days=ago - 1) if settled_by else None,
                settled_by=settled_by,
            )
            for name, text in remarks
        ]
    )


def _fix(world: World, access: Access, survey: NeedsSurvey, material: Material) -> None:
    """As the service does, on its own day; its files are made when somebody asks for them."""
    blocks = list(Block.objects.filter(survey=survey).select_related("theme"))
    on = world.day_ago(FIXED)
    document = assembling.document_of(
        survey,
        blocks=blocks,
        material=material,
        title="Wat vrijwilligers in drie Friese gemeenten nodig hebben",
        details=[f"Versie 1, vastgesteld op {day(on)}"],
    )
    made = Edition(
        workspace=survey.workspace,
        survey=survey,
        number=1,
        title=document.title,
        fixed_on=on,
        fixed_by=str(access.user),
        content=document.to_data(),
        release_version=material.outcome.version if material.outcome else None,
    )
    save_as_is([made])
    editions.publish(made, material)


def _tell(world: World, access: Access, survey: NeedsSurvey) -> None:
    """Nearly a year later; the last action still waits for its report."""
    rows = list(Action.objects.filter(survey=survey))
    for row, told in zip(rows, ACTIONS, strict=True):
        row.state, row.outcome, row.asked_on = told.state, told.outcome, row.due_on
        if told.outcome:
            row.reported_on, row.reported_by = world.day_ago(TOLD), str(access.user)
    Action.objects.bulk_update(rows, ["state", "outcome", "asked_on", "reported_on", "reported_by"])
    # The text about the actions was read again beside what came of them.
    block = Block.objects.get(survey=survey, kind=BlockKind.ACTIONS)
    block.data_mark = marks.of(block, material_of(survey))
    block.save(update_fields=["data_mark"])


def _begin(world: World, access: Access, survey: NeedsSurvey) -> None:
    """In writing, while the field work still runs. What came of the actions was told since."""
    material = material_of(survey)
    blocks = proposing.usual_blocks(survey, material)
    for block in blocks:
        block.changed_by, block.changed_at = str(access.user), world.ago(days=TOLD + 2)
        if block.kind == BlockKind.ACTIONS:
            block.data_mark = "."
    Block.objects.bulk_create(blocks)
    _remark(world, survey, texts.OPEN_REMARKS, TOLD - 4)
