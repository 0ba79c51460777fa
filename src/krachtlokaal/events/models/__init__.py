from krachtlokaal.events.models.after import EvaluationAnswer, EvaluationSent, EventCost, Intention
from krachtlokaal.events.models.consultations import ConsultationSlot, EventAdviser
from krachtlokaal.events.models.days import DayPart, EventDay, EventRoom, Session, Workshop
from krachtlokaal.events.models.door import Attendance, EventMessage, Scan
from krachtlokaal.events.models.networking import Carousel, TableSeat
from krachtlokaal.events.models.placements import Pin, Placement, Seat
from krachtlokaal.events.models.registrations import EventInvitation, Participant, Registration

__all__ = [
    "Attendance",
    "Carousel",
    "ConsultationSlot",
    "DayPart",
    "EvaluationAnswer",
    "EvaluationSent",
    "EventAdviser",
    "EventCost",
    "EventDay",
    "EventInvitation",
    "EventMessage",
    "EventRoom",
    "Intention",
    "Participant",
    "Pin",
    "Placement",
    "Registration",
    "Scan",
    "Seat",
    "Session",
    "TableSeat",
    "Workshop",
]
