"""The questionnaires of the demo: the KrachtMeting, and one of another shape."""

from importlib.resources import files

from krachtlokaal.demo_world.acting import acting_as
from krachtlokaal.demo_world.world import World
from krachtlokaal.surveys.services.questionnaires import publish_from_yaml

OWNER = "team@landelijk.example"
FILES = {"krachtmeting": "krachtmeting_v1.yaml", "evaluatie": "evaluatie_doe_dag_v1.yaml"}


def build(world: World) -> None:
    folder = files("krachtlokaal.surveys.data")
    with acting_as(world, OWNER) as access:
        for key, name in FILES.items():
            text = folder.joinpath(name).read_text(encoding="utf-8")
            world.questionnaires[key] = publish_from_yaml(workspace=access.workspace, text=text)
