"""The placement of people in sessions: proposals, the published one, and what is pinned."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.events.enums import PinKind, PlacementState, SeatOrigin
from krachtlokaal.events.models.days import DayPart, EventDay, Session
from krachtlokaal.events.models.registrations import Participant


class Placement(models.Model):
    """One answer of the solver, with its proof, and what people changed in it since."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="placements")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=9, choices=PlacementState, default=PlacementState.DRAFT)
    # The placement from which the fewest changes were asked.
    previous = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    seed = models.BigIntegerField()
    # "optimal" where all three steps are proven, else "feasible".
    status = models.CharField(max_length=8)
    figures = models.JSONField(default=dict)
    bounds = models.JSONField(default=dict)
    # Empty rounds with their reasons, as the solver told them.
    empty = models.JSONField(default=list)
    # Reasons per person and what would help: see assignment.explain.
    explained = models.JSONField(default=dict)
    seconds = models.FloatField(default=0)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["Placement"]] = OwnedManager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="placement_number_once"),
            models.UniqueConstraint(
                fields=["event"],
                condition=models.Q(state="published"),
                name="one_published_placement",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.number}"


class Seat(models.Model):
    """One person in one session, in one placement."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="seats")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="seats")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="seats")
    part = models.ForeignKey(DayPart, on_delete=models.CASCADE, related_name="+")
    # Its place in her wishes, counted from 1; none if she did not wish it.
    wish = models.PositiveSmallIntegerField(null=True, blank=True)
    origin = models.CharField(max_length=7, choices=SeatOrigin, default=SeatOrigin.SOLVER)

    objects: ClassVar[OwnedManager["Seat"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["placement", "participant", "part"], name="seat_once_a_round"
            )
        ]
        indexes = [models.Index(fields=["placement", "session"])]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.session_id}"


class Pin(models.Model):
    """What the solver must leave as it is: somebody sits here, or does not."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="pins")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="pins")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="pins")
    kind = models.CharField(max_length=8, choices=PinKind, default=PinKind.FIXED)
    why = models.CharField(_("waarom"), max_length=200, blank=True)

    objects: ClassVar[OwnedManager["Pin"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["participant", "session"], name="pin_once")]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.session_id}"
