"""A row of any owned model, made from its fields alone: a new table is covered by itself."""

import datetime as dt
import secrets
import uuid
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.register.models import Municipality
from krachtlokaal.topics.models import Theme

SMALL = 1_000_000
SMALLEST = 30_000
# What a constraint asks for besides the fields that may not be empty.
ASKED_TOGETHER: dict[str, dict[str, Any]] = {
    "surveys.Answer": {"content": {}},
    "events.DayPart": {"starts_at": dt.time(10), "ends_at": dt.time(11)},
}


def owned_models() -> list[type[models.Model]]:
    """Every model of ours with a workspace key."""
    ours = (m for m in apps.get_models() if m.__module__.startswith("krachtlokaal."))
    return [m for m in ours if any(f.attname == "workspace_id" for f in m._meta.concrete_fields)]


def make(model: type[models.Model], workspace: Workspace, **given: Any) -> models.Model:
    """Save one row of this workspace; asks for the system scope around it."""
    if model is Workspace:
        return workspace
    if model is Municipality:
        return Municipality.objects.order_by("code")[0]
    if model is Theme:
        return Theme.objects.order_by("order")[0]
    values = ASKED_TOGETHER.get(model._meta.label, {}) | given
    for field in model._meta.concrete_fields:
        if field.attname == "workspace_id":
            values["workspace_id"] = workspace.pk
        elif _is_needed(field) and field.name not in values:
            values[field.name] = _value(field, workspace)
    row = model(**values)
    row.save(force_insert=True)
    return row


def _is_needed(field: "models.Field[Any, Any]") -> bool:
    if field.primary_key and isinstance(field, models.AutoField):
        return False
    if getattr(field, "generated", False) or getattr(field, "auto_now_add", False):
        return False
    return not (field.null or field.has_default() or getattr(field, "auto_now", False))


def _value(field: "models.Field[Any, Any]", workspace: Workspace) -> Any:
    if isinstance(field, models.ForeignKey):
        return make(field.related_model, workspace)
    if field.choices:
        return next(iter(dict(field.flatchoices)))
    for kind, value in _VALUES:
        if isinstance(field, kind):
            made = value()
            return made[: field.max_length] if isinstance(made, str) and field.max_length else made
    return []


_VALUES: list[tuple[type["models.Field[Any, Any]"], Any]] = [
    (models.EmailField, lambda: f"{secrets.token_hex(6)}@voorbeeld.example"),
    (models.URLField, lambda: "https://voorbeeld.example/"),
    (models.CharField, lambda: secrets.token_hex(20)),
    (models.TextField, lambda: "tekst"),
    (models.BooleanField, lambda: False),
    (models.DateTimeField, timezone.now),
    (models.DateField, lambda: dt.date(2026, 11, 23)),
    (models.TimeField, lambda: dt.time(10, 30)),
    (models.UUIDField, uuid.uuid4),
    (models.FloatField, lambda: 0.5),
    (models.SmallIntegerField, lambda: secrets.randbelow(SMALLEST)),
    (models.PositiveSmallIntegerField, lambda: secrets.randbelow(SMALLEST)),
    (models.IntegerField, lambda: secrets.randbelow(SMALL)),
    (models.BinaryField, lambda: secrets.token_bytes(16)),
    (models.JSONField, dict),
]
