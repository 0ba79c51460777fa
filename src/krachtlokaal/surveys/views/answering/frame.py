"""What every page of answering shows and knows: where one is, who asks, and how to go on."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from krachtlokaal.register.queries.places import town_name
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.enums import Channel
from krachtlokaal.surveys.queries.answering import PERSON, Desk, Moment

LANGUAGES = {"nl": "Nederlands", "en": "English", "fy": "Frysk"}


@dataclass(frozen=True)
class Tongue:
    """A language of the wave, as its own speakers call it."""

    code: str
    name: str
    is_current: bool


@dataclass(frozen=True)
class Place:
    """Where a page stands among those of the questionnaire."""

    text: str
    value: int
    of: int


def show(request: HttpRequest, desk: Desk, template: str, **more: Any) -> HttpResponse:  # noqa: ANN401 whatever a page shows
    """A page at a desk. `status` may be given too."""
    status = more.pop("status", 200)
    context = {
        "desk": desk,
        "secret": desk.secret,
        "place": desk.definition.title.into(language()),
        "tongues": tongues(desk),
        "report": report(desk),
        "is_paper": is_paper(desk),
        # The frame would ask the session for them.
        "messages": (),
        **more,
    }
    return render(request, f"surveys/answering/{template}.html", context, status=status)


def shut(request: HttpRequest, desk: Desk) -> HttpResponse:
    """No answers are taken now: why, what became of hers, and whom to call."""
    early = desk.wave.opens_on if desk.moment == Moment.EARLY else None
    status = 200 if request.method == "GET" else 409
    return show(request, desk, "shut", moment=str(desk.moment), opens_on=early, status=status)


def is_paper(desk: Desk) -> bool:
    """A member types what somebody wrote on paper."""
    return desk.invitation.channel == Channel.PAPER


def language() -> str:
    return (get_language() or settings.LANGUAGE_CODE)[:2]


def tongues(desk: Desk) -> list[Tongue]:
    spoken = desk.wave.languages or [settings.LANGUAGE_CODE]
    now = language()
    return [Tongue(code, LANGUAGES.get(code, code), code == now) for code in spoken]


def words(desk: Desk) -> dict[str, str]:
    """What stands for the open places in the texts of a questionnaire."""
    workspace = desk.invitation.workspace
    return {
        "support_centre": workspace.name,
        "sender": workspace.name,
        "municipality": town_name(desk.invitation.organisation.municipality_id),
        "minutes": str(minutes(desk)),
    }


def minutes(desk: Desk) -> int:
    return desk.definition.minutes.get(desk.wave.variant, 0)


def said(text: str, desk: Desk) -> str:
    """A text of the questionnaire with its open places filled."""
    for name, word in words(desk).items():
        text = text.replace("{" + name + "}", word)
    return text


def way(desk: Desk) -> tuple[str, ...]:
    """The pages with questions, in their order."""
    return way_through(desk.definition, desk.wave.variant)


def way_through(definition: Definition, variant: str) -> tuple[str, ...]:
    own = (PERSON,) if definition.respondent_questions else ()
    return (*own, *(page.key for page in definition.pages_of(variant)))


def address(desk: Desk, name: str, *more: str) -> str:
    return reverse(f"surveys:{name}", args=[desk.secret, *more])


def report(desk: Desk) -> str:
    """Where her own result stands."""
    return address(desk, "report")


def after(desk: Desk, key: str) -> str:
    """Where *Volgende* leads."""
    keys = way(desk)
    place = keys.index(key) + 1
    if place < len(keys):
        return address(desk, "answer_page", keys[place])
    return address(desk, "answer_contact") if asks_contact(desk) else address(desk, "answer_check")


def before(desk: Desk, key: str) -> str:
    """Where *Vorige* leads."""
    keys = way(desk)
    place = keys.index(key) - 1
    return (
        address(desk, "answer_page", keys[place]) if place >= 0 else address(desk, "answer_start")
    )


def first_open(desk: Desk) -> str:
    """Where she goes on: the first page on which nothing was answered yet."""
    answered = desk.content.keys()
    asked = {page.key: {question.key for question in page.questions} for page in desk.pages}
    asked[PERSON] = {question.key for question in desk.definition.respondent_questions}
    key = next((key for key in way(desk) if not asked[key] & answered), "")
    return address(desk, "answer_page", key) if key else address(desk, "answer_check")


def asks_contact(desk: Desk) -> bool:
    return bool(desk.definition.consents)


def place_in(definition: Definition, variant: str, key: str) -> Place:
    """ "Onderwerp 3 van 10", or which page it is where there are no themes."""
    keys = way_through(definition, variant)
    themes = [page.key for page in definition.pages_of(variant) if page.theme]
    value = keys.index(key) + 1
    if key in themes:
        text = _("Onderwerp %(n)d van %(of)d") % {"n": themes.index(key) + 1, "of": len(themes)}
    elif key == PERSON:
        text = _("Eerst over uzelf")
    elif themes:
        text = _("Bijna klaar")
    else:
        text = _("Bladzijde %(n)d van %(of)d") % {"n": value, "of": len(keys)}
    return Place(text, value, len(keys) + 1)


def days_left(desk: Desk) -> int | None:
    closes = desk.wave.closes_on
    return (closes - timezone.localdate()).days if closes else None
