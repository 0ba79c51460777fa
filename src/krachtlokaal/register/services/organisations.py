"""Write the shared facts of an organisation, each with an entry in the history that all read."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from krachtlokaal.office import audit
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.services import search
from krachtlokaal.register.services.versions import ChangedMeanwhile, differences

FACTS = (
    "name",
    "kvk",
    "sector",
    "legal_form",
    "address",
    "postcode",
    "place",
    "municipality_id",
    "website",
    "volunteers",
    "members",
)


@transaction.atomic
def create(*, facts: Mapping[str, Any], confirmed: bool = False) -> Organisation:
    """A new organisation; `confirmed` where somebody of the organisation told the facts."""
    organisation = Organisation(**_only_facts(facts))
    organisation.name_key = search.name_key(organisation.name)
    organisation.confirmed_at = timezone.now() if confirmed else None
    organisation.save()
    search.reindex([organisation.pk])
    audit.record("organisation.created", organisation, shared=True)
    return organisation


@transaction.atomic
def change(*, organisation: Organisation, version: int, facts: Mapping[str, Any]) -> Organisation:
    """New facts; refuses when somebody else saved since `version`."""
    row = locked(organisation.pk, version)
    changes = differences(row, _only_facts(facts))
    if changes:
        apply(row, {name: new for name, (_old, new) in changes.items()})
        audit.record("organisation.changed", row, changes=changes, shared=True)
    return row


@transaction.atomic
def end(*, organisation: Organisation, version: int, on: date) -> Organisation:
    """The organisation stopped. It stays findable and keeps its history."""
    row = locked(organisation.pk, version)
    changes = {"ended_on": [row.ended_on, on]}
    apply(row, {"ended_on": on})
    audit.record("organisation.ended", row, changes=changes, shared=True)
    return row


@transaction.atomic
def restart(*, organisation: Organisation, version: int) -> Organisation:
    """It did not stop after all, or began again."""
    row = locked(organisation.pk, version)
    changes = {"ended_on": [row.ended_on, None]}
    apply(row, {"ended_on": None})
    audit.record("organisation.restarted", row, changes=changes, shared=True)
    return row


@transaction.atomic
def confirm(*, organisation: Organisation) -> Organisation:
    """Somebody who knows said that the facts are right as they stand."""
    row = Organisation.objects.select_for_update().get(pk=organisation.pk)
    changes = {"confirmed_at": [row.confirmed_at, timezone.now()]}
    row.confirmed_at = timezone.now()
    row.save(update_fields=["confirmed_at"])
    audit.record("organisation.confirmed", row, changes=changes, shared=True)
    return row


def locked(pk: int, version: int | None) -> Organisation:
    """The row, locked until the transaction ends; with a version only if it still has that one."""
    row = Organisation.objects.select_for_update().get(pk=pk)
    if version is not None and row.version != version:
        raise ChangedMeanwhile(row)
    return row


def apply(row: Organisation, values: Mapping[str, Any]) -> None:
    """Write values on a locked row, with all that follows from them. Records nothing."""
    for name, value in values.items():
        setattr(row, name, value)
    row.name_key = search.name_key(row.name)
    row.version += 1
    row.save()
    search.reindex([row.pk])


def _only_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: facts[name] for name in FACTS if name in facts}
