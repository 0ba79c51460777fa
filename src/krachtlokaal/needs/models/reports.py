"""The report in blocks, what colleagues say about it, its fixed editions and the actions."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.needs.enums import ActionState, BlockKind, FileKind
from krachtlokaal.needs.models.surveys import NeedsSurvey
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.topics.models import Theme


class Block(models.Model):
    """One part of the report in writing. Figures are not in it: they are drawn from the release."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    survey = models.ForeignKey(NeedsSurvey, on_delete=models.CASCADE, related_name="blocks")
    kind = models.CharField(max_length=13, choices=BlockKind)
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    position = models.PositiveIntegerField()
    title = models.CharField(_("kop"), max_length=160, blank=True)
    # Plain paragraphs, lists with "- " and **strong** words; nothing else is markup.
    text = models.TextField(_("tekst"), max_length=20000, blank=True)
    # Keys of the cards that are quoted, in order.
    quotes = ArrayField(models.UUIDField(), default=list, blank=True)
    is_hidden = models.BooleanField(_("niet in het rapport"), default=False)
    # What the figures and quotes were when the text was last read beside them; see reports.marks.
    data_mark = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_by = models.CharField(max_length=160, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    # Who has the block open, and when she was last seen; advice to a colleague, no lock.
    open_by = models.CharField(max_length=160, blank=True)
    open_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[OwnedManager["Block"]] = OwnedManager()

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title or str(self.get_kind_display())


class Comment(models.Model):
    """A remark beside a block, until it is settled."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="comments")
    text = models.TextField(_("opmerking"), max_length=2000)
    author_name = models.CharField(max_length=160)
    author_id = models.BigIntegerField(null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=160, blank=True)

    objects: ClassVar[OwnedManager["Comment"]] = OwnedManager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.block_id}: {self.author_name}"


class Edition(models.Model):
    """A version of the report as it was fixed: the whole document, which never changes again.

    `content` is the list of parts of krachtlokaal.publishing.documents; all outputs come from it.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    survey = models.ForeignKey(NeedsSurvey, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    fixed_on = models.DateField()
    fixed_by = models.CharField(max_length=160)
    content = models.JSONField(encoder=DjangoJSONEncoder)
    # Which release of the figures it shows; the open data are made of that one.
    release_version = models.PositiveIntegerField(null=True, blank=True)
    link = models.OneToOneField(
        PersonalLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[OwnedManager["Edition"]] = OwnedManager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["survey", "number"], name="edition_once")]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"


class EditionFile(models.Model):
    """A fixed edition as a file. Made by a job at fixing; it can be made again, always the same."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(max_length=5, choices=FileKind)
    data = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[OwnedManager["EditionFile"]] = OwnedManager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind"], name="edition_file_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.kind}"


class Action(models.Model):
    """What somebody will do, and a year later what came of it."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    survey = models.ForeignKey(NeedsSurvey, on_delete=models.CASCADE, related_name="actions")
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.CharField(_("wat"), max_length=300)
    owner = models.CharField(_("wie"), max_length=160)
    due_on = models.DateField(_("klaar op"), null=True, blank=True)
    position = models.PositiveIntegerField(default=0)
    state = models.CharField(
        _("hoe staat het ervoor"), max_length=7, choices=ActionState, default=ActionState.PLANNED
    )
    outcome = models.TextField(_("wat kwam ervan"), max_length=2000, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    reported_by = models.CharField(max_length=160, blank=True)
    # When a mail last asked what came of it.
    asked_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[OwnedManager["Action"]] = OwnedManager()

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.text
