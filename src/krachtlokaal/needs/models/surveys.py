"""A needs survey, its waves and its frozen population."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.models import Wave


class NeedsSurvey(models.Model):
    """What the volunteer organisations of an area need: one question, one period, one report."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(_("naam"), max_length=120)
    state = models.CharField(max_length=9, choices=SurveyState, default=SurveyState.PREPARING)
    # CBS codes of the municipalities.
    municipalities = ArrayField(models.CharField(max_length=6), default=list)
    question = models.TextField(_("de vraag erachter"), max_length=1000, blank=True)
    starts_on = models.DateField(_("van"), null=True, blank=True)
    ends_on = models.DateField(_("tot en met"), null=True, blank=True)
    # One partner a line.
    partners = models.TextField(_("partners"), max_length=1000, blank=True)
    decided_by = models.CharField(_("wie besluit over het rapport"), max_length=200, blank=True)
    planned_tables = models.PositiveSmallIntegerField(_("aantal ronde tafels"), default=4)
    # The survey that this one repeats; change is measured against it.
    previous = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="repeats"
    )
    # Two people code the same cards, apart from each other.
    codes_twice = models.BooleanField(_("twee mensen coderen elk kaartje"), default=False)
    # How many cards are coded twice, drawn with this seed; none: all of them.
    second_size = models.PositiveIntegerField(null=True, blank=True)
    second_seed = models.BigIntegerField(null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    frozen_at = models.DateTimeField(null=True, blank=True)
    # Open answers of its closed waves became cards, once.
    words_read_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["NeedsSurvey"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["workspace", "state"])]

    def __str__(self) -> str:
        return self.title


class NeedsWave(models.Model):
    """A wave of the KrachtMeting that counts for a needs survey."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    survey = models.ForeignKey(NeedsSurvey, on_delete=models.CASCADE, related_name="waves")
    wave = models.OneToOneField(Wave, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[OwnedManager["NeedsWave"]] = OwnedManager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.wave_id}"


class PopulationMember(models.Model):
    """One organisation of the area on the day of freezing, in its stratum of that day."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    survey = models.ForeignKey(NeedsSurvey, on_delete=models.CASCADE, related_name="population")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    municipality = models.CharField(max_length=6)
    sector = models.CharField(max_length=20)
    size = models.CharField(max_length=10)

    objects: ClassVar[OwnedManager["PopulationMember"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "organisation"], name="population_member_once"
            )
        ]
        indexes = [models.Index(fields=["survey", "municipality", "sector", "size"])]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.organisation_id}"
