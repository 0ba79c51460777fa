"""Personal links: the way in for people without an account."""

from typing import ClassVar

from django.db import models

from krachtlokaal.core.owned import OwnedManager


class PersonalLink(models.Model):
    """A link of one person to one thing.

    The secret in the address is derived from a key outside the database and `nonce`; the table
    holds its hash. Fetching the address never consumes it.
    """

    workspace_id = models.BigIntegerField(db_index=True)
    purpose = models.CharField(max_length=40)
    object_id = models.BigIntegerField(null=True, blank=True)
    nonce = models.BinaryField(max_length=16, null=True)
    token_hash = models.BinaryField(max_length=32, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["PersonalLink"]] = OwnedManager()

    class Meta:
        indexes = [models.Index(fields=["purpose", "object_id"])]

    def __str__(self) -> str:
        return self.purpose
