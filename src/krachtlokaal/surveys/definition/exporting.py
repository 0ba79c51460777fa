"""A questionnaire as YAML again: the same content, in the order in which it is always written."""

from typing import Any

import yaml

from krachtlokaal.surveys.definition.shapes import Part, Rows
from krachtlokaal.surveys.definition.structure import OPTION, QUESTIONNAIRE, code_or_option

WIDTH = 100


def to_yaml(data: dict[str, Any]) -> str:
    """The text of the file. Reading it again gives the same data."""
    ordered = _ordered(data, QUESTIONNAIRE)
    return yaml.dump(
        ordered, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, indent=2
    )


def _ordered(value: Any, shape: Any) -> Any:  # noqa: ANN401 whatever a questionnaire holds
    """Keys in the order of the shape; what has no shape of its own by the alphabet."""
    if shape is code_or_option:
        shape = OPTION
    if isinstance(value, list):
        part = shape.part if isinstance(shape, Rows) else None
        return [_ordered(row, part) for row in value]
    if not isinstance(value, dict):
        return value
    known = shape.known() if isinstance(shape, Part) else {}
    keys = [*(key for key in known if key in value), *sorted(value.keys() - known.keys())]
    return {key: _ordered(value[key], known.get(key)) for key in keys}


class _Dumper(yaml.SafeDumper):
    """Lists stand indented below their name, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 as PyYAML calls it
        super().increase_indent(flow, False)  # noqa: FBT003 as PyYAML takes it
