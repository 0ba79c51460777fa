"""Who is with an advice case: its readers, another adviser; and closing it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.advice import rules
from krachtlokaal.advice.enums import Audience, CaseState
from krachtlokaal.advice.forms.cases import HandOverForm, ReadersForm
from krachtlokaal.advice.models import AdviceCase
from krachtlokaal.advice.queries import cases as queries
from krachtlokaal.advice.services import cases as services
from krachtlokaal.advice.views.cases import case_of, closed_already
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.editing import told_of_clash


def _own(request: MemberRequest, pk: int) -> AdviceCase:
    found = case_of(request, pk)
    if not rules.is_adviser(request.access, found):
        raise Http404
    return found


@allow(Capability.WORK_CASES)
def readers(request: MemberRequest, pk: int) -> HttpResponse:
    """Its adviser chooses who reads along."""
    found = _own(request, pk)
    named = [str(user) for user in found.readers.values_list("user_id", flat=True)]
    start = {"version": found.version, "audience": found.audience, "named": named}
    form = ReadersForm(request.POST or None, initial=start, but=request.access.user.pk)
    clashes = []
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        users, audience = [int(user) for user in data["named"]], Audience(data["audience"])
        try:
            services.choose_readers(
                case=found, version=data["version"], audience=audience, users=users
            )
        except ChangedMeanwhile as clash:
            clashes = told_of_clash(request, form, clash.current)
        else:
            messages.success(request, _("Bewaard wie deze adviesvraag leest."))
            return redirect("advice:case", pk)
    context = {"case": found, "form": form, "clashes": clashes}
    return render(request, "advice/readers.html", context)


@allow(Capability.WORK_CASES)
def hand_over(request: MemberRequest, pk: int) -> HttpResponse:
    """By its adviser; or, unread and never to herself, by who answers for the members."""
    found = _to_hand_over(request, pk)
    but = (found.adviser_id, request.access.user.pk)
    form = HandOverForm(request.POST or None, initial={"version": found.version}, but=but)
    if request.method == "POST" and form.is_valid():
        version, to = form.cleaned_data["version"], int(form.cleaned_data["to"])
        try:
            services.hand_over(case=found, version=version, to=to)
        except ChangedMeanwhile as clash:
            told_of_clash(request, form, clash.current)
        except services.NotNow:
            messages.info(request, _("Deze adviesvraag is intussen afgerond."))
            return redirect("advice:cases")
        else:
            messages.success(request, _("De adviesvraag is overgedragen."))
            return redirect("advice:overview" if rules.oversees(request.access) else "advice:cases")
    return render(request, "advice/hand_over.html", {"case": found, "form": form})


def _to_hand_over(request: MemberRequest, pk: int) -> AdviceCase:
    if rules.oversees(request.access):
        return get_object_or_404(queries.overview(), pk=pk)
    found = _own(request, pk)
    if found.state == CaseState.CLOSED:
        raise Http404
    return found


@require_POST
@allow(Capability.WORK_CASES)
def close(request: MemberRequest, pk: int) -> HttpResponse:
    return _moved(request, pk, services.close, _("De adviesvraag is afgerond."))


@require_POST
@allow(Capability.WORK_CASES)
def open_again(request: MemberRequest, pk: int) -> HttpResponse:
    return _moved(request, pk, services.open_again, _("De adviesvraag is weer open."))


def _moved(request: MemberRequest, pk: int, deed: services.Deed, told: str) -> HttpResponse:
    found = _own(request, pk)
    try:
        deed(case=found)
    except services.NotNow:
        return closed_already(request, pk)
    messages.success(request, told)
    return redirect("advice:case", pk)
