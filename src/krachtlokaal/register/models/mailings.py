"""A mail to the contacts of a selection, and who never wants one again."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.register.enums import MailingState


class Mailing(models.Model):
    """One text to the contacts of a selection; `kind` tells a letter from *Klopt dit nog?*."""

    class Kind(models.TextChoices):
        BRIEF = "brief", _("Bericht")
        KLOPT = "klopt", _("Klopt dit nog?")

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="mailings")
    kind = models.CharField(max_length=5, choices=Kind, default=Kind.BRIEF)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # The choice as it was made: the filters of the list, or rows by number.
    query = models.TextField(blank=True)
    organisation_ids = models.JSONField(default=list, blank=True)
    # Empty: one contact of each organisation. Else everybody with one of these roles.
    roles = models.JSONField(default=list, blank=True)
    subject = models.CharField(_("onderwerp"), max_length=150)
    text = models.TextField(_("bericht"), max_length=10000)
    state = models.CharField(max_length=7, choices=MailingState, default=MailingState.DRAFT)
    counts = models.JSONField(default=dict)
    job_id = models.BigIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["Mailing"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.subject or str(_("een bericht zonder onderwerp"))


class OptOut(models.Model):
    """This address gets no mailings of this workspace any more. Kept for good: it outlives the
    contact, an import and a merge. No foreign key to anything that may be deleted.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField()
    at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["OptOut"]] = OwnedManager()

    class Meta:
        constraints = [models.UniqueConstraint("workspace", Lower("email"), name="opt_out_once")]

    def __str__(self) -> str:
        return self.email
