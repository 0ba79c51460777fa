"""What somebody does on her report: ask to be called, share, take her own answer back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from krachtlokaal.surveys.forms.managing import SuccessorForm
from krachtlokaal.surveys.forms.wishes import WishForm
from krachtlokaal.surveys.queries import reports as queries
from krachtlokaal.surveys.queries.answering import Desk
from krachtlokaal.surveys.queries.managing import may_become_manager, may_decide
from krachtlokaal.surveys.services import managing, own_answers, wishes
from krachtlokaal.surveys.views.answering.frame import language
from krachtlokaal.surveys.views.answering.gate import at_desk
from krachtlokaal.surveys.views.report import frame, pages


@at_desk
@require_POST
def ask_call(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Her name and number go to the steunpunt, apart from her answer."""
    if not desk.is_sent or not desk.content:
        return frame.to_start(desk)
    subjects = queries.subjects_of(queries.own_outcome(desk, language()))
    form = WishForm(request.POST, subjects=subjects)
    if not form.is_valid():
        return pages.show_report(request, desk, form, status=422)
    wishes.make_wish(
        measurement=desk.measurement,
        name=form.cleaned_data["name"],
        reach=form.cleaned_data["reach"],
        about=form.cleaned_data["about"],
    )
    return frame.back(desk, "bellen")


@at_desk
@require_POST
def share(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Who answered for her organisation lets its steunpunt see the outcome, or not any more."""
    if not desk.is_for_organisation or not desk.is_sent or not desk.content:
        raise Http404
    if not may_decide(desk.invitation):
        raise Http404
    shares = request.POST.get("delen") == "ja"
    managing.set_switches(measurement=desk.measurement, switches={"shares_result": shares})
    return frame.back(desk, "delen" if shares else "niet-delen")


@at_desk
@require_POST
def become_manager(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Asked by letter, nobody has an address to mail: who was asked first gives hers."""
    if not desk.content or not may_become_manager(desk.invitation):
        raise Http404
    form = SuccessorForm(request.POST, auto_id="beheer_%s")
    if not form.is_valid():
        return pages.show_report(request, desk, manager_form=form, status=422)
    managing.appoint(
        measurement=queries.joined(desk),
        name=form.cleaned_data["name"],
        email=form.cleaned_data["email"],
    )
    return frame.back(desk, "beheer")


@at_desk
def withdraw(request: HttpRequest, desk: Desk) -> HttpResponse:
    """She takes back her own answer; what is one answer of an organisation is its manager's."""
    if desk.is_for_organisation or not desk.is_sent or not desk.content:
        raise Http404
    if request.method != "POST":
        return frame.show(request, desk, "withdraw")
    own_answers.withdraw_own(desk=desk)
    return frame.show(request, desk, "gone")
