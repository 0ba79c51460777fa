"""The outbox, and the mailbox page of the demo."""

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.office.enums import MailState
from krachtlokaal.office.models.links import PersonalLink


class OutboxMail(models.Model):
    """One mail to one address, written in the transaction of the deed that causes it.

    Holds the template and its values, never the rendered text and never a link's secret.
    """

    workspace_id = models.BigIntegerField(null=True, blank=True)
    to = models.EmailField(_("aan"))
    to_name = models.CharField(max_length=160, blank=True)
    template = models.CharField(max_length=80)
    context = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    # A sign-in code stands in the context until it left, and not a moment longer.
    is_secret = models.BooleanField(default=False)
    language = models.CharField(max_length=2, default="nl")
    link = models.ForeignKey(
        PersonalLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # What the mail is about, so that a bounce can be shown there (contact, invitation, mailing).
    about_kind = models.CharField(max_length=40, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    batch_id = models.BigIntegerField(null=True, blank=True)
    state = models.CharField(max_length=9, choices=MailState, default=MailState.QUEUED)
    message_id = models.CharField(max_length=160, unique=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sending_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["OutboxMail"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["workspace_id", "state"]),
            models.Index(fields=["about_kind", "about_id"]),
            models.Index(fields=["batch_id"]),
            models.Index(
                fields=["state", "sending_at"],
                condition=~models.Q(state="sent"),
                name="outbox_unfinished",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} → {self.to}"


class MailboxMessage(models.Model):
    """A mail as it would have arrived; only the demo and laptops write these."""

    to = models.EmailField()
    sender = models.CharField(max_length=200)
    subject = models.CharField(max_length=400)
    text = models.TextField()
    html = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.subject
