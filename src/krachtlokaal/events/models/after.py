"""After the day: evaluations that name nobody, one intention per organisation, what it cost."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.events.enums import IntentionState
from krachtlokaal.events.models.days import EventDay, Session
from krachtlokaal.events.models.registrations import Participant, Registration


class EvaluationAnswer(models.Model):
    """What somebody thought of a session, or of the day; nobody can tell who."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="+")
    # None: about the whole day.
    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    # By the key of the question.
    answers = models.JSONField(default=dict)

    objects: ClassVar[OwnedManager["EvaluationAnswer"]] = OwnedManager()

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return str(self.event_id)


class EvaluationSent(models.Model):
    """That somebody evaluated a session, or the day; not what she said."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[OwnedManager["EvaluationSent"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "session"],
                name="evaluated_once",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.session_id}"


class Intention(models.Model):
    """The one thing that an organisation means to do, and what came of it six weeks later."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, related_name="intention"
    )
    text = models.CharField(_("wat gaat u doen"), max_length=300)
    state = models.CharField(max_length=7, choices=IntentionState, default=IntentionState.PLANNED)
    outcome = models.CharField(_("wat is ervan gekomen"), max_length=500, blank=True)
    made_on = models.DateField(auto_now_add=True)
    asked_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[OwnedManager["Intention"]] = OwnedManager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]


class EventCost(models.Model):
    """What the day cost, line by line, in cents."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="costs")
    label = models.CharField(_("waarvoor"), max_length=120)
    cents = models.PositiveIntegerField(_("bedrag"))

    objects: ClassVar[OwnedManager["EventCost"]] = OwnedManager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.label
