"""Two days in preparation: a doe-dag with all its workshops in Rivierenland, an idea in Fryslân."""

from datetime import timedelta

from django.utils import timezone

from krachtlokaal.demo_world.acting import acting_as
from krachtlokaal.demo_world.world import World
from krachtlokaal.events.enums import EventKind, PartKind
from krachtlokaal.events.models import EventAdviser, EventDay, EventRoom, Session, Workshop
from krachtlokaal.events.services import days

OWNER, OTHER = "coordinator@spectrum.example", "coordinator@partoer.example"
ROOMS = (
    ("Grote zaal", 140, True),
    ("Waalzaal", 40, True),
    ("Lingezaal", 36, True),
    ("Betuwekamer", 30, True),
    ("Zolder", 24, False),
)
# Each in one round: four beside each other.
WORKSHOPS = (
    "Vrijwilligers vinden die blijven",
    "Een bestuur dat zichzelf vernieuwt",
    "Jongeren aan het roer",
    "Geld uit fondsen",
    "Samenwerken met de gemeente",
    "Een begroting op één blad",
    "Zichtbaar in het dorp",
    "Ruzie in het bestuur",
    "Ons gebouw betaalbaar houden",
    "Wat mag met persoonsgegevens",
    "Iedereen kan meedoen",
    "Samen verder met de buren",
)
LEADERS = ("Anneke Vos", "Bram Kuipers", "Chantal de Wit", "Dirk Hendriks")
ADVISERS = ("Els van Dam", "Faruk Demir", "Gerda Smit")
FACTS = {
    "place": "Cultuurhuis De Gaarde",
    "address": "Appeldijk 4",
    "town": "Tiel",
    "lead": "Leren van elkaar, advies krijgen en kennismaken.",
    "accessibility": "Lift naar alle zalen, behalve naar de zolder.",
    "contact": "doedag@spectrum.example",
}


def build(world: World) -> None:
    today = timezone.localdate()
    with acting_as(world, OWNER) as access:
        kind, title = EventKind.DOE_DAG, "Doe-dag Rivierenland"
        held_on = today + timedelta(days=45)
        day = days.make(access=access, kind=kind, title=title, held_on=held_on)
        _furnish(days.change(day=day, version=day.version, values=FACTS))
    with acting_as(world, OTHER) as access:
        kind, title = EventKind.WORKSHOP_DAY, "Workshopdag Fryslân"
        days.make(access=access, kind=kind, title=title, held_on=None)


def _furnish(day: EventDay) -> None:
    """Rooms, workshops in the rounds, advisers."""
    own = {"workspace": day.workspace, "event": day}
    rooms = [
        EventRoom.objects.create(**own, name=name, capacity=seats, is_accessible=is_accessible)
        for name, seats, is_accessible in ROOMS
    ]
    rounds = list(day.parts.filter(kind=PartKind.ROUND).order_by("number"))
    for place, title in enumerate(WORKSHOPS):
        column = place % len(LEADERS)
        room = rooms[column]
        workshop = Workshop.objects.create(
            **own,
            title=title,
            leader=LEADERS[column],
            room=room,
            capacity=min(room.capacity, 36),
            minimum=6,
            order=place,
        )
        Session.objects.create(
            **own,
            workshop=workshop,
            part=rounds[place // len(LEADERS)],
            room=room,
            capacity=workshop.capacity,
            minimum=workshop.minimum,
        )
    for name in ADVISERS:
        EventAdviser.objects.create(**own, name=name)
