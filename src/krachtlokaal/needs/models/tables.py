"""Round tables and who sits at them."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.needs.enums import GuestSource, GuestState, TableState
from krachtlokaal.needs.models.surveys import NeedsSurvey
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.models import Contact, Organisation


class RoundTable(models.Model):
    """A conversation of at most twelve guests about four to eight questions."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    survey = models.ForeignKey(NeedsSurvey, on_delete=models.CASCADE, related_name="tables")
    title = models.CharField(_("naam"), max_length=120)
    state = models.CharField(max_length=10, choices=TableState, default=TableState.PLANNED)
    held_on = models.DateField(_("datum"), null=True, blank=True)
    starts_at = models.TimeField(_("begint om"), null=True, blank=True)
    ends_at = models.TimeField(_("klaar om"), null=True, blank=True)
    place = models.CharField(_("plaats"), max_length=120, blank=True)
    address = models.CharField(_("adres"), max_length=200, blank=True)
    # For guests: entrance, parking, wheelchairs.
    practical = models.CharField(_("praktisch"), max_length=500, blank=True)
    host = models.CharField(_("gastheer of gastvrouw"), max_length=120, blank=True)
    moderator = models.CharField(_("gespreksleider"), max_length=120, blank=True)
    note_taker = models.CharField(_("notulist"), max_length=200, blank=True)
    # Four to eight questions.
    guide = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    dots_each = models.PositiveSmallIntegerField(_("stippen per gast"), default=5)
    # Six signs that a guest types on her telephone; there as long as dots are given.
    dots_code = models.CharField(max_length=6, blank=True)
    notes_link = models.OneToOneField(
        PersonalLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    dots_link = models.OneToOneField(
        PersonalLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Since when nobody talks or gives dots any more.
    closed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["RoundTable"]] = OwnedManager()

    class Meta:
        ordering = ["held_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dots_code"], condition=~models.Q(dots_code=""), name="dots_code_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Guest(models.Model):
    """One seat at a table. Name and address are wiped when the report is fixed; municipality and
    sector stay, so that the account of method can say who talked along."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="guests")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    contact = models.ForeignKey(
        Contact, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(_("naam"), max_length=120, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    # Telephone or anything else by which she can be reached without mail.
    reach = models.CharField(_("telefoon"), max_length=120, blank=True)
    source = models.CharField(max_length=6, choices=GuestSource, default=GuestSource.ADDED)
    state = models.CharField(max_length=8, choices=GuestState, default=GuestState.PROPOSED)
    sector = models.CharField(max_length=20, blank=True)
    municipality = models.CharField(max_length=6, blank=True)
    # What she needs to take part: a ring line, a place for a wheelchair, a diet.
    needs = models.CharField(_("wat heeft u nodig om mee te doen"), max_length=300, blank=True)
    language = models.CharField(max_length=2, default="nl")
    link = models.OneToOneField(
        PersonalLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    problem = models.CharField(_("probleem met mailen"), max_length=300, blank=True)
    invited_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    wiped_on = models.DateField(null=True, blank=True)

    objects: ClassVar[OwnedManager["Guest"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["table", "state"])]

    def __str__(self) -> str:
        return f"{self.table_id} {self.get_state_display()}"
