"""Needs surveys: the list, and one of them with its five steps and the one next step."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries import overview
from krachtlokaal.needs.queries import surveys as queries

PER_PAGE = 25


def survey_of(pk: int) -> NeedsSurvey:
    rows = NeedsSurvey.objects.select_related("workspace", "previous")
    return get_object_or_404(rows, pk=pk)


@allow(Capability.SEE_NEEDS)
def surveys(request: MemberRequest) -> HttpResponse:
    """All surveys of the workspace, the newest first."""
    page = Paginator(queries.all_surveys(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": queries.lines(page.object_list),
        "may_run": request.access.may(Capability.RUN_NEEDS),
    }
    return render(request, "needs/surveys/list.html", context)


@allow(Capability.SEE_NEEDS)
def survey(request: MemberRequest, pk: int) -> HttpResponse:
    """Where it stands, and what to do now."""
    found = survey_of(pk)
    context = {
        "survey": found,
        "overview": overview.of(found, request.access),
        "may_run": request.access.may(Capability.RUN_NEEDS),
        "may_follow": request.access.may(Capability.SEE_FIELD_WORK),
    }
    return render(request, "needs/surveys/survey.html", context)
