"""An event day: its rooms, the parts of the day, and the workshops with their sessions."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.events.enums import EventKind, EventState, PartKind
from krachtlokaal.topics.models import Theme


class EventDay(models.Model):
    """One day at one place, with a public page."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("soort dag"), max_length=12, choices=EventKind)
    state = models.CharField(max_length=10, choices=EventState, default=EventState.DRAFT)
    title = models.CharField(_("naam"), max_length=120)
    # Its public address: /doe-dagen/<slug>/.
    slug = models.SlugField(max_length=80, unique=True)
    lead = models.TextField(_("waar gaat de dag over"), max_length=600, blank=True)
    held_on = models.DateField(_("datum"), null=True, blank=True)
    starts_at = models.TimeField(_("begint om"), null=True, blank=True)
    ends_at = models.TimeField(_("klaar om"), null=True, blank=True)
    place = models.CharField(_("gebouw"), max_length=120, blank=True)
    address = models.CharField(_("adres"), max_length=160, blank=True)
    town = models.CharField(_("plaats"), max_length=80, blank=True)
    # How to get there, in words: a map for who can't see one.
    route = models.TextField(_("hoe komt u er"), max_length=1000, blank=True)
    # Lift, ring line, toilet, parking for who has a card.
    accessibility = models.TextField(_("toegankelijkheid"), max_length=1000, blank=True)
    practical = models.CharField(_("goed om te weten"), max_length=300, blank=True)
    contact = models.CharField(_("vragen over de dag"), max_length=200, blank=True)
    closes_on = models.DateField(_("aanmelden tot en met"), null=True, blank=True)
    seats = models.PositiveIntegerField(_("plaatsen"), default=120)
    most_wishes = models.PositiveSmallIntegerField(_("hoogste aantal wensen"), default=6)
    offer_hours = models.PositiveSmallIntegerField(_("bedenktijd wachtlijst in uren"), default=48)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    # What is left when names are wiped: numbers alone.
    counts = models.JSONField(default=dict, blank=True)
    wiped_on = models.DateField(null=True, blank=True)

    objects: ClassVar[OwnedManager["EventDay"]] = OwnedManager()

    class Meta:
        ordering = ["-held_on", "-id"]
        indexes = [models.Index(fields=["workspace", "state"])]

    def __str__(self) -> str:
        return self.title


class EventRoom(models.Model):
    """A room in the building of the day."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="rooms")
    name = models.CharField(_("naam van de zaal"), max_length=80)
    capacity = models.PositiveIntegerField(_("stoelen"))
    is_accessible = models.BooleanField(_("bereikbaar met een rolstoel"), default=True)
    directions = models.CharField(_("waar in het gebouw"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[OwnedManager["EventRoom"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["event", "name"], name="event_room_once")]

    def __str__(self) -> str:
        return self.name


class DayPart(models.Model):
    """A piece of the day on the time grid; rounds carry their number."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField(_("wat gebeurt er"), max_length=12, choices=PartKind)
    title = models.CharField(_("naam"), max_length=120, blank=True)
    # The number of a workshop round, counted from 1; other parts have none.
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    starts_at = models.TimeField(_("van"))
    ends_at = models.TimeField(_("tot"))
    room = models.ForeignKey(
        EventRoom, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[OwnedManager["DayPart"]] = OwnedManager()

    class Meta:
        ordering = ["starts_at", "ends_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="event_round_once"),
            models.CheckConstraint(
                condition=models.Q(starts_at__lt=models.F("ends_at")), name="part_ends_later"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()


class Workshop(models.Model):
    """What somebody can choose; held in one or more rounds."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="workshops")
    title = models.CharField(_("titel"), max_length=120)
    summary = models.CharField(_("in een zin"), max_length=300, blank=True)
    leader = models.CharField(_("wie leidt de workshop"), max_length=120, blank=True)
    leader_email = models.EmailField(_("e-mailadres van de leider"), blank=True)
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    room = models.ForeignKey(
        EventRoom, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    capacity = models.PositiveIntegerField(_("hoeveel mensen kunnen erin"), default=20)
    minimum = models.PositiveIntegerField(_("hoeveel mensen zijn er minstens nodig"), default=0)
    order = models.PositiveSmallIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[OwnedManager["Workshop"]] = OwnedManager()

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.title


class Session(models.Model):
    """A workshop in one round, in one room."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    event = models.ForeignKey(EventDay, on_delete=models.CASCADE, related_name="sessions")
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="sessions")
    part = models.ForeignKey(DayPart, on_delete=models.CASCADE, related_name="sessions")
    room = models.ForeignKey(
        EventRoom, on_delete=models.PROTECT, null=True, blank=True, related_name="sessions"
    )
    # What the workshop and its room allow, unless a coordinator says less.
    capacity = models.PositiveIntegerField(_("stoelen"))
    minimum = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[OwnedManager["Session"]] = OwnedManager()

    class Meta:
        ordering = ["part__starts_at", "workshop__order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "part"], name="workshop_once_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.part_id}"
