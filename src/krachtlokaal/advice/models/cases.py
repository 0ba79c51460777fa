"""A question of an organisation, and what its adviser does with it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.advice.enums import Audience, CaseOrigin, CaseState
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.register.models import Organisation
from krachtlokaal.topics.models import Theme


class AdviceCase(models.Model):
    """One question of one organisation, with one adviser and one next step."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # As somebody typed it, where the register does not know the organisation.
    organisation_name = models.CharField(_("naam van de organisatie"), max_length=160, blank=True)
    asked_by = models.CharField(_("wie stelt de vraag"), max_length=120, blank=True)
    question = models.TextField(_("de vraag"), max_length=2000)
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("adviseur"),
    )
    state = models.CharField(max_length=7, choices=CaseState, default=CaseState.OPEN)
    audience = models.CharField(
        _("wie mag dit lezen"), max_length=5, choices=Audience, default=Audience.NAMED
    )
    origin = models.CharField(max_length=12, choices=CaseOrigin, default=CaseOrigin.ASKED)
    # The row of a room above that this case came from, without a key to it.
    origin_id = models.BigIntegerField(null=True, blank=True)
    next_step = models.CharField(_("volgende stap"), max_length=300, blank=True)
    next_step_on = models.DateField(_("op of voor"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["AdviceCase"]] = OwnedManager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["workspace", "state"])]
        constraints = [
            models.UniqueConstraint(fields=["origin", "origin_id"], name="advice_case_origin_once")
        ]

    def __str__(self) -> str:
        return self.question[:80]


class CaseReader(models.Model):
    """A colleague who may read a case because its adviser named her."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    case = models.ForeignKey(AdviceCase, on_delete=models.CASCADE, related_name="readers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar[OwnedManager["CaseReader"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["case", "user"], name="case_reader_once")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.user_id}"


class CaseNote(models.Model):
    """What was said or done, in the order in which it was written. A note does not change."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    case = models.ForeignKey(AdviceCase, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField(_("notitie"), max_length=4000)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    written_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["CaseNote"]] = OwnedManager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]
