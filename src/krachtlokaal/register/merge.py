"""What happens to everything that hangs on an organisation when it is merged into another.

Each room registers its relations here. A test compares the registrations with the models: a new
relation, or a new JSON field that may hold organisation numbers, fails until somebody decides.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.functional import Promise


class Treatment(Enum):
    """MOVE goes over to the kept organisation; STAY keeps pointing at the one that is gone."""

    MOVE = "move"
    STAY = "stay"


@dataclass(frozen=True)
class Relation:
    """One foreign key to an organisation, and what a merge does with its rows.

    `once_per`: fields that with the organisation make a row unique. Where the kept organisation
    already has such a row, the other one is set aside and comes back when the merge is undone.
    """

    path: str
    treatment: Treatment
    label: str | Promise
    once_per: tuple[str, ...] = ()

    @property
    def model(self) -> type[models.Model]:
        app, model, _field = self.path.split(".")
        return apps.get_model(app, model)

    @property
    def field(self) -> str:
        return self.path.split(".")[2]


@dataclass(frozen=True)
class ListCopy:
    """A field that holds a list of organisation numbers without a foreign key."""

    path: str

    @property
    def model(self) -> type[models.Model]:
        app, model, _field = self.path.split(".")
        return apps.get_model(app, model)

    @property
    def name(self) -> str:
        return self.path.split(".")[2]

    def rewrite(self, gone: int, kept: int) -> dict[str, list[int]]:
        """Write the kept number where the other one stood; returns the lists as they were."""
        before = {}
        for row in self._rows(gone):
            before[str(row.pk)] = getattr(row, self.name)
            self._save(row, [kept if n == gone else n for n in getattr(row, self.name)])
        return before

    def restore(self, gone: int, kept: int, before: dict[str, list[int]]) -> None:
        """Put a list back as it was; one that was changed since only gets the number back."""
        for row in self.model._base_manager.filter(pk__in=before).select_for_update():
            was, now = before[str(row.pk)], getattr(row, self.name)
            rewritten = {kept if number == gone else number for number in was}
            self._save(row, was if set(now) == rewritten else [*now, gone])

    def _rows(self, number: int) -> "models.QuerySet[Any]":
        rows = self.model._base_manager.filter(**{f"{self.name}__contains": [number]})
        return rows.select_for_update()

    def _save(self, row: models.Model, numbers: list[int]) -> None:
        setattr(row, self.name, list(dict.fromkeys(numbers)))
        row.save(update_fields=[self.name])


@dataclass
class Registry:
    """The decisions of all rooms."""

    relations: dict[str, Relation] = field(default_factory=dict)
    copies: dict[str, ListCopy] = field(default_factory=dict)
    without_organisations: dict[str, str] = field(default_factory=dict)


registry = Registry()


def register(
    path: str,
    treatment: Treatment,
    *,
    label: str | Promise,
    once_per: tuple[str, ...] = (),
) -> None:
    """Decide for a foreign key, written as "register.Contact.organisation"."""
    registry.relations[path] = Relation(path, treatment, label, once_per)


def register_copy(path: str) -> None:
    """Decide for a field that holds a list of organisation numbers: they are rewritten."""
    registry.copies[path] = ListCopy(path)


def holds_no_organisations(path: str, why: str) -> None:
    """Say of a JSON, array or number field that a merge leaves it alone, and why."""
    registry.without_organisations[path] = why
