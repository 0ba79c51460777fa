"""What was answered. Nothing in these rows names who did once it is sent (see docs/decisions/0012).

Both tables hold answers sealed with a key outside the database as long as the wave is open. Members
of a workspace can't read them, not even with a query of their own: row-level security opens them to
the holder of a link of that organisation and to the system alone.
"""

import uuid
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.models.waves import Invitation, Wave


class AnswerDraft(models.Model):
    """What somebody is filling in; hangs on her invitation until it is moved to the answers.

    `answer_hash` is set when she sends: by it the holder of the link finds her answer again.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="draft")
    # Another seal each time: by it a device sees whether another one was here meanwhile. There is
    # no counter, for in a backup it would tell how much was answered.
    sealed = models.BinaryField()
    answer_hash = models.BinaryField(max_length=32, null=True, unique=True)

    objects: ClassVar[OwnedManager["AnswerDraft"]] = OwnedManager()

    def __str__(self) -> str:
        return f"{self.invitation_id}"


class Answer(models.Model):
    """One sent questionnaire. Random key, no moment, no order: rows of one organisation are
    written anew together, shuffled, whenever one is added."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="answers")
    # The answer hash of its sender under a seal: another one each time that the row is written.
    owner = models.BinaryField(max_length=60)
    # Sealed while the wave is open; in the open, as `content`, when it is closed and settled.
    sealed = models.BinaryField(null=True)
    content = models.JSONField(null=True, encoder=DjangoJSONEncoder)

    objects: ClassVar[OwnedManager["Answer"]] = OwnedManager()

    class Meta:
        indexes = [models.Index(fields=["wave", "organisation"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sealed__isnull=True) ^ models.Q(content__isnull=True),
                name="answer_sealed_or_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.wave_id} {self.organisation_id}"
