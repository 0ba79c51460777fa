"""The first page, and one page per theme. GET never changes anything."""

import json
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from krachtlokaal.surveys import filling, pages
from krachtlokaal.surveys.definition import Consent, Question, QuestionKind
from krachtlokaal.surveys.filling import Taken
from krachtlokaal.surveys.pages import Body
from krachtlokaal.surveys.queries.answering import CONSENT, PERSON, Desk
from krachtlokaal.surveys.sealing import TooMuch
from krachtlokaal.surveys.services import answering as services
from krachtlokaal.surveys.views.answering import frame, moulded
from krachtlokaal.surveys.views.answering.gate import at_desk, while_open

# So much of a text that was refused comes back to be made shorter.
_GIVEN_BACK = 5000


@at_desk
def start(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What it is for, who sees what, how long it takes, and who asks."""
    if not desk.takes_answers:
        return frame.shut(request, desk)
    is_first = not desk.measurement.profile and bool(desk.definition.organisation_questions)
    goes_on = frame.first_open(desk)
    intro = desk.definition.intro.into(frame.language())
    return frame.show(
        request,
        desk,
        "start",
        intro=frame.said(intro, desk),
        minutes=frame.minutes(desk),
        tells_minutes=frame.minutes(desk) and "{minutes}" not in intro,
        go_to=frame.address(desk, "answer_facts") if is_first else goes_on,
        has_facts=bool(desk.definition.organisation_questions) and not is_first,
        is_new="nieuw" in request.GET,
        whole=request.build_absolute_uri(frame.address(desk, "answer_start")),
        is_taken=desk.is_for_organisation and not desk.is_sent and services.has_answer(desk),
    )


@while_open(frame.shut)
def page(request: HttpRequest, desk: Desk, key: str) -> HttpResponse:
    """The questions about one theme."""
    questions = _questions(desk, key)
    taken = Taken()
    if request.method == "POST":
        try:
            taken = _keep(request, desk, key, questions)
        except services.Shut:
            return redirect(frame.address(desk, "answer_start"))
        if not taken.faults:
            back = request.POST.get("way") == "terug"
            return redirect(frame.before(desk, key) if back else frame.after(desk, key))
        desk = _as_typed(request, desk, questions, taken)
    return _draw(request, desk, key, questions, taken)


def _questions(desk: Desk, key: str) -> tuple[Question, ...]:
    if key == PERSON and desk.definition.respondent_questions:
        return desk.definition.respondent_questions
    for one in desk.pages:
        if one.key == key:
            return one.questions
    raise Http404


def _keep(request: HttpRequest, desk: Desk, key: str, questions: tuple[Question, ...]) -> Taken:
    """Keeps what can be kept; the rest comes back with a sentence."""
    sent = dict(request.POST.lists())
    taken = filling.from_form(questions, sent)
    for consent in consents(desk, key):
        taken.values[CONSENT + consent.key] = True if sent.get(CONSENT + consent.key) else None
    try:
        services.keep(desk=desk, values=taken.values, seen=_seen(request))
    except TooMuch:
        words = _("Al uw teksten samen zijn te lang om te bewaren. Maak er een korter.")
        texts = [q.key for q in questions if q.kind == QuestionKind.TEXT]
        taken.faults |= dict.fromkeys(texts or [questions[0].key], words)
    return taken


def _seen(request: HttpRequest) -> dict[str, Any] | None:
    """What the page showed when it was opened; without it every field counts as changed."""
    return filling.mapping_of(request.POST.get("seen", ""))


def _as_typed(
    request: HttpRequest, desk: Desk, questions: tuple[Question, ...], taken: Taken
) -> Desk:
    """What stands now, with the texts that were refused."""
    content = desk.content | {k: v for k, v in taken.values.items() if v is not None}
    for question in questions:
        if question.key in taken.faults and question.kind == QuestionKind.TEXT:
            content[question.key] = request.POST.get(question.key, "")[:_GIVEN_BACK]
    return replace(desk, content=content)


def _draw(
    request: HttpRequest, desk: Desk, key: str, questions: tuple[Question, ...], taken: Taken
) -> HttpResponse:
    body = _body(desk, key)
    boxes = consents(desk, key)
    keys = [question.key for question in questions] + [CONSENT + box.key for box in boxes]
    known = {name: desk.content[name] for name in keys if name in desk.content}
    seen = json.dumps(known, ensure_ascii=False)
    if not (taken.faults or boxes or frame.is_paper(desk)):
        return moulded.show(request, desk, key, body, seen)
    return frame.show(
        request,
        desk,
        "page",
        head=body.head,
        body=body.fill(desk.content, taken.faults, frame.words(desk)),
        is_person=key == PERSON,
        where=frame.place_in(desk.definition, desk.wave.variant, key),
        seen=seen,
        boxes=drawn(desk, boxes),
        faults=_faults(questions, taken),
    )


def _body(desk: Desk, key: str) -> Body:
    version, language = desk.wave.questionnaire_version_id, frame.language()
    if key == PERSON:
        return pages.respondent_body(version, language)
    return pages.theme_body(version, desk.wave.variant, language, key)


def consents(desk: Desk, key: str) -> list[Consent]:
    """Boxes about the answers themselves, under the last questions."""
    if key != frame.way(desk)[-1]:
        return []
    return [c for c in desk.definition.consents if is_with_answers(c)]


def is_with_answers(consent: Consent) -> bool:
    return consent.stored_with == "answers" and consent.asked_of == "each"


def drawn(desk: Desk, boxes: list[Consent]) -> list[tuple[str, str, bool]]:
    """Name, words, and whether it is ticked."""
    language = frame.language()
    return [
        (
            CONSENT + box.key,
            frame.said(box.text.into(language), desk),
            bool(desk.content.get(CONSENT + box.key)),
        )
        for box in boxes
    ]


def _faults(questions: tuple[Question, ...], taken: Taken) -> list[tuple[str, str]]:
    """Where a line of the list of errors leads, and what it says."""
    return [
        (pages.anchor(q.key, is_text=q.kind == QuestionKind.TEXT), taken.faults[q.key])
        for q in questions
        if q.key in taken.faults
    ]
