"""Put contacts, labels and notes of an import back as they were."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext as _

from krachtlokaal.register.models import (
    Contact,
    FactCheck,
    ImportRow,
    Note,
    Organisation,
    OrganisationTag,
    Succession,
)
from krachtlokaal.register.services.imports import extras

if TYPE_CHECKING:
    from krachtlokaal.register.services.imports.undoing import Undone


def put_back(
    undone: "Undone", rows: Sequence[ImportRow], organisations: Mapping[int, Organisation]
) -> None:
    running = [
        row
        for row in rows
        if (found := organisations.get(row.organisation_id or 0)) and not found.merged_into_id
    ]
    _contacts(undone, running)
    _tags(undone, running)
    _notes(running)


def _contacts(undone: "Undone", rows: Sequence[ImportRow]) -> None:
    wanted = [(row, one) for row in rows for one in row.changes.get("contacts", ())]
    keys = [one["id"] for _row, one in wanted]
    found = {
        contact.pk: contact
        for contact in Contact.objects.select_for_update(of=("self",))
        .filter(pk__in=keys)
        .order_by("pk")
    }
    asked = _asked(keys)
    gone, changed = [], []
    for row, one in wanted:
        contact = found.get(one["id"])
        if contact is None:
            continue
        if one.get("created"):
            if _goes(undone, row, contact, one, asked=contact.pk in asked):
                gone.append(contact.pk)
        elif _put_fields_back(undone, row, contact, one["fields"]):
            changed.append(contact)
    extras.save(changed)
    Contact.objects.filter(pk__in=gone).delete()


def _asked(keys: Sequence[int]) -> set[int]:
    """Contacts who were asked something since, or who hand over to a successor."""
    asked = set(FactCheck.objects.filter(contact_id__in=keys).values_list("contact_id", flat=True))
    return asked | set(
        Succession.objects.filter(leaving_id__in=keys).values_list("leaving_id", flat=True)
    )


def _goes(
    undone: "Undone", row: ImportRow, contact: Contact, one: Mapping[str, Any], *, asked: bool
) -> bool:
    moved = contact.organisation_id != row.organisation_id
    if contact.version == one["version"] and not asked and not moved:
        return True
    undone.keep(row, str(contact), "contact", _("Dit contact is daarna gewijzigd of gebruikt."))
    return False


def _put_fields_back(
    undone: "Undone", row: ImportRow, contact: Contact, fields: Mapping[str, Sequence[Any]]
) -> bool:
    back = {}
    for name, (old, new) in fields.items():
        if getattr(contact, name) == new:
            back[name] = old
        elif getattr(contact, name) != old:
            undone.keep(row, str(contact), f"contact_{name}", _("Is daarna door iemand gewijzigd."))
    if back:
        extras.set_fields(contact, back)
    return bool(back)


def _tags(undone: "Undone", rows: Sequence[ImportRow]) -> None:
    given = Q()
    for row in rows:
        tags = [tag["id"] for tag in row.changes.get("tags", ())]
        if tags:
            given |= Q(organisation_id=row.organisation_id, tag_id__in=tags)
            undone.tags.update(tags)
    if given:
        OrganisationTag.objects.filter(given).delete()


def _notes(rows: Sequence[ImportRow]) -> None:
    texts = {
        row.changes["note"]["id"]: row.changes["note"]["text"]
        for row in rows
        if row.changes.get("note")
    }
    notes = Note.objects.filter(pk__in=texts).values_list("pk", "text")
    Note.objects.filter(pk__in=[pk for pk, text in notes if text == texts[pk]]).delete()
