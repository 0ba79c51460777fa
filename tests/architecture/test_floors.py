"""Imports and foreign keys go down or stay on the floor."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from tests.architecture.sources import FLOORS, PACKAGE, short, tree

INTAKE = PACKAGE / "register" / "intake"


def floor(model: type[models.Model]) -> int:
    """0 is the top; what is not ours stands below the ground floor."""
    parts = model.__module__.split(".")
    return FLOORS.index(parts[1]) if parts[0] == "krachtlokaal" else len(FLOORS)


def relations() -> list[tuple[type[models.Model], str, type[models.Model]]]:
    return [
        (model, field.name, field.related_model)
        for model in apps.get_models()
        if model.__module__.startswith("krachtlokaal.")
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and isinstance(field.related_model, type)
    ]


def test_foreign_keys_point_to_the_same_or_a_lower_floor() -> None:
    upwards = [
        f"{model._meta.label}.{name} → {target._meta.label}"
        for model, name, target in relations()
        if floor(target) < floor(model)
    ]
    assert upwards == []


@pytest.mark.parametrize("path", sorted(INTAKE.glob("*.py")), ids=lambda path: path.stem)
def test_reading_a_list_does_not_know_the_orm(path: Path) -> None:
    """A researcher reads a list without a database; see also the contract in pyproject.toml."""
    names = [alias.name for node in ast.walk(tree(path)) for alias in _aliases(node)]
    assert [n for n in names if n.startswith(("django.db", "django.apps"))] == [], short(path)


def _aliases(node: ast.AST) -> list[ast.alias]:
    if isinstance(node, ast.Import):
        return node.names
    if isinstance(node, ast.ImportFrom):
        return [ast.alias(f"{node.module}.{alias.name}") for alias in node.names]
    return []
