"""Ways in without an invitation: the open link of a wave, and a board that begins by itself."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from krachtlokaal.accounts.gate import by_link, public
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.accounts.queries.areas import area_filter
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.views.gone import friendly
from krachtlokaal.surveys.enums import Channel
from krachtlokaal.surveys.forms.entering import NewcomerForm, PersonForm
from krachtlokaal.surveys.links import OPEN
from krachtlokaal.surveys.queries import entering as queries
from krachtlokaal.surveys.queries.waves import is_open
from krachtlokaal.surveys.queries.words import title_of
from krachtlokaal.surveys.services import entering as services
from krachtlokaal.surveys.views.answering.frame import language
from krachtlokaal.surveys.views.limits import limited

_LONGEST = 100


@dataclass
class Choice:
    """How far she is: searching, describing a new organisation, or saying who she is."""

    typed: str = ""
    found: list[Organisation] | None = None
    about: Organisation | None = None
    form: PersonForm | None = None


@limited("survey_entry")
@friendly
@by_link(OPEN)
def open_entry(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """Everybody may enter who says which organisation she is of. Her link is shown and mailed."""
    wave = queries.wave_of(link)
    if wave is None:
        raise Http404
    place = wave.workspace
    shown = {"wave": wave, "place": place.name, "title": title_of(wave, language())}
    if not is_open(wave, timezone.localdate()):
        return render(request, "surveys/entering/shut.html", shown)
    choice = _choice(request, place)
    form = choice.form
    if form is not None and form.is_valid():
        person, about = _person(form), _about(choice, form)
        secret = services.enter(wave=wave, about=about, person=person, channel=Channel.OPEN)
        if secret:
            return redirect(reverse("surveys:answer_start", args=[secret]) + "?nieuw")
        return render(request, "surveys/entering/mailed.html", shown | {"email": person.email})
    return render(request, "surveys/entering/choose.html", shown | {"choice": choice})


@limited("survey_entry")
@public
def self_start(request: HttpRequest) -> HttpResponse:
    """A board that begins by itself: the steunpunt of its area mails the link."""
    choice, shown = _choice(request, None), {"is_self": True}
    form = choice.form
    if form is None or not form.is_valid():
        return render(request, "surveys/entering/choose.html", shown | {"choice": choice})
    person = _person(form)
    try:
        place = services.start_oneself(about=_about(choice, form), person=person)
    except services.Nobody:
        return render(request, "surveys/entering/nobody.html", shown)
    told = {"email": person.email, "place": place.name}
    return render(request, "surveys/entering/mailed.html", shown | told)


def _choice(request: HttpRequest, place: Workspace | None) -> Choice:
    """What the address says, and the form that belongs to it."""
    data = request.POST if request.method == "POST" else None
    if "nieuw" in request.GET:
        return Choice(form=NewcomerForm(data, codes=_codes(place)))
    number = request.GET.get("organisatie", "")
    if number.isascii() and number.isdigit():
        about = queries.within(place).filter(pk=int(number[:12])).first()
        return Choice(about=about, form=PersonForm(data)) if about else Choice(found=[])
    typed = request.GET.get("zoek", "").strip()[:_LONGEST]
    return Choice(typed=typed, found=queries.named(typed, place) if typed else None)


def _codes(place: Workspace | None) -> Collection[str] | None:
    area = area_filter(place) if place else None
    if area is None or area.sectors:
        return None
    return area.municipalities | {code for code, _sector in area.pairs} or None


def _person(form: PersonForm) -> services.Person:
    told: dict[str, Any] = form.cleaned_data
    return services.Person(told["person"], told["email"], language())


def _about(choice: Choice, form: PersonForm) -> Organisation:
    return choice.about or services.organisation_from(facts=form.cleaned_data)
