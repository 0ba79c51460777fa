"""Advisers of the day and their slots of twenty minutes."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.advice.models import AdviceCase
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.events.models.days import DayPart, EventDay, EventRoom
from krachtlokaal.events.models.registrations import Participant


class EventAdviser(models.Model):
    """Somebody who gives advice on the day; a colleague with an account, or a guest."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="advisers")
    name = models.CharField(_("naam"), max_length=120)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Keys of themes.
    themes = ArrayField(models.CharField(max_length=20), default=list)
    room = models.ForeignKey(
        EventRoom, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Ill or otherwise away: her slots are given to others or called off.
    absent_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[OwnedManager["EventAdviser"]] = OwnedManager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class ConsultationSlot(models.Model):
    """Twenty minutes of one adviser; at most one person has it."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="slots")
    adviser = models.ForeignKey(EventAdviser, on_delete=models.CASCADE, related_name="slots")
    part = models.ForeignKey(DayPart, on_delete=models.CASCADE, related_name="slots")
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    participant = models.OneToOneField(
        Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="slot"
    )
    # She chose this slot herself, so that the solver leaves it.
    is_chosen = models.BooleanField(default=False)
    case = models.OneToOneField(
        AdviceCase, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["ConsultationSlot"]] = OwnedManager()

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [models.UniqueConstraint(fields=["adviser", "starts_at"], name="slot_once")]

    def __str__(self) -> str:
        return f"{self.adviser_id} {self.starts_at}"
