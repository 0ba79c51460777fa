"""Questionnaires are data; a published version of one never changes."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.surveys.enums import VersionState


class Questionnaire(models.Model):
    """A list of questions under one key over all its versions. Everybody may read published ones;
    the workspace that owns it edits drafts."""

    key = models.SlugField(_("sleutel"), max_length=40, unique=True)
    title = models.CharField(_("titel"), max_length=120)
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class QuestionnaireVersion(models.Model):
    """One version. `definition` is the content of its YAML file (see surveys.definition).

    The database refuses to change the definition of a version that was published once.
    """

    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="versions"
    )
    number = models.CharField(_("versie"), max_length=20)
    state = models.CharField(max_length=9, choices=VersionState, default=VersionState.DRAFT)
    definition = models.JSONField(encoder=DjangoJSONEncoder)
    # Counts edits of a draft, against overwriting each other.
    edit = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, blank=True)
    publisher_name = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["questionnaire", "number"], name="questionnaire_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.questionnaire} {self.number}"
