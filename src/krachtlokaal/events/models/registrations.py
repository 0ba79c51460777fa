"""Who is invited, who registered, and what each person wishes."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.events.enums import RegistrationState
from krachtlokaal.events.models.days import EventDay
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.models import Contact, Organisation
from krachtlokaal.topics.models import Theme


class EventInvitation(models.Model):
    """An organisation that was asked to come, with a link of its own."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="invitations")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    contact = models.ForeignKey(
        Contact, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    link = models.OneToOneField(
        PersonalLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sent_on = models.DateField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True)

    objects: ClassVar[OwnedManager["EventInvitation"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "organisation", "contact"], name="event_invitation_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.organisation_id}"


class Registration(models.Model):
    """The people of one organisation who come, told by one of them."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="registrations")
    # Known where somebody came by the organisation's own link, or a member said which one it is.
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    organisation_name = models.CharField(_("uw organisatie"), max_length=160, blank=True)
    municipality = models.CharField(_("gemeente"), max_length=6, blank=True)
    sector = models.CharField(_("soort organisatie"), max_length=20, blank=True)
    name = models.CharField(_("uw naam"), max_length=120, blank=True)
    email = models.EmailField(_("uw e-mailadres"), blank=True)
    phone = models.CharField(_("telefoon"), max_length=30, blank=True)
    state = models.CharField(
        max_length=9, choices=RegistrationState, default=RegistrationState.CONFIRMED
    )
    # Colleagues are spread over workshops unless they ask otherwise.
    stays_together = models.BooleanField(
        _("wij willen in elke ronde bij elkaar zitten"), default=False
    )
    remark = models.CharField(_("opmerking"), max_length=500, blank=True)
    consent_on = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=2, default="nl")
    link = models.OneToOneField(
        PersonalLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # A number of the form that was sent: the same form sent twice makes one registration.
    form_key = models.UUIDField(null=True, blank=True, unique=True)
    waits_since = models.DateTimeField(null=True, blank=True)
    offered_at = models.DateTimeField(null=True, blank=True)
    offer_ends_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(_("probleem met mailen"), max_length=300, blank=True)
    is_walk_in = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    wiped_on = models.DateField(null=True, blank=True)

    objects: ClassVar[OwnedManager["Registration"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["event", "state"]),
            models.Index(
                fields=["event", "waits_since"],
                condition=models.Q(state="waiting"),
                name="registration_waiting",
            ),
        ]

    def __str__(self) -> str:
        return self.organisation_name


class Participant(models.Model):
    """One person who comes."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="participants")
    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="participants"
    )
    name = models.CharField(_("naam"), max_length=120, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    # Empty: the whole day.
    arrives_at = models.TimeField(_("komt om"), null=True, blank=True)
    leaves_at = models.TimeField(_("gaat weg om"), null=True, blank=True)
    # Keys of workshops, dearest first.
    wishes = ArrayField(models.BigIntegerField(), default=list, blank=True)
    # Places her anywhere where there is room.
    surprise_me = models.BooleanField(_("verras mij"), default=False)
    question = models.CharField(_("vraag voor een adviseur"), max_length=500, blank=True)
    question_theme = models.ForeignKey(
        Theme, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Themes of which she looks for help, and of which she has something to give.
    seeks = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    offers = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    wants_introduction = models.BooleanField(
        _("stel mij voor aan wie mij kan helpen"), default=False
    )
    diet = models.CharField(_("dieet"), max_length=200, blank=True)
    needs = models.CharField(_("wat heeft u nodig om mee te doen"), max_length=300, blank=True)
    uses_wheelchair = models.BooleanField(_("komt met een rolstoel"), default=False)
    # What stands in the QR code of her badge.
    code = models.CharField(max_length=12, unique=True)
    link = models.OneToOneField(
        PersonalLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    arrived_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[OwnedManager["Participant"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["event", "cancelled_at"])]

    def __str__(self) -> str:
        return self.name
