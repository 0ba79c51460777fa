"""An organisation is a shared fact: every adviser reads the same row."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.register.enums import LegalForm, ProposalState, Sector
from krachtlokaal.register.models.places import Municipality

RUNNING = models.Q(merged_into=None, ended_on=None)


class OrganisationManager(models.Manager["Organisation"]):
    """Organisations that exist now: not merged into another one."""

    def get_queryset(self) -> "models.QuerySet[Organisation]":
        return super().get_queryset().filter(merged_into=None)


class Organisation(models.Model):
    """A local volunteer organisation: name, KvK, sector, legal form, place, size, website."""

    name = models.CharField(_("naam"), max_length=160)
    # The name without legal form, accents and capitals: for sorting, blocking and look-ups.
    name_key = models.CharField(max_length=160, editable=False)
    kvk = models.CharField(_("KvK-nummer"), max_length=8, blank=True)
    sector = models.CharField(
        _("soort"), max_length=20, choices=Sector.choices, default=Sector.OTHER
    )
    legal_form = models.CharField(
        _("rechtsvorm"), max_length=24, choices=LegalForm.choices, default=LegalForm.UNKNOWN
    )
    address = models.CharField(_("adres"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=7, blank=True)
    place = models.CharField(_("plaats"), max_length=80, blank=True)
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        related_name="organisations",
        verbose_name=_("gemeente"),
    )
    website = models.URLField(_("website"), max_length=200, blank=True)
    volunteers = models.PositiveIntegerField(_("aantal vrijwilligers"), null=True, blank=True)
    members = models.PositiveIntegerField(_("aantal leden"), null=True, blank=True)
    ended_on = models.DateField(_("gestopt op"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("gegevens bevestigd op"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_from"
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = OrganisationManager()
    everything: "models.Manager[Organisation]" = models.Manager()

    class Meta:
        base_manager_name = "everything"
        # The list counts and sorts on indexes alone: those of running organisations, one per order.
        indexes = [
            models.Index(fields=["name_key", "id"], condition=RUNNING, name="organisation_by_name"),
            # Joined with what a search, a label or a pair found, without reading the rows.
            models.Index(
                fields=["id"],
                include=["name_key", "municipality", "sector"],
                condition=RUNNING,
                name="organisation_running",
            ),
            models.Index(
                fields=["municipality", "name_key", "id"],
                condition=RUNNING,
                name="organisation_by_municipality",
            ),
            models.Index(
                fields=["sector", "name_key", "id"],
                condition=RUNNING,
                name="organisation_by_sector",
            ),
            models.Index(
                fields=["place", "name_key", "id"], condition=RUNNING, name="organisation_by_place"
            ),
            models.Index(
                models.F("volunteers").desc(nulls_last=True),
                "name_key",
                "id",
                condition=RUNNING,
                name="organisation_most_volunteers",
            ),
            models.Index(
                fields=["volunteers", "name_key", "id"],
                condition=RUNNING,
                name="organisation_few_volunteers",
            ),
            models.Index(
                fields=["updated_at", "id"], condition=RUNNING, name="organisation_by_change"
            ),
            models.Index(
                fields=["municipality", "sector", "legal_form", "volunteers", "confirmed_at"],
                condition=RUNNING,
                include=["id"],
                name="organisation_counts",
            ),
            models.Index(
                fields=["name_key", "id"],
                condition=models.Q(merged_into=None, ended_on__isnull=False),
                name="organisation_ended",
            ),
            models.Index(fields=["kvk"], condition=~models.Q(kvk=""), name="organisation_by_kvk"),
            models.Index(fields=["postcode"]),
        ]

    def __str__(self) -> str:
        return self.name


class Proposal(models.Model):
    """A change of shared facts by somebody who may not carry it out; the area's people decide."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="proposals"
    )
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    proposer_name = models.CharField(max_length=160)
    changes = models.JSONField(encoder=DjangoJSONEncoder)
    reason = models.CharField(_("waarom"), max_length=400, blank=True)
    state = models.CharField(max_length=8, choices=ProposalState, default=ProposalState.OPEN)
    created_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    answer = models.CharField(_("toelichting"), max_length=400, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_state_display()}"
