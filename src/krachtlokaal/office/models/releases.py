"""The ledger of releases: every figure about answers that left the product."""

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from krachtlokaal.core.owned import OwnedManager


class Release(models.Model):
    """One published table of figures: what, over whom, when, and what was hidden.

    Append-only: a later version of the same table is compared with what already left.
    """

    workspace_id = models.BigIntegerField(db_index=True)
    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)
    cells = models.JSONField(encoder=DjangoJSONEncoder)
    hidden = models.PositiveIntegerField(default=0)
    minimum = models.PositiveSmallIntegerField(default=5)
    released_by_id = models.BigIntegerField(null=True, blank=True)
    released_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["Release"]] = OwnedManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace_id", "kind", "key", "version"], name="release_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} v{self.version}"
