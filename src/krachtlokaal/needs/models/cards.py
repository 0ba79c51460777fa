"""What was said, one statement a card; how it is coded; the dots that guests gave."""

import uuid
from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.needs.enums import CardKind, CardSource, CodingRound
from krachtlokaal.needs.models.surveys import NeedsSurvey
from krachtlokaal.needs.models.tables import RoundTable
from krachtlokaal.topics.models import Theme


class Card(models.Model):
    """One statement. Its key is made by the device that typed it, so that a card that is sent twice
    stays one. A card from an open answer has no table, and nothing that leads to who wrote it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    survey = models.ForeignKey(NeedsSurvey, on_delete=models.CASCADE, related_name="cards")
    table = models.ForeignKey(
        RoundTable, on_delete=models.CASCADE, null=True, blank=True, related_name="cards"
    )
    source = models.CharField(max_length=6, choices=CardSource, default=CardSource.TABLE)
    text = models.TextField(_("uitspraak"), max_length=1000)
    # Which question of the guide, from 1; 0 for none. For an answer the theme that it stood under.
    question = models.PositiveSmallIntegerField(default=0)
    asked_theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    may_quote = models.BooleanField(_("mag als citaat"), default=False)
    # An open answer is read and cleaned of names before it is coded or quoted.
    is_cleaned = models.BooleanField(default=True)
    # Taken out by the note-taker or a coder: no statement, twice the same.
    is_dropped = models.BooleanField(default=False)
    # Drawn to be coded twice, where not all are.
    is_drawn = models.BooleanField(default=False)
    # What the note-taker heard in it; a coder decides.
    heard_as = models.CharField(_("soort"), max_length=9, choices=CardKind, blank=True)
    # Dots of telephones whose ballots are thrown away by now.
    counted = models.PositiveIntegerField(default=0)
    # Dots that were stuck on printed cards and counted by hand.
    stickers = models.PositiveIntegerField(_("stippen op papier"), default=0)
    # The order in which the cards of a table were typed; without meaning for answers.
    number = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["Card"]] = OwnedManager()

    class Meta:
        ordering = ["table_id", "number", "id"]
        indexes = [models.Index(fields=["survey", "source"])]

    def __str__(self) -> str:
        return self.text[:60]


class Coding(models.Model):
    """What somebody made of a card. The second coder never sees the first."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="codings")
    round = models.CharField(max_length=7, choices=CodingRound, default=CodingRound.FIRST)
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("soort"), max_length=9, choices=CardKind)
    tag = models.CharField(_("eigen label"), max_length=60, blank=True)
    coder_id = models.BigIntegerField(null=True, blank=True)
    coder_name = models.CharField(max_length=160, blank=True)
    coded_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[OwnedManager["Coding"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["card", "round"], name="coding_once_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.card_id} {self.round}"


class Ballot(models.Model):
    """The dots of one telephone at one table. Names nobody: the telephone keeps the key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    table = models.ForeignKey(RoundTable, on_delete=models.CASCADE, related_name="ballots")
    # Key of a card → number of dots.
    dots = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects: ClassVar[OwnedManager["Ballot"]] = OwnedManager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.table_id}"
