"""By the clock: ask who made a survey what came of its actions."""

from itertools import groupby

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from krachtlokaal.core import guard
from krachtlokaal.needs.models import Action
from krachtlokaal.needs.queries.actions import to_ask
from krachtlokaal.office import audit, jobs, outbox, queue

TEMPLATE = "needs_actions"
outbox.names({TEMPLATE: _("Vraag wat er van de acties kwam")})


@queue.by_the_clock("20 8 * * *")
def ask_about_actions() -> int:
    """One mail a survey, however many of its actions are due. Tells how many mails."""
    today = timezone.localdate()
    with guard.system("the clock asks about actions of every workspace"):
        due = to_ask(today)
    return sum(_ask(list(rows)) for _survey, rows in groupby(due, lambda action: action.survey_id))


@transaction.atomic
def _ask(actions: list[Action]) -> int:
    survey = actions[0].survey
    system = audit.Actor(audit.SYSTEM.kind, audit.SYSTEM.name, workspace=survey.workspace_id)
    with guard.workspaces(survey.workspace_id), audit.acting(system):
        keys = [action.pk for action in actions]
        Action.objects.filter(pk__in=keys).update(asked_on=timezone.localdate())
        who = jobs.addressee(survey.made_by_id)
        if who is None:
            return 0
        outbox.post(
            TEMPLATE,
            to=who.email,
            to_name=who.name,
            context={
                "title": survey.title,
                "actions": [action.text for action in actions],
                "url": settings.BASE_URL + reverse("needs:actions", args=[survey.pk]),
            },
            workspace=survey.workspace_id,
            language=who.language,
        )
        audit.record("action.asked", survey)
    return 1
