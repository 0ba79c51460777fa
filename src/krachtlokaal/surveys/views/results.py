"""Results that managers share with their steunpunt: each look is written down for them."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.surveys.queries import results as queries
from krachtlokaal.surveys.queries.reports import outcome_for_members
from krachtlokaal.surveys.services.looks import look

PER_PAGE = 50


@allow(Capability.SEE_RESULTS)
def results(request: MemberRequest) -> HttpResponse:
    """Which organisations share their result."""
    page = Paginator(queries.shared_results(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "surveys/results/list.html", {"page": page})


@allow(Capability.SEE_RESULTS)
def result(request: MemberRequest, pk: int) -> HttpResponse:
    """One result. Its manager reads that this was looked at."""
    measurement = queries.shared_result(pk)
    outcome = outcome_for_members(measurement, (get_language() or "nl")[:2])
    if outcome is None:
        raise Http404
    look(measurement=measurement, access=request.access)
    wave = measurement.wave
    context = {
        "outcome": outcome,
        "organisation": measurement.organisation,
        "workspace": wave.workspace,
        "phone": wave.sender_phone or wave.workspace.phone,
    }
    return render(request, "surveys/results/result.html", context)
