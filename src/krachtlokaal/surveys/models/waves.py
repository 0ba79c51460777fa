"""A wave asks a group of organisations in one period; an invitation is one person's way in."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.models import Contact, Organisation
from krachtlokaal.surveys.enums import (
    Answering,
    Audience,
    CallOutcome,
    Channel,
    Progress,
    Variant,
    WaveState,
)
from krachtlokaal.surveys.models.questionnaires import QuestionnaireVersion


class Wave(models.Model):
    """One round of a questionnaire: for whom, when, how, in which words, by whom."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    questionnaire_version = models.ForeignKey(
        QuestionnaireVersion, on_delete=models.PROTECT, related_name="waves"
    )
    title = models.CharField(_("naam"), max_length=120)
    state = models.CharField(max_length=10, choices=WaveState, default=WaveState.PREPARING)
    audience = models.CharField(
        _("voor wie"), max_length=9, choices=Audience, default=Audience.SELECTION
    )
    # The filters of the list as they stand in its address, or chosen organisations.
    selection_query = models.CharField(max_length=500, blank=True)
    organisation_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    answering = models.CharField(
        _("hoe er geantwoord wordt"), max_length=12, choices=Answering, default=Answering.EACH
    )
    variant = models.CharField(_("vorm"), max_length=5, choices=Variant, default=Variant.FULL)
    languages = ArrayField(models.CharField(max_length=2), default=list)
    opens_on = models.DateField(_("open vanaf"), null=True, blank=True)
    closes_on = models.DateField(_("open tot en met"), null=True, blank=True)
    # Days on which who did not answer yet is reminded; those that went out stand in `reminded_on`.
    remind_on = ArrayField(models.DateField(), default=list, blank=True)
    reminded_on = ArrayField(models.DateField(), default=list, blank=True)
    sender_name = models.CharField(_("afzender"), max_length=120, blank=True)
    sender_phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    sender_email = models.EmailField(_("e-mailadres voor antwoorden"), blank=True)
    controller = models.CharField(
        _("verantwoordelijk voor de gegevens"), max_length=200, blank=True
    )
    # {"invitation": {"nl": {"subject": …, "text": …}, …}, "reminder": {…}}
    texts = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    # A wave of an area: counting along without a name is its purpose and not asked again.
    is_needs_survey = models.BooleanField(default=True)
    open_link = models.OneToOneField(
        PersonalLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    # Answers were rewritten in the open, shuffled, once and for all; see surveys.services.settling.
    settled_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["Wave"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["workspace", "state"])]

    def __str__(self) -> str:
        return self.title


class Invitation(models.Model):
    """One person's way into a wave, about one organisation.

    Says whether somebody took part, never what she answered. Sending wipes the nonce of its link,
    so that the address can't be made again; a link without a nonce has sent.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="invitations")
    measurement = models.ForeignKey(
        "surveys.Measurement", on_delete=models.CASCADE, related_name="invitations"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    contact = models.ForeignKey(
        Contact, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    link = models.OneToOneField(PersonalLink, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=9, choices=Channel)
    # Kept until the term of retention; a colleague's name is unknown to us.
    name = models.CharField(_("naam"), max_length=120, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    language = models.CharField(max_length=2, default="nl")
    progress = models.CharField(max_length=7, choices=Progress, default=Progress.INVITED)
    problem = models.CharField(_("probleem met mailen"), max_length=300, blank=True)
    # Somebody came by the open link and nobody whom we know confirmed it yet.
    is_verified = models.BooleanField(default=True)
    invited_on = models.DateField(null=True, blank=True)
    reminded = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["Invitation"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["wave", "progress"])]

    def __str__(self) -> str:
        return f"{self.wave_id} {self.organisation_id} {self.get_progress_display()}"


class Call(models.Model):
    """A call to an organisation that did not answer yet."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    measurement = models.ForeignKey(
        "surveys.Measurement", on_delete=models.CASCADE, related_name="calls"
    )
    outcome = models.CharField(_("uitkomst"), max_length=12, choices=CallOutcome)
    note = models.CharField(_("opmerking"), max_length=200, blank=True)
    caller_name = models.CharField(max_length=160)
    at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["Call"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.measurement_id}: {self.get_outcome_display()}"
