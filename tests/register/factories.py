"""Rows of the register for tests: one function per model, no surprises."""

from typing import Any

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.register.models import Contact, Municipality, Note, Organisation, Tag
from krachtlokaal.register.services.search import name_key, reindex

TIEL = "GM0281"
BUREN = "GM0214"
LEEUWARDEN = "GM0080"


def organisation(name: str = "Dorpshuis De Lingebocht", **facts: Any) -> Organisation:
    values = {"municipality": Municipality.objects.get(pk=TIEL), "place": "Tiel"} | facts
    row = Organisation.objects.create(name=name, name_key=name_key(name), **values)
    reindex([row.pk])
    return row


def contact(workspace: Workspace, about: Organisation, **values: Any) -> Contact:
    return Contact.objects.create(
        workspace=workspace, organisation=about, **{"name": "A. Bestuur", **values}
    )


def note(workspace: Workspace, about: Organisation, text: str = "Gebeld.") -> Note:
    return Note.objects.create(
        workspace=workspace, organisation=about, author_name="Anna", text=text
    )


def tag(workspace: Workspace, name: str = "dorpshuis") -> Tag:
    return Tag.objects.create(workspace=workspace, name=name)
