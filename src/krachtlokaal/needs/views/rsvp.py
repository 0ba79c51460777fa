"""The pages of a guest behind her personal link: does she come? GET never changes anything."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt

from krachtlokaal.accounts.gate import by_link, public
from krachtlokaal.core import guard
from krachtlokaal.needs.forms.rsvp import (
    ComingForm,
    GuestCodeForm,
    SubstituteForm,
    spoken,
    starting,
)
from krachtlokaal.needs.links import GUEST
from krachtlokaal.needs.models import Guest
from krachtlokaal.needs.queries import appointments, guest_words
from krachtlokaal.needs.queries import rsvp as queries
from krachtlokaal.needs.services import rsvp as services
from krachtlokaal.needs.views.speaking import language_for
from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.publishing import calendars
from krachtlokaal.register.views.gone import friendly
from krachtlokaal.register.views.optouts import opt_out_page
from krachtlokaal.surveys.views.limits import limited

YES, NO, OTHER = "ja", "nee", "ander"


def _guest_of(link: PersonalLink) -> Guest:
    with guard.workspaces(link.workspace_id):
        guest = queries.guest_of(link)
    if guest is None:
        raise Http404
    return guest


@cache_control(private=True, no_store=True)
@limited("survey_entry")
@friendly
@by_link(GUEST)
def rsvp(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """When and where it is, and her answer; she may change it until it begins."""
    guest = _guest_of(link)
    with translation.override(language_for(request, guest.language)):
        if request.method != "POST":
            return _show(request, link, guest, deed=request.GET.get("doe", ""))
        deed = request.POST.get("deed", "")
        form = _form(deed, guest, request)
        if form is not None and not form.is_valid():
            return _show(request, link, guest, deed=deed, form=form)
        try:
            return _answer(request, link, deed, form)
        except services.Full:
            return _show(request, link, guest, is_full=True, status=409)
        except services.Closed:
            return _show(request, link, _guest_of(link), status=409)


def _form(deed: str, guest: Guest, request: HttpRequest) -> ComingForm | SubstituteForm | None:
    data = request.POST if request.method == "POST" else None
    if deed == OTHER:
        return SubstituteForm(data)
    return ComingForm(data, initial=starting(guest)) if deed == YES else None


def _answer(
    request: HttpRequest,
    link: PersonalLink,
    deed: str,
    form: ComingForm | SubstituteForm | None,
) -> HttpResponse:
    language = translation.get_language() or "nl"
    if isinstance(form, ComingForm):
        name = form.cleaned_data["name"]
        services.comes(link=link, name=name, needs=form.needs(), language=language)
    elif isinstance(form, SubstituteForm):
        told = form.cleaned_data
        guest = services.hand_over(link=link, language=language, **told)
        return render(request, "needs/guests/handed_over.html", _frame(guest) | told)
    elif deed == NO:
        services.declines(link=link, language=language)
    return redirect("needs:rsvp", links.token(link))


def _show(
    request: HttpRequest,
    link: PersonalLink,
    guest: Guest,
    *,
    deed: str = "",
    form: ComingForm | SubstituteForm | None = None,
    is_full: bool = False,
    status: int = 200,
) -> HttpResponse:
    wanted = form or _form(deed, guest, request)
    context = _frame(guest) | {
        "secret": links.token(link),
        "deed": deed,
        "form": wanted or ComingForm(initial=starting(guest)),
        "moment": str(queries.moment_of(guest)),
        "is_full": is_full,
    }
    return render(request, "needs/guests/rsvp.html", context, status=status)


def _frame(guest: Guest) -> dict[str, Any]:
    """What every page of a guest shows: which table, when, where, and who asks."""
    table, language = guest.table, translation.get_language() or "nl"
    workspace = table.survey.workspace
    return {
        "guest": guest,
        "table": table,
        "workspace": workspace,
        "place": workspace.name,
        "needs": spoken(guest),
        "day": guest_words.day_of(table, language),
        "time": guest_words.time_of(table, language),
    }


@friendly
@by_link(GUEST)
def calendar(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """The conversation for her own calendar."""
    guest = _guest_of(link)
    with translation.override(language_for(request, guest.language)):
        data = appointments.file_for(guest)
    if data is None:
        raise Http404
    answer = HttpResponse(data, content_type=calendars.CONTENT_TYPE)
    answer["Content-Disposition"] = 'attachment; filename="ronde-tafel.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@csrf_exempt
@friendly
@by_link(GUEST)
def opt_out(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """By the link at the foot of an invitation; a mail programme may do it with one POST."""
    return opt_out_page(request, link)


@limited("survey_code")
@public
def code(request: HttpRequest) -> HttpResponse:
    """The way in for who got a letter and can't scan."""
    form = GuestCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        secret = form.cleaned_data["code"]
        if links.find(GUEST, secret) is not None:
            return redirect("needs:rsvp", secret)
        told = _("Deze code kennen wij niet. Kijk of u alle tekens goed overtypte.")
        form.add_error("code", told)
    return render(request, "needs/guests/code.html", {"form": form})
