"""Look it over, send it; and the address to which the script of a page keeps each answer."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from krachtlokaal.surveys import filling, pages
from krachtlokaal.surveys.enums import Channel
from krachtlokaal.surveys.filling import Taken
from krachtlokaal.surveys.queries import answering as queries
from krachtlokaal.surveys.queries.answering import CONSENT, PERSON, Desk
from krachtlokaal.surveys.sealing import TooMuch
from krachtlokaal.surveys.services import answering as services
from krachtlokaal.surveys.views.answering import frame
from krachtlokaal.surveys.views.answering.gate import at_desk, while_open
from krachtlokaal.surveys.views.answering.pages import is_with_answers


@while_open(frame.shut)
def check(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What is still open, per theme; then send."""
    return _check(request, desk)


def _check(request: HttpRequest, desk: Desk, wrong: str = "") -> HttpResponse:
    language = frame.language()
    needed = [
        (f"{_page_of(desk, q.key)}#{pages.anchor(q.key, is_text=False)}", q.text.into(language))
        for q in queries.needed(desk)
    ]
    return frame.show(
        request,
        desk,
        "check",
        left=[
            (frame.address(desk, "answer_page", page.key), page.title, page.number)
            for page in queries.left_open(desk, language)
        ],
        needed=needed,
        wrong=wrong,
        back=frame.address(desk, "answer_contact")
        if frame.asks_contact(desk)
        else frame.address(desk, "answer_page", frame.way(desk)[-1]),
        status=422 if wrong else 200,
    )


def _page_of(desk: Desk, key: str) -> str:
    found = [page.key for page in desk.pages if key in {q.key for q in page.questions}]
    return frame.address(desk, "answer_page", found[0] if found else PERSON)


@while_open(frame.shut)
def send(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Her answer counts from now on; then her report. Fetching the address sends nothing."""
    if request.method != "POST":
        return redirect(frame.address(desk, "answer_check"))
    try:
        services.send_in(desk=desk)
    except services.NotReady as wrong:
        return _check(request, desk, str(wrong))
    except (services.AlreadySent, services.Shut):
        return redirect(frame.address(desk, "answer_start"))
    is_paper = desk.invitation.channel == Channel.PAPER
    return redirect(frame.address(desk, "answer_start") if is_paper else frame.report(desk))


@at_desk
def keep(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What the script of a page sends: {"values": …, "seen": …, "late": …}, and what stands then.

    Answers that can't be taken are told per question, with 400 when there were none others.
    """
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not desk.takes_answers:
        return _told(409, state="shut", message=_("Deze meting neemt geen antwoorden meer aan."))
    sent = _sent(request)
    if sent is None:
        return _told(400, state="unread", message=_("Dit is niet te lezen. Er is niets veranderd."))
    taken = _taken(desk, sent["values"])
    try:
        kept = services.keep(
            desk=desk, values=taken.values, seen=sent["seen"], late=sent.get("late") is True
        )
    except services.Shut:
        return _told(409, state="shut", message=_("Deze meting neemt geen antwoorden meer aan."))
    except TooMuch:
        words = _("Al uw teksten samen zijn te lang om te bewaren. Maak er een korter.")
        faults = dict.fromkeys(taken.values, words)
        stands = {key: desk.content.get(key) for key in sent["values"]}
        return _told(400, state="faults", faults=faults, held={}, stands=stands)
    status = 400 if taken.faults and not taken.values else 200
    stands = {key: kept.content.get(key) for key in sent["values"]}
    return _told(status, state="kept", faults=taken.faults, held=kept.held, stands=stands)


def _sent(request: HttpRequest) -> dict[str, Any] | None:
    sent = filling.mapping_of(request.body)
    if sent is None or not isinstance(sent.get("values"), dict):
        return None
    seen = sent.get("seen")
    return sent | {"seen": seen if isinstance(seen, dict) else None}


def _taken(desk: Desk, sent: dict[str, Any]) -> Taken:
    boxes = {CONSENT + c.key for c in desk.definition.consents if is_with_answers(c)}
    rest = {key: value for key, value in sent.items() if key not in boxes}
    taken = filling.from_script(desk.questions, rest)
    taken.values |= {key: True if sent[key] else None for key in boxes & sent.keys()}
    return taken


def _told(status: int, **values: Any) -> JsonResponse:  # noqa: ANN401 whatever JSON holds
    return JsonResponse(values, status=status)
