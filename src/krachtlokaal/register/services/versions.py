"""Two people edit the same row: the second one is told, and nothing that she typed is lost."""

from typing import Any

from django.db.models import Model


class ChangedMeanwhile(Exception):  # noqa: N818 it is an answer, not a fault
    """Somebody else saved this row after the form was opened; `current` is how it is now."""

    def __init__(self, current: Model) -> None:
        super().__init__(str(current))
        self.current = current


def differences(row: Model, values: dict[str, Any]) -> dict[str, list[Any]]:
    """field → [old, new] for every value that differs from the row."""
    return {
        name: [getattr(row, name), value]
        for name, value in values.items()
        if getattr(row, name) != value
    }
