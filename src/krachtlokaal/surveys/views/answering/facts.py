"""*Klopt dit nog?*: what the register knows of the organisation, before the questions."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from krachtlokaal.surveys import filling, pages
from krachtlokaal.surveys.definition import Question
from krachtlokaal.surveys.filling import Taken
from krachtlokaal.surveys.forms.answering import FactsForm
from krachtlokaal.surveys.queries import facts as queries
from krachtlokaal.surveys.queries.answering import Desk
from krachtlokaal.surveys.services import facts as services
from krachtlokaal.surveys.views.answering import frame
from krachtlokaal.surveys.views.answering.gate import while_open


@while_open(frame.shut)
def facts(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Everything on one page. Who comes later finds it filled in."""
    questions = desk.definition.organisation_questions
    if not questions:
        raise Http404
    known = queries.known(desk.definition, desk.measurement, desk.invitation.organisation)
    form = FactsForm(questions, frame.language(), request.POST or None, initial=known)
    taken = Taken()
    if request.method == "POST":
        taken = filling.from_form(_chosen(questions), dict(request.POST.lists()))
        if form.is_valid() and not taken.faults:
            told = {**form.cleaned_data, **taken.values}
            services.tell_facts(measurement=desk.measurement, told=told, seen=_seen(request))
            return redirect(frame.first_open(desk))
        known |= {key: value for key, value in taken.values.items() if value is not None}
    return _draw(request, desk, form, known, taken)


def _chosen(questions: tuple[Question, ...]) -> list[Question]:
    """Those with answers to choose from; the others are fields of the form."""
    return [question for question in questions if question.key not in queries.WORDS]


def _seen(request: HttpRequest) -> dict[str, Any] | None:
    return filling.mapping_of(request.POST.get("seen", ""))


def _draw(
    request: HttpRequest, desk: Desk, form: FactsForm, known: dict[str, Any], taken: Taken
) -> HttpResponse:
    keys = tuple(question.key for question in _chosen(desk.definition.organisation_questions))
    body = pages.organisation_body(desk.wave.questionnaire_version_id, frame.language(), keys)
    return frame.show(
        request,
        desk,
        "facts",
        form=form,
        body=body.fill(known, taken.faults, frame.words(desk)),
        seen=json.dumps(known, ensure_ascii=False),
        faults=[(pages.anchor(key, is_text=False), words) for key, words in taken.faults.items()],
        on=frame.first_open(desk),
    )
