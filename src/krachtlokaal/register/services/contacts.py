"""Contacts of a workspace at an organisation."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.office import audit
from krachtlokaal.register.models import Contact, Organisation
from krachtlokaal.register.services.versions import ChangedMeanwhile, differences

FIELDS = ("name", "role", "email", "phone")


@transaction.atomic
def add(*, workspace: Workspace, organisation: Organisation, values: Mapping[str, Any]) -> Contact:
    """A new way to reach an organisation, seen by this workspace alone."""
    contact = Contact.objects.create(
        workspace=workspace, organisation=organisation, **_only_fields(values)
    )
    audit.record("contact.added", contact, label=_label(contact))
    return contact


@transaction.atomic
def change(*, contact: Contact, version: int, values: Mapping[str, Any]) -> Contact:
    """New data; another address has no mail problem yet."""
    row = _locked(contact, version)
    changes = differences(row, _only_fields(values))
    if not changes:
        return row
    for name, (_old, new) in changes.items():
        setattr(row, name, new)
    if "email" in changes:
        row.mail_problem, row.mail_problem_at = "", None
    _save(row)
    audit.record("contact.changed", row, changes=changes, label=_label(row))
    return row


@transaction.atomic
def end(*, contact: Contact, version: int, on: date) -> Contact:
    """This person stopped; mailings skip the contact, the history keeps it."""
    row = _locked(contact, version)
    changes = {"ended_on": [row.ended_on, on]}
    row.ended_on = on
    _save(row)
    audit.record("contact.ended", row, changes=changes, label=_label(row))
    return row


@transaction.atomic
def restart(*, contact: Contact, version: int) -> Contact:
    row = _locked(contact, version)
    changes = {"ended_on": [row.ended_on, None]}
    row.ended_on = None
    _save(row)
    audit.record("contact.restarted", row, changes=changes, label=_label(row))
    return row


def _locked(contact: Contact, version: int) -> Contact:
    row = Contact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    if row.version != version:
        raise ChangedMeanwhile(row)
    return row


def _save(row: Contact) -> None:
    row.version += 1
    row.save()


def _only_fields(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in FIELDS if name in values}


def _label(contact: Contact) -> str:
    return f"{contact} ({contact.organisation.name})"
