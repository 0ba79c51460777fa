"""What a released outcome was made of, as marks that name nobody."""

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core.owned import OwnedManager
from krachtlokaal.needs.models.surveys import NeedsSurvey


class OutcomeMarks(models.Model):
    """Per organisation whether it counted, and a mark of each answer: by them a later version knows
    over how many organisations it differs. Under a key outside the database; shut to members."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    survey = models.ForeignKey(NeedsSurvey, on_delete=models.CASCADE, related_name="+")
    # The version of the outcome that was made of them.
    number = models.PositiveIntegerField()
    marks = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects: ClassVar[OwnedManager["OutcomeMarks"]] = OwnedManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "number"], name="outcome_marks_once")
        ]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.number}"
