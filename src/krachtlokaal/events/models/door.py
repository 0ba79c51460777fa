"""The day itself: scans at the door, who followed which workshop, messages to all."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.events.enums import ScanVerdict
from krachtlokaal.events.models.days import EventDay, Session
from krachtlokaal.events.models.registrations import Participant


class Scan(models.Model):
    """One scan or tap of one device; its key is made on the device, so it counts once."""

    key = models.UUIDField(primary_key=True)
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="scans")
    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, null=True, blank=True, related_name="scans"
    )
    # None: at the entrance of the day. Else at the door of this session.
    session = models.ForeignKey(
        Session, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    code = models.CharField(max_length=40, blank=True)
    # A name that the device gave itself: "Telefoon bij de ingang".
    device = models.CharField(max_length=60, blank=True)
    scanned_at = models.DateTimeField()
    received_at = models.DateTimeField(auto_now_add=True)
    verdict = models.CharField(max_length=9, choices=ScanVerdict)

    objects: ClassVar[OwnedManager["Scan"]] = OwnedManager()

    class Meta:
        ordering = ["scanned_at", "key"]
        indexes = [models.Index(fields=["event", "participant"])]

    def __str__(self) -> str:
        return f"{self.event_id} {self.verdict}"


class Attendance(models.Model):
    """Somebody was in this session."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="attendances")
    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, related_name="attendances"
    )

    objects: ClassVar[OwnedManager["Attendance"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["session", "participant"], name="attendance_once")
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.participant_id}"


class EventMessage(models.Model):
    """A message to everybody on the day: by mail and on each programme page."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="messages")
    subject = models.CharField(_("onderwerp"), max_length=120)
    text = models.TextField(_("bericht"), max_length=1000)
    sent_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["EventMessage"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.subject
