"""A new relation to an organisation is not forgotten by the merge."""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from krachtlokaal.register.merge import registry
from krachtlokaal.register.models import Organisation

OURS = {"accounts", "advice", "events", "needs", "office", "register", "surveys", "topics"}
# A whole number that names a row elsewhere, without a foreign key.
NUMBERS = (models.BigIntegerField, models.IntegerField)
CARRIERS = (models.JSONField, ArrayField)


def path(field: models.Field) -> str:
    return f"{field.model._meta.app_label}.{field.model.__name__}.{field.name}"


def own_models() -> Iterator[type[models.Model]]:
    return (m for m in apps.get_models() if m._meta.app_label in OURS)


def test_every_foreign_key_to_an_organisation_is_decided() -> None:
    # Hidden ones (related_name="+") too.
    all_fields = Organisation._meta.get_fields(include_hidden=True)
    relations = {
        path(found.remote_field) for found in all_fields if found.auto_created and found.is_relation
    }
    assert relations == set(registry.relations)


def test_every_field_that_may_hold_organisation_numbers_is_decided() -> None:
    carriers = {
        path(field)
        for model in own_models()
        for field in model._meta.concrete_fields
        if isinstance(field, CARRIERS)
        or (isinstance(field, NUMBERS) and not field.primary_key and field.name.endswith("_id"))
    }
    assert carriers == set(registry.copies) | set(registry.without_organisations)


def test_no_field_is_decided_twice() -> None:
    assert set(registry.copies) & set(registry.without_organisations) == set()


def test_there_are_no_generic_foreign_keys_that_would_be_missed() -> None:
    generic = [m for m in own_models() if m._meta.private_fields]
    assert generic == []


def test_each_exception_has_a_reason() -> None:
    assert [p for p, why in registry.without_organisations.items() if not why] == []
