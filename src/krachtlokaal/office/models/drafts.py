"""What somebody is typing: kept as she goes, gone when the form is saved."""

from typing import ClassVar

from django.db import models

from krachtlokaal.core.owned import OwnedManager


class Draft(models.Model):
    """The unsent state of one form of one user, with a version against overwriting."""

    workspace_id = models.BigIntegerField()
    user_id = models.BigIntegerField()
    form = models.CharField(max_length=120)
    data = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[OwnedManager["Draft"]] = OwnedManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "user_id", "form"], name="one_draft")
        ]

    def __str__(self) -> str:
        return self.form
