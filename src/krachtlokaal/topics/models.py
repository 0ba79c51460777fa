"""Themes, target groups and the table of offers."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.topics.enums import Basisfunctie, HelpForm, OfferKind, Strength, Vos


class Theme(models.Model):
    """One of the ten themes of the KrachtMeting."""

    key = models.SlugField(max_length=20, primary_key=True)
    order = models.PositiveSmallIntegerField(unique=True)
    strength = models.CharField(_("kracht"), max_length=12, choices=Strength)
    name_nl = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60)
    name_fy = models.CharField(max_length=60, blank=True)
    vos = ArrayField(models.CharField(max_length=1, choices=Vos), default=list)

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return getattr(self, f"name_{get_language() or 'nl'}"[:7], "") or self.name_nl


class TargetGroup(models.Model):
    """For whom an approach is meant: young people, newcomers, boards and so on."""

    key = models.SlugField(max_length=30, primary_key=True)
    order = models.PositiveSmallIntegerField(default=0)
    name_nl = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60)

    class Meta:
        ordering = ["order", "key"]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_nl


class Offer(models.Model):
    """Something that helps with a theme. Rooms above publish their things here as rows.

    Offers are public: a visitor may know what help exists. `source_kind` and `source_id` name the
    thing on the higher floor without a key to it.
    """

    kind = models.CharField(_("soort"), max_length=12, choices=OfferKind)
    title = models.CharField(_("titel"), max_length=160)
    summary = models.CharField(_("in het kort"), max_length=400)
    workspace = models.ForeignKey(
        Workspace, on_delete=models.CASCADE, null=True, blank=True, related_name="offers"
    )
    themes = models.ManyToManyField(Theme, related_name="offers")
    target_groups = models.ManyToManyField(TargetGroup, related_name="offers", blank=True)
    help_forms = ArrayField(models.CharField(max_length=10, choices=HelpForm), default=list)
    basisfuncties = ArrayField(models.CharField(max_length=12, choices=Basisfunctie), default=list)
    # Empty: everywhere. Else municipality codes.
    municipalities = ArrayField(models.CharField(max_length=6), default=list, blank=True)
    url = models.CharField(max_length=300, blank=True)
    source_kind = models.CharField(max_length=40)
    source_id = models.CharField(max_length=60)
    valid_until = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["kind", "title"]
        constraints = [
            models.UniqueConstraint(fields=["source_kind", "source_id"], name="offer_source_once")
        ]
        indexes = [GinIndex(fields=["help_forms"], name="offer_help_forms")]

    def __str__(self) -> str:
        return self.title


class OfferFile(models.Model):
    """A file that belongs to an offer: an example document to fill in. Public like its offer.

    What stands in it grows old, so every file says until when somebody stands for it.
    """

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(_("bestandsnaam"), max_length=120)
    content_type = models.CharField(max_length=100)
    data = models.BinaryField()
    size = models.PositiveIntegerField()
    valid_until = models.DateField(_("geldig tot en met"))

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "name"], name="offer_file_name_once")
        ]

    def __str__(self) -> str:
        return self.name
