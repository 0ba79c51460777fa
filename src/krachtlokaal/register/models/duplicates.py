"""Pairs that may be the same organisation, and merges that can be undone."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.register.enums import PairState
from krachtlokaal.register.models.organisations import Organisation


class DuplicatePair(models.Model):
    """Two organisations that record linkage thinks are one; people decide. A shared fact."""

    a = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="pairs_as_a")
    b = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="pairs_as_b")
    probability = models.FloatField()
    state = models.CharField(max_length=9, choices=PairState, default=PairState.OPEN)
    found_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by_name = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["a", "b"], name="pair_once"),
            models.CheckConstraint(condition=models.Q(a__lt=models.F("b")), name="pair_in_order"),
        ]
        indexes = [models.Index(fields=["state", "-probability"])]

    def __str__(self) -> str:
        return f"{self.a_id} {self.b_id}"


class Merge(models.Model):
    """`gone` was merged into `kept`; `moved` says what went over, so that it can be undone."""

    kept = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="merges_kept")
    gone = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="merges_gone")
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    merged_by_name = models.CharField(max_length=160)
    merged_at = models.DateTimeField(auto_now_add=True)
    # relation → keys of moved rows, and per set-aside row what it held; facts: field → [old, new]
    moved = models.JSONField(encoder=DjangoJSONEncoder)
    facts = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by_name = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.gone_id} → {self.kept_id}"
