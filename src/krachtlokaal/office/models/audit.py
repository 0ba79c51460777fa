"""Who did what: one append-only table."""

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.office.enums import ActorKind


class AuditEntry(models.Model):
    """One write, in words that a coordinator understands.

    Entries about shared facts (`is_shared`) may be read by every adviser: they are the history of
    an organisation. The database refuses to change or remove a row.
    """

    workspace_id = models.BigIntegerField(null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    actor_kind = models.CharField(max_length=8, choices=ActorKind)
    actor_id = models.BigIntegerField(null=True, blank=True)
    actor_name = models.CharField(max_length=160)
    verb = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=60, blank=True)
    object_id = models.BigIntegerField(null=True, blank=True)
    object_label = models.CharField(max_length=240, blank=True)
    changes = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    is_shared = models.BooleanField(default=False)

    objects: ClassVar[OwnedManager["AuditEntry"]] = OwnedManager()
    # The history of shared facts crosses workspaces; row-level security lets only those rows out.
    shared: ClassVar[models.Manager["AuditEntry"]] = models.Manager()

    class Meta:
        indexes = [
            models.Index(fields=["workspace_id", "-at"]),
            models.Index(fields=["object_kind", "object_id", "-at"]),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name}: {self.verb} {self.object_label}"
