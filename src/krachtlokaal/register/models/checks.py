"""*Klopt dit nog?* and the *bestuurswissel*: contacts keep their own data right by link."""

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.enums import CheckState, ContactRole, SuccessionState
from krachtlokaal.register.models.organisations import Organisation
from krachtlokaal.register.models.workspace_rows import Contact


class FactCheck(models.Model):
    """One contact is asked, once a year, whether the data of the organisation are right."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="fact_checks"
    )
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="fact_checks")
    link = models.OneToOneField(PersonalLink, on_delete=models.PROTECT, related_name="+")
    mailing_id = models.BigIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=CheckState, default=CheckState.ASKED)
    changes = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    asked_at = models.DateTimeField(auto_now_add=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["FactCheck"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["workspace", "state"])]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.get_state_display()}"


class Succession(models.Model):
    """A board member who stops names a successor, who says yes by an own link."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="successions"
    )
    leaving = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="successions")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    phone = models.CharField(max_length=20, blank=True)
    role = models.CharField(max_length=16, choices=ContactRole.choices)
    link = models.OneToOneField(PersonalLink, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=SuccessionState, default=SuccessionState.ASKED)
    created_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["Succession"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.leaving_id} → {self.name}"
