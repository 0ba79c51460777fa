"""What a list would change of an organisation and of its contacts, field by field."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from krachtlokaal.register.enums import LegalForm
from krachtlokaal.register.intake.enums import ContactRole
from krachtlokaal.register.intake.text import squeeze
from krachtlokaal.register.models import Contact
from krachtlokaal.register.services.imports.values import Person, RowValues

Changes = dict[str, list[Any]]
_SITE_NOISE = re.compile(r"^https?://(?:www\.)?|/$")


@dataclass(frozen=True)
class Manner:
    """`overwrite`: the list goes first, else it only fills gaps; `by_kvk`: surely the same body."""

    overwrite: bool
    by_kvk: bool = False


def of_facts(current: dict[str, Any], values: RowValues, manner: Manner) -> Changes:
    """Field → [old, new] for everything that the list would write."""
    return {
        name: [current[name], new]
        for name, new in values.facts.items()
        if _writes(name, current[name], new, manner, guess=name in values.guesses)
    }


def _writes(name: str, old: object, new: object, manner: Manner, *, guess: bool) -> bool:
    if old == new or _means_the_same(name, old, new):
        return False
    if is_empty(name, old):
        return name != "sector" or not guess
    if guess or not manner.overwrite:
        return False
    # A name that only looks different is left alone: the number must prove that it is a new name.
    # A number itself never gives way to another one: that would be another organisation.
    return name != "kvk" and (name != "name" or manner.by_kvk)


def is_empty(name: str, value: object) -> bool:
    return value in (None, "") or (name == "legal_form" and value == LegalForm.UNKNOWN)


def _means_the_same(name: str, old: object, new: object) -> bool:
    if not isinstance(old, str) or not isinstance(new, str):
        return False
    if name == "website":
        return _SITE_NOISE.sub("", old.lower()) == _SITE_NOISE.sub("", new.lower())
    if name == "postcode":
        return old.startswith(new)
    if name == "legal_form":
        return new == LegalForm.UNKNOWN
    return name in {"name", "address", "place"} and squeeze(old) == squeeze(new)


@dataclass(frozen=True)
class ContactChange:
    """A contact that the list adds (`id` is None) or changes."""

    id: int | None
    role: str
    fields: Changes

    def as_json(self) -> dict[str, Any]:
        return {"id": self.id, "role": self.role, "fields": self.fields}


def of_contacts(
    existing: Sequence[Contact], people: Iterable[Person], *, overwrite: bool
) -> list[ContactChange]:
    """The contacts of this workspace that the list adds or changes."""
    changes = []
    taken: set[int] = set()
    for person in people:
        same = _find(existing, person, taken)
        if same is None:
            changes.append(_added(person))
            continue
        taken.add(same.pk)
        fields = _changed(same, person, overwrite=overwrite)
        # Whoever stopped does not come back because an old list still names her.
        if fields and same.ended_on is None:
            changes.append(ContactChange(same.pk, same.role, fields))
    return changes


def _added(person: Person) -> ContactChange:
    given = {"name": person.name, "email": person.email, "phone": person.phone}
    return ContactChange(None, person.role, {k: ["", v] for k, v in given.items() if v})


def _find(existing: Sequence[Contact], person: Person, taken: set[int]) -> Contact | None:
    """The same address first, then the same person, then who holds the same office."""
    free = [contact for contact in existing if contact.pk not in taken]
    for fits in (_same_address_and_role, _same_address, _same_person, _same_office):
        found = next((contact for contact in free if fits(contact, person)), None)
        if found is not None:
            return found
    return None


def _same_address_and_role(contact: Contact, person: Person) -> bool:
    return contact.role == person.role and _same_address(contact, person)


def _same_address(contact: Contact, person: Person) -> bool:
    return bool(person.email) and contact.email.lower() == person.email.lower()


def _same_person(contact: Contact, person: Person) -> bool:
    if person.name:
        return squeeze(contact.name) == squeeze(person.name)
    return contact.role == person.role and not contact.name


def _same_office(contact: Contact, person: Person) -> bool:
    running = contact.ended_on is None
    return running and person.role != ContactRole.GENERAL and contact.role == person.role


def _changed(contact: Contact, person: Person, *, overwrite: bool) -> Changes:
    fields: Changes = {}
    for name in ("name", "email", "phone"):
        old, new = getattr(contact, name), getattr(person, name)
        same = squeeze(old) == squeeze(new) if name == "name" else old.lower() == new.lower()
        if new and not same and (overwrite or not old):
            fields[name] = [old, new]
    if not overwrite and "name" not in fields and _someone_else(contact, person):
        return {}
    return fields


def _someone_else(contact: Contact, person: Person) -> bool:
    """Another holder of the office: her address must not be mixed with this one's name."""
    return bool(contact.name and person.name) and squeeze(contact.name) != squeeze(person.name)
