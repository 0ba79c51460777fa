"""What a workspace knows of an organisation: contacts, notes, tags; and its saved selections."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.register.enums import ContactRole
from krachtlokaal.register.models.organisations import Organisation


class Contact(models.Model):
    """A person, or a general address, by which this workspace reaches an organisation."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="contacts")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="contacts"
    )
    name = models.CharField(_("naam"), max_length=120, blank=True)
    role = models.CharField(
        _("functie"), max_length=16, choices=ContactRole.choices, default=ContactRole.GENERAL
    )
    email = models.EmailField(_("e-mailadres"), blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(_("gestopt op"), null=True, blank=True)
    # Set by a refused or returned mail, wiped when the address changes.
    mail_problem = models.CharField(_("probleem met mailen"), max_length=300, blank=True)
    mail_problem_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[OwnedManager["Contact"]] = OwnedManager()

    class Meta:
        ordering = ["ended_on", "role", "name"]
        indexes = [
            models.Index(fields=["workspace", "organisation"]),
            models.Index(fields=["workspace", "email"]),
            models.Index(
                fields=["workspace", "organisation"],
                condition=~models.Q(mail_problem="") & models.Q(ended_on=None),
                name="contact_mail_problem",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email or self.phone


class Note(models.Model):
    """What an adviser writes down about an organisation, for colleagues of the workspace."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="notes")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    author_name = models.CharField(max_length=160)
    text = models.TextField(_("notitie"), max_length=5000)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["Note"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.text[:60]


class Tag(models.Model):
    """A label of a workspace."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(_("label"), max_length=40)

    objects: ClassVar[OwnedManager["Tag"]] = OwnedManager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["workspace", "name"], name="tag_once")]

    def __str__(self) -> str:
        return self.name


class OrganisationTag(models.Model):
    """This workspace gave this label to this organisation."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="tag_rows"
    )
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="rows")

    objects: ClassVar[OwnedManager["OrganisationTag"]] = OwnedManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "organisation"], name="organisation_tag_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.tag_id}"


class Selection(models.Model):
    """A saved selection: the filters of the list as they stand in its address, or chosen rows."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="selections")
    name = models.CharField(_("naam"), max_length=80)
    query = models.CharField(max_length=500, blank=True)
    organisation_ids = ArrayField(models.BigIntegerField(), default=list, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["Selection"]] = OwnedManager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["workspace", "name"], name="selection_once")]

    def __str__(self) -> str:
        return self.name
