"""An import of an organisation list: the file, what would happen per row, and how to undo it."""

from typing import ClassVar

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.register.enums import ImportState, RowAction
from krachtlokaal.register.models.organisations import Organisation
from krachtlokaal.register.models.places import Municipality


class ImportRun(models.Model):
    """One list on its way in. Nothing of it is in the register before the adviser confirms."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="imports")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    file_name = models.CharField(_("bestand"), max_length=160)
    file = models.BinaryField()
    sheet = models.CharField(max_length=120, blank=True)
    # What the pages show without reading the file again: headings, first rows, sheets, notes.
    head = models.JSONField(default=dict)
    # heading → field, '' for "do not use"
    mapping = models.JSONField(default=dict)
    overwrite = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.UPLOADED)
    counts = models.JSONField(default=dict)
    kept_fields = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    job_id = models.BigIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    imported_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["ImportRun"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.file_name


class ImportRow(models.Model):
    """One row of a list: what it says, what is wrong with it, what happens with it."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    cells = models.JSONField()
    values = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    problems = models.JSONField(default=list)
    action = models.CharField(max_length=10, choices=RowAction)
    reason = models.CharField(max_length=400, blank=True)
    probability = models.FloatField(null=True, blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="import_rows"
    )
    # The earlier row of the list that this one is merged with.
    same_as = models.PositiveIntegerField(null=True, blank=True)
    # facts: field → [old, new]; after importing also the contacts, tags and notes that were made.
    changes = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    chosen_by_hand = models.BooleanField(default=False)

    objects: ClassVar[OwnedManager["ImportRow"]] = OwnedManager()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="import_row_once")]
        indexes = [models.Index(fields=["run", "action", "number"])]

    def __str__(self) -> str:
        return f"rij {self.number}"


class RememberedColumn(models.Model):
    """How this workspace mapped a column name before."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    header = models.CharField(max_length=160)
    field = models.CharField(max_length=40, blank=True)

    objects: ClassVar[OwnedManager["RememberedColumn"]] = OwnedManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "header"], name="remembered_column_once")
        ]

    def __str__(self) -> str:
        return f"{self.header} → {self.field}"


class RememberedPlace(models.Model):
    """A village that the list of places lacks, and the municipality that the workspace named."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=80)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[OwnedManager["RememberedPlace"]] = OwnedManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "text"], name="remembered_place_once")
        ]

    def __str__(self) -> str:
        return f"{self.text} → {self.municipality_id}"
