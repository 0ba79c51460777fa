"""A needs survey from its first idea until its field work is over."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import Access
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries.surveys import waves_of
from krachtlokaal.office import audit, drafts
from krachtlokaal.register.services.versions import ChangedMeanwhile, differences
from krachtlokaal.surveys.enums import WaveState

KEPT_ON_REPEAT = ("municipalities", "question", "partners", "decided_by", "planned_tables")
OVER = (WaveState.CLOSED, WaveState.CALLED_OFF)


class NotNow(Exception):  # noqa: N818 it is an answer, not a fault
    """The survey is in a state in which this can't be done: somebody was first, or it is over."""

    def __init__(self, survey: NeedsSurvey) -> None:
        super().__init__(survey.state)
        self.survey = survey


class StillOpen(Exception):  # noqa: N818 it is an answer, not a fault
    """Waves that still run or wait: the field work can't be closed. `titles` names them."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__(", ".join(titles))
        self.titles = titles


@transaction.atomic
def make(*, access: Access, title: str, municipalities: list[str]) -> NeedsSurvey:
    """A survey in preparation."""
    survey = NeedsSurvey.objects.create(
        workspace=access.workspace,
        title=title,
        municipalities=sorted(municipalities),
        made_by=access.user,
    )
    audit.record("needs_survey.made", survey)
    return survey


@transaction.atomic
def change(*, survey: NeedsSurvey, version: int, values: Mapping[str, Any]) -> NeedsSurvey:
    """Another set-up; refuses when a colleague saved since `version`. The area is fixed as soon as
    the population is, and all of it once the report is written."""
    states = {SurveyState.PREPARING}
    if "municipalities" not in values:
        states.add(SurveyState.FIELD)
    row = locked(survey, *states, version=version)
    changes = differences(row, dict(values))
    for name, (_old, new) in changes.items():
        setattr(row, name, new)
    if changes:
        save(row)
        audit.record("needs_survey.changed", row, changes=_told(changes))
    for part in ("area", "plan"):
        drafts.forget(draft_name(row, part))
    return row


def _told(changes: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """As JSON keeps it: days in words."""
    return {name: [_plain(old), _plain(new)] for name, (old, new) in changes.items()}


def _plain(value: Any) -> Any:  # noqa: ANN401 any field's value
    return value if isinstance(value, str | int | bool | list) or value is None else str(value)


def draft_name(survey: NeedsSurvey, part: str) -> str:
    """Under which name a page keeps what is being typed."""
    return f"needs.survey.{survey.pk}.{part}"


@transaction.atomic
def close(*, survey: NeedsSurvey) -> NeedsSurvey:
    """No answers come any more: from now on the report is written."""
    row = locked(survey, SurveyState.FIELD)
    if running := [wave.title for wave in waves_of(row) if wave.state not in OVER]:
        raise StillOpen(running)
    row.state = SurveyState.WRITING
    save(row)
    audit.record("needs_survey.closed", row)
    return row


@transaction.atomic
def remove(*, survey: NeedsSurvey) -> None:
    """One that never began; its waves stay."""
    row = locked(survey, SurveyState.PREPARING)
    audit.record("needs_survey.removed", row)
    row.delete()


@transaction.atomic
def repeat(*, access: Access, survey: NeedsSurvey) -> NeedsSurvey:
    """A later one with the same area, question and partners; change is measured against this."""
    row = locked(survey, SurveyState.FIELD, SurveyState.WRITING, SurveyState.FINISHED)
    title = _("%(title)s, vervolg %(year)s") % {
        "title": row.title[:100],
        "year": timezone.localdate().year,
    }
    made = NeedsSurvey.objects.create(
        workspace=access.workspace,
        title=title,
        previous=row,
        made_by=access.user,
        codes_twice=row.codes_twice,
        **{name: getattr(row, name) for name in KEPT_ON_REPEAT},
    )
    audit.record("needs_survey.repeated", made)
    return made


def locked(survey: NeedsSurvey, *states: SurveyState, version: int | None = None) -> NeedsSurvey:
    """The row as it is now, for the rest of the transaction."""
    row = NeedsSurvey.objects.select_for_update(of=("self",)).filter(pk=survey.pk).first()
    if row is None or row.state not in states:
        raise NotNow(row or survey)
    if version is not None and row.version != version:
        raise ChangedMeanwhile(row)
    return row


def save(row: NeedsSurvey) -> None:
    row.version += 1
    row.save()
