"""Work that takes over a second, with progress, result and files."""

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.office.enums import JobState


class Job(models.Model):
    """One piece of work. The queue runs it; this row is what people see of it."""

    workspace_id = models.BigIntegerField(db_index=True)
    user_id = models.BigIntegerField(null=True, blank=True)
    # Names live on a higher floor: the audit of a job shows the name of who asked for it.
    actor_name = models.CharField(max_length=160, blank=True)
    kind = models.CharField(max_length=60)
    title = models.CharField(_("titel"), max_length=200)
    arguments = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    state = models.CharField(max_length=8, choices=JobState, default=JobState.WAITING)
    step = models.CharField(max_length=200, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    message = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    result_url = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["Job"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title


class JobFile(models.Model):
    """A file that a job made; kept for a month."""

    workspace_id = models.BigIntegerField()
    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=160)
    content_type = models.CharField(max_length=120)
    data = models.BinaryField()
    expires_at = models.DateTimeField()

    objects: ClassVar[OwnedManager["JobFile"]] = OwnedManager()

    def __str__(self) -> str:
        return self.name
