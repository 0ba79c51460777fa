"""Actions as pages, mails and the next report ask for them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from krachtlokaal.core.templatetags.kl import day
from krachtlokaal.needs.enums import ActionState, SurveyState
from krachtlokaal.needs.models import Action, NeedsSurvey

A_YEAR = timedelta(days=365)
OPEN = (ActionState.PLANNED, ActionState.BUSY)
# How the list shows a state: the icon of `status`.
SIGNS = {
    ActionState.PLANNED: "wait",
    ActionState.BUSY: "busy",
    ActionState.DONE: "done",
    ActionState.DROPPED: "stop",
}


@dataclass(frozen=True)
class Line:
    """One action in the list; `is_due`: it waits to be told what came of it."""

    action: Action
    is_due: bool

    @property
    def sign(self) -> str:
        return SIGNS[ActionState(self.action.state)]


def actions_of(survey: NeedsSurvey) -> QuerySet[Action]:
    return Action.objects.filter(survey=survey).select_related("theme")


def lines(survey: NeedsSurvey) -> list[Line]:
    today = timezone.localdate()
    year = year_after(survey)
    return [Line(row, is_due(row, year, today)) for row in actions_of(survey)]


def year_after(survey: NeedsSurvey) -> date | None:
    """A year after the report was fixed."""
    return timezone.localdate(survey.finished_at) + A_YEAR if survey.finished_at else None


def is_due(action: Action, year: date | None, today: date) -> bool:
    """Past its own day, or a year after the report, and not told about since."""
    if action.state not in OPEN:
        return False
    days = [when for when in (action.due_on, year) if when is not None and when <= today]
    told = action.reported_on
    return bool(days) and (told is None or told < max(days))


def to_ask(today: date) -> list[Action]:
    """Actions of finished surveys that are due and that no mail asked about since; by survey."""
    rows = Action.objects.filter(survey__state=SurveyState.FINISHED, state__in=OPEN)
    rows = rows.select_related("survey", "survey__workspace").order_by(
        "survey_id", "position", "id"
    )
    found = []
    for row in rows.filter(Q(due_on__lte=today) | Q(survey__finished_at__isnull=False)):
        year = year_after(row.survey)
        last = max((d for d in (row.due_on, year) if d and d <= today), default=None)
        is_asked = row.asked_on is not None and last is not None and row.asked_on >= last
        if is_due(row, year, today) and not is_asked:
            found.append(row)
    return found


def in_short(survey: NeedsSurvey) -> str:
    """'6 acties: 3 gedaan, 2 bezig, 1 gaat niet door.' Empty without actions."""
    states = list(Action.objects.filter(survey=survey).order_by().values_list("state", flat=True))
    if not states:
        return ""
    parts = [
        f"{states.count(state.value)} {str(state.label).lower()}"
        for state in (ActionState.DONE, ActionState.BUSY, ActionState.PLANNED, ActionState.DROPPED)
        if state.value in states
    ]
    told = ngettext("%(number)s actie: %(parts)s.", "%(number)s acties: %(parts)s.", len(states))
    return told % {"number": len(states), "parts": ", ".join(parts)}


def told_of(action: Action) -> str:
    """What is known of it now, in one line for a table."""
    state = str(action.get_state_display())
    if action.reported_on is None:
        return state
    words = {"state": state, "day": day(action.reported_on), "outcome": action.outcome}
    if not action.outcome:
        return _("%(state)s (gemeld op %(day)s)") % words
    return _("%(state)s (gemeld op %(day)s). %(outcome)s") % words
