"""What happened in the past weeks, so that a log and an organisation's history tell a story."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from krachtlokaal.demo_world.acting import actor_of
from krachtlokaal.demo_world.people import PEOPLE
from krachtlokaal.demo_world.world import World, save_as_is
from krachtlokaal.office.audit import Actor
from krachtlokaal.office.models import AuditEntry
from krachtlokaal.register.models import Contact, Organisation

WEEKS = 8
DEEDS = 30  # of each adviser and coordinator
ORGANISATION = "register.organisation"
CONTACT = "register.contact"
Deed = tuple[str, str, int, str, dict[str, Any], bool]


def build(world: World) -> None:
    dice = world.dice("history")
    by_key = {row.pk: row for row in world.organisations}
    rows: list[AuditEntry] = []
    for person in PEOPLE:
        contacts = world.contacts.get(person.slug, [])
        if contacts and person.mailbox in {"consulent", "coordinator", "team"}:
            actor = actor_of(world, person.email)
            for _ in range(DEEDS):
                contact = dice.choice(contacts)
                deed = _draw(dice, contact, by_key.get(contact.organisation_id))
                at = _at_work(world, dice)
                rows.append(_entry(actor, deed, at))
    rows.sort(key=lambda row: row.at)
    save_as_is(rows)


def _at_work(world: World, dice: Random) -> datetime:
    """Some moment in the past weeks between half past eight and half past five, on a weekday."""
    day = timezone.localtime(world.ago(days=dice.randint(1, 7 * WEEKS)))
    day -= timedelta(days=max(0, day.weekday() - 4))
    return day.replace(hour=8, minute=30) + timedelta(minutes=dice.randint(0, 540))


def _draw(dice: Random, contact: Contact, organisation: Organisation | None) -> Deed:
    if organisation is None or dice.random() < 0.5:
        return _about_contact(dice, contact)
    return _about_organisation(dice, organisation)


def _about_contact(dice: Random, contact: Contact) -> Deed:
    if dice.random() < 0.4:
        return ("contact.added", CONTACT, contact.pk, str(contact), {}, False)
    changes = {"phone": ["", contact.phone or "06-00000000"]}
    return ("contact.changed", CONTACT, contact.pk, str(contact), changes, False)


def _about_organisation(dice: Random, row: Organisation) -> Deed:
    if dice.random() < 0.3:
        return ("note.added", ORGANISATION, row.pk, row.name, {}, False)
    if dice.random() < 0.3:
        return ("organisation.confirmed", ORGANISATION, row.pk, row.name, {}, True)
    changes: dict[str, Any] = (
        {"volunteers": [max(1, (row.volunteers or 10) - dice.randint(1, 9)), row.volunteers]}
        if dice.random() < 0.6
        else {"website": ["", row.website]}
    )
    return ("organisation.changed", ORGANISATION, row.pk, row.name, changes, True)


def _entry(actor: Actor, deed: Deed, at: datetime) -> AuditEntry:
    verb, kind, pk, label, changes, is_shared = deed
    return AuditEntry(
        workspace_id=actor.workspace,
        at=at,
        actor_kind=actor.kind,
        actor_id=actor.id,
        actor_name=actor.name,
        verb=verb,
        object_kind=kind,
        object_id=pk,
        object_label=label,
        changes=changes,
        is_shared=is_shared,
    )
