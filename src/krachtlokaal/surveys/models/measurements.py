"""One organisation in one wave, and what belongs to the manager of its result."""

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.enums import WishKind
from krachtlokaal.surveys.models.waves import Wave


class Measurement(models.Model):
    """One organisation in one wave. Its manager decides who sees the result.

    Every switch is off until the manager turns it on.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="measurements")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    # Sector, size and municipality as they were when the wave opened, for its figures.
    stratum = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    # What is asked once per organisation (age, members, volunteers, paid staff and so on).
    profile = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    manager_link = models.OneToOneField(
        PersonalLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    manager_name = models.CharField(_("beheerder"), max_length=120, blank=True)
    manager_email = models.EmailField(_("e-mailadres van de beheerder"), blank=True)
    shares_result = models.BooleanField(default=False)
    counts_in_area = models.BooleanField(default=False)
    keeps_for_comparison = models.BooleanField(default=False)
    deletion_asked_on = models.DateField(null=True, blank=True)
    deleted_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["Measurement"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["wave", "organisation"], name="measurement_once")
        ]
        indexes = [models.Index(fields=["organisation", "wave"])]

    def __str__(self) -> str:
        return f"{self.wave_id} {self.organisation_id}"


class Snapshot(models.Model):
    """Combined figures of several raters as they were shown; renewed only when at least four
    answers are new, changed or withdrawn."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    measurement = models.ForeignKey(Measurement, on_delete=models.CASCADE, related_name="snapshots")
    number = models.PositiveIntegerField()
    raters = models.PositiveIntegerField()
    figures = models.JSONField(encoder=DjangoJSONEncoder)
    # Keyed hashes of the answers that went in, so that changes can be counted; no answer's key.
    marks = models.JSONField(default=list)
    made_on = models.DateField()

    objects: ClassVar[OwnedManager["Snapshot"]] = OwnedManager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["measurement", "number"], name="snapshot_once")
        ]

    def __str__(self) -> str:
        return f"{self.measurement_id} nr. {self.number}"


class Look(models.Model):
    """Somebody of the steunpunt looked at a shared result; its manager reads who and when."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    measurement = models.ForeignKey(Measurement, on_delete=models.CASCADE, related_name="looks")
    user_name = models.CharField(max_length=160)
    user_id = models.BigIntegerField(null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["Look"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.measurement_id}: {self.user_name}"


class ContactWish(models.Model):
    """A respondent said, with her name and number, that she may be called; or wants to talk along.

    Kept with participation, not with answers: nothing says which answer was hers.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    measurement = models.ForeignKey(Measurement, on_delete=models.CASCADE, related_name="wishes")
    kind = models.CharField(max_length=11, choices=WishKind)
    name = models.CharField(_("naam"), max_length=120)
    reach = models.CharField(_("telefoon of e-mailadres"), max_length=120)
    # What she wants to talk about, in her own choice; empty for anything.
    about = models.CharField(_("waarover"), max_length=160, blank=True)
    asked_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=160, blank=True)

    objects: ClassVar[OwnedManager["ContactWish"]] = OwnedManager()

    class Meta:
        ordering = ["asked_on", "id"]
        indexes = [models.Index(fields=["workspace", "kind", "answered_on"])]

    def __str__(self) -> str:
        return f"{self.measurement_id}: {self.name}"
