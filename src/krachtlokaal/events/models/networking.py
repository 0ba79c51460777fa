"""Who sits at which table in which round of getting acquainted."""

from typing import ClassVar

from django.db import models

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.events.models.days import EventDay
from krachtlokaal.events.models.registrations import Participant


class Carousel(models.Model):
    """The plan of all tables of a day, and how good it is."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.OneToOneField(EventDay, on_delete=models.CASCADE, related_name="carousel")
    rounds = models.PositiveSmallIntegerField(default=6)
    minutes = models.PositiveSmallIntegerField(default=8)
    seed = models.BigIntegerField(default=1)
    quality = models.JSONField(default=dict)
    made_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[OwnedManager["Carousel"]] = OwnedManager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.event_id)


class TableSeat(models.Model):
    """One person at one table in one round."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    carousel = models.ForeignKey(Carousel, on_delete=models.CASCADE, related_name="seats")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="tables")
    number = models.PositiveSmallIntegerField()
    table = models.PositiveSmallIntegerField()

    objects: ClassVar[OwnedManager["TableSeat"]] = OwnedManager()

    class Meta:
        ordering = ["number", "table", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["carousel", "participant", "number"], name="table_seat_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.number} {self.table}"
