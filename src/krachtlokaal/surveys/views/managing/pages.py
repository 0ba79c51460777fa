"""The pages behind the link of a manager. GET never changes anything."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from krachtlokaal.accounts.gate import by_link, public
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.surveys.forms.managing import SwitchForm
from krachtlokaal.surveys.forms.public import LostForm
from krachtlokaal.surveys.links import MANAGER
from krachtlokaal.surveys.printing import taking_along
from krachtlokaal.surveys.queries import managing as queries
from krachtlokaal.surveys.queries.reports import gathering_of, shared_outcome
from krachtlokaal.surveys.services import managing as services
from krachtlokaal.surveys.views.limits import may_once_more
from krachtlokaal.surveys.views.managing import frame
from krachtlokaal.surveys.views.report.files import as_file

AGAIN = "survey_lost_link"  # the same limit as for links to answer


@frame.or_gone
@by_link(MANAGER, organisation=queries.organisation_of)
def managed(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """Everything about the result in one place."""
    own = queries.management_of(link)
    return frame.show(
        request,
        link,
        own,
        "managed",
        form=SwitchForm(measurement=own.measurement),
        outcome=shared_outcome(own.measurement, _language()),
        gathering=gathering_of(own.measurement) if own.is_each else None,
        files=taking_along.KINDS,
        done=request.GET.get("gedaan", ""),
    )


@frame.or_gone
@by_link(MANAGER, organisation=queries.organisation_of)
def managed_report(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """The result itself."""
    own = queries.management_of(link)
    outcome = shared_outcome(own.measurement, _language())
    if outcome is None:
        return frame.back(link)
    return frame.show(request, link, own, "report", outcome=outcome)


@frame.or_gone
@by_link(MANAGER, organisation=queries.organisation_of)
def managed_file(request: HttpRequest, link: PersonalLink, kind: str) -> HttpResponse:  # noqa: ARG001 the gate's shape
    """The result to take along."""
    own = queries.management_of(link)
    outcome = shared_outcome(own.measurement, _language())
    if outcome is None or kind not in taking_along.KINDS:
        raise Http404
    file = taking_along.make(kind, outcome, _language())
    return as_file(outcome, file.data, file.ending, file.content_type)


@public
def manager_link(request: HttpRequest) -> HttpResponse:
    """Mail the link again. The answer is always the same: nobody learns who manages what."""
    form = LostForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"].lower()
        if may_once_more(request, AGAIN, f"beheer {email}"):
            services.send_again(email=email)
        return redirect(f"{reverse('surveys:manager_link')}?verstuurd")
    context = {"form": form, "is_done": "verstuurd" in request.GET}
    return render(request, "surveys/managing/link.html", context)


def _language() -> str:
    return (get_language() or "nl")[:2]
