"""The same seed makes the same world."""

import pytest
from django.db import transaction

from krachtlokaal import demo_world
from krachtlokaal.core import guard
from krachtlokaal.office.models import AuditEntry
from krachtlokaal.register.models import Contact, Organisation

pytestmark = pytest.mark.django_db


def fingerprint() -> list[tuple[object, ...]]:
    """What must be the same for the same seed; moments are relative to loading."""
    with guard.system("the test compares two worlds"):
        organisations = Organisation.everything.order_by("id").values_list(
            "name", "kvk", "sector", "postcode", "volunteers", "municipality_id"
        )
        contacts = Contact.objects.order_by("id").values_list("name", "role", "email", "phone")
        deeds = AuditEntry.objects.exclude(verb="demo.loaded").order_by("id")
        return [*organisations, *contacts, *deeds.values_list("verb", "object_label")]


def world_of(seed: int) -> list[tuple[object, ...]]:
    """Load a world, remember it and take it back."""
    with transaction.atomic():
        demo_world.load(seed=seed)
        found = fingerprint()
        transaction.set_rollback(True)
    return found


def test_the_same_seed_makes_the_same_world() -> None:
    assert not demo_world.is_loaded()
    assert world_of(1) == world_of(1)
    assert not demo_world.is_loaded()
