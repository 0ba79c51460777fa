"""Event days: the list by state, a new one from a template, one of them, and its facts."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.events.enums import EventKind
from krachtlokaal.events.forms.days import DayForm, NewDayForm, starting
from krachtlokaal.events.models import EventDay
from krachtlokaal.events.queries import days as queries
from krachtlokaal.events.services import days as services
from krachtlokaal.register.forms.versions import Clash
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.editing import told_of_clash

PER_PAGE = 25


def day_of(pk: int) -> EventDay:
    return get_object_or_404(EventDay.objects.select_related("workspace"), pk=pk)


@allow(Capability.SEE_EVENTS)
def days(request: MemberRequest) -> HttpResponse:
    """All days of the workspace, or those of one state."""
    state = request.GET.get("toestand", "")
    context = {
        "page": Paginator(queries.all_days(state), PER_PAGE).get_page(request.GET.get("page")),
        "states": queries.states(),
        "state": state,
        "may_run": request.access.may(Capability.RUN_EVENTS),
    }
    return render(request, "events/days/list.html", context)


@allow(Capability.SEE_EVENTS)
def day(request: MemberRequest, pk: int) -> HttpResponse:
    """What is known of it, its parts, and what to do now."""
    found = day_of(pk)
    context = {
        "day": found,
        "facts": queries.facts(found),
        "parts": queries.parts(found),
        "missing": queries.missing(found),
        "may_change": request.access.may(Capability.RUN_EVENTS)
        and found.state not in services.OVER,
    }
    return render(request, "events/days/day.html", context)


@allow(Capability.RUN_EVENTS)
def day_new(request: MemberRequest) -> HttpResponse:
    """A name and a template are enough to begin."""
    form = NewDayForm(request.POST or None, initial={"kind": EventKind.DOE_DAG})
    if request.method == "POST" and form.is_valid():
        made = services.make(access=request.access, **form.cleaned_data)
        messages.success(request, _("De dag is gemaakt."))
        return redirect("events:day", made.pk)
    context = {"form": form, "draft": services.draft_name(None)}
    return render(request, "events/days/form.html", context)


@allow(Capability.RUN_EVENTS)
def day_change(request: MemberRequest, pk: int) -> HttpResponse:
    """All facts of a day on one page."""
    found = day_of(pk)
    if found.state in services.OVER:
        return _over(request, found)
    form = DayForm(request.POST or None, initial=starting(found))
    clashes: list[Clash] = []
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            services.change(day=found, version=version, values=form.values())
        except ChangedMeanwhile as meanwhile:
            clashes = told_of_clash(request, form, meanwhile.current)
        except services.NotNow:
            return _over(request, found)
        else:
            messages.success(request, _("De gegevens van de dag zijn bewaard."))
            return redirect("events:day", pk)
    context = {"day": found, "form": form, "clashes": clashes}
    context["draft"] = services.draft_name(found)
    return render(request, "events/days/form.html", context)


def _over(request: MemberRequest, day: EventDay) -> HttpResponse:
    messages.info(request, _("Deze dag is geweest of gaat niet door. Wijzigen kan niet."))
    return redirect("events:day", day.pk)
