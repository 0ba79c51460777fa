"""Invite somebody: a row that says she may take part, and a personal link that lets her in.

Nothing is mailed here. The link holds for a year after closing, so that the report stays open;
answering ends at closing all the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from krachtlokaal.core import guard
from krachtlokaal.office import audit, links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.models import Contact
from krachtlokaal.surveys.enums import Channel
from krachtlokaal.surveys.links import ANSWER
from krachtlokaal.surveys.models import Invitation, Measurement, Wave

HOLDS_AFTER_CLOSING = timedelta(days=365)
_AT_ONCE = 1000


@dataclass(frozen=True)
class Person:
    """Somebody who is invited about one organisation; no contact for who is unknown to us."""

    measurement: int
    organisation: int
    channel: Channel
    contact: int | None = None
    name: str = ""
    email: str = ""
    language: str = "nl"


@transaction.atomic
def invite(
    *,
    wave: Wave,
    measurement: Measurement,
    channel: Channel,
    contact: Contact | None = None,
    name: str = "",
    email: str = "",
    language: str = "nl",
    is_verified: bool = True,
) -> Invitation:
    """One invitation with its link. `contact` is somebody of the register; name and address are
    taken from there unless they are given. Asks for the same scope as `measurement_for`."""
    person = Person(
        measurement.pk,
        measurement.organisation_id,
        channel,
        contact=contact.pk if contact else None,
        name=name or (contact.name if contact else ""),
        email=email or (contact.email if contact else ""),
        language=language,
    )
    made = invite_many(wave=wave, people=[person], is_verified=is_verified)[0]
    label = f"{wave.title}: {Channel(channel).label}"
    audit.record("invitation.made", made, label=label, workspace=wave.workspace_id)
    return made


def invite_many(
    *, wave: Wave, people: Sequence[Person], is_verified: bool = True
) -> list[Invitation]:
    """Invitations with their links, in the same order; the caller holds the transaction and writes
    the audit."""
    own = links.create_many(
        ANSWER,
        workspace=wave.workspace_id,
        object_ids=[None] * len(people),
        expires_at=holds_until(wave),
    )
    today = timezone.localdate()
    rows = [
        Invitation(
            workspace_id=wave.workspace_id,
            wave=wave,
            measurement_id=one.measurement,
            organisation_id=one.organisation,
            contact_id=one.contact,
            link=link,
            channel=one.channel,
            name=one.name,
            email=one.email,
            language=one.language,
            is_verified=is_verified,
            invited_on=today,
        )
        for one, link in zip(people, own, strict=True)
    ]
    made = Invitation.objects.bulk_create(rows, batch_size=_AT_ONCE)
    _name_on_links(made)
    return made


def _name_on_links(made: Sequence[Invitation]) -> None:
    """Each link names its invitation, which has a key only now."""
    own = Invitation.objects.filter(link=OuterRef("pk")).values("pk")
    with guard.system("the links were made a moment ago by the same deed"):
        rows = PersonalLink.objects.filter(pk__in=[row.link_id for row in made])
        rows.update(object_id=Subquery(own))
    for row in made:
        row.link.object_id = row.pk


def holds_until(wave: Wave) -> datetime:
    """Until when a link of this wave opens its page."""
    last = wave.closes_on or timezone.localdate()
    return timezone.make_aware(datetime.combine(last + HOLDS_AFTER_CLOSING, time.max))
