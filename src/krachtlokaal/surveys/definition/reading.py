"""From the content of a YAML file to a definition."""

from typing import Any

from krachtlokaal.surveys.definition.model import Definition


def from_data(data: dict[str, Any]) -> Definition:
    """A definition from checked data."""
    raise NotImplementedError(data.keys())
