"""The questionnaires that come with the product, as files."""

from importlib.resources import files

NAMES = ("krachtmeting_v1", "evaluatie_doe_dag_v1")


def text_of(name: str) -> str:
    """The text of one of them; empty for any other name."""
    if name not in NAMES:
        return ""
    return (files(__name__) / f"{name}.yaml").read_text(encoding="utf-8")
