"""Rows of event days for tests: one function per model, no surprises. Ask for a scope around them,
such as `guard.workspaces(room.pk)`."""

from datetime import time, timedelta
from typing import Any

from django.utils import timezone

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.events.enums import EventKind, PartKind, RegistrationState
from krachtlokaal.events.models import (
    DayPart,
    EventAdviser,
    EventDay,
    EventRoom,
    Participant,
    Registration,
    Session,
    Workshop,
)


def day(place: Workspace, **values: Any) -> EventDay:
    """A day in preparation, in six weeks."""
    number = EventDay.objects.count() + 1
    told = {
        "kind": EventKind.DOE_DAG,
        "title": "Doe-dag Rivierenland",
        "slug": f"doe-dag-{place.pk}-{number}",
        "held_on": timezone.localdate() + timedelta(days=42),
        "starts_at": time(9),
        "ends_at": time(17),
        "place": "Het Trefpunt",
        "town": "Tiel",
    }
    return EventDay.objects.create(workspace=place, **told | values)


def room(at: EventDay, name: str = "Zaal 1", **values: Any) -> EventRoom:
    return EventRoom.objects.create(
        workspace=at.workspace, event=at, name=name, **{"capacity": 30} | values
    )


def part(at: EventDay, kind: str = PartKind.PLENARY, **values: Any) -> DayPart:
    told = {"starts_at": time(9, 30), "ends_at": time(10)}
    return DayPart.objects.create(workspace=at.workspace, event=at, kind=kind, **told | values)


def round_of(at: EventDay, number: int = 1, **values: Any) -> DayPart:
    """A workshop round of an hour; the first one begins at ten."""
    told = {"number": number, "starts_at": time(9 + number), "ends_at": time(10 + number)}
    return part(at, PartKind.ROUND, **told | values)


def workshop(at: EventDay, title: str = "Fondsen werven", **values: Any) -> Workshop:
    return Workshop.objects.create(workspace=at.workspace, event=at, title=title, **values)


def session(of: Workshop, during: DayPart, **values: Any) -> Session:
    """With the room and the numbers of its workshop."""
    told = {"room": of.room, "capacity": of.capacity, "minimum": of.minimum}
    return Session.objects.create(
        workspace=of.workspace, event=of.event, workshop=of, part=during, **told | values
    )


def adviser(at: EventDay, name: str = "Jelle Visser", **values: Any) -> EventAdviser:
    return EventAdviser.objects.create(workspace=at.workspace, event=at, name=name, **values)


def registration(at: EventDay, **values: Any) -> Registration:
    told = {
        "organisation_name": "Koor Vivace",
        "name": "Anna de Boer",
        "email": "anna@vivace.example",
        "state": RegistrationState.CONFIRMED,
    }
    return Registration.objects.create(workspace=at.workspace, event=at, **told | values)


def participant(of: Registration, name: str = "Anna de Boer", **values: Any) -> Participant:
    told = {"code": f"P{Participant.objects.count() + 1:07d}{of.event_id % 1000:03d}"}
    return Participant.objects.create(
        workspace=of.workspace, event=of.event, registration=of, name=name, **told | values
    )
