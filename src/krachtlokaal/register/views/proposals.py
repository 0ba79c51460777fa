"""Proposals to change shared facts: what waits, and the decision about one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.register import rules
from krachtlokaal.register.enums import ProposalState
from krachtlokaal.register.forms.organisations import AnswerForm
from krachtlokaal.register.models import Proposal
from krachtlokaal.register.queries import history
from krachtlokaal.register.queries import proposals as queries
from krachtlokaal.register.services import proposals as services
from krachtlokaal.register.services.versions import ChangedMeanwhile

PER_PAGE = 25


@allow(Capability.PROPOSE_FACTS)
def proposals(request: MemberRequest) -> HttpResponse:
    """What waits for a decision here, or what colleagues proposed elsewhere."""
    is_own = request.GET.get("van") == "ons"
    rows = queries.own(request.access) if is_own else queries.to_decide(request.access)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "is_own": is_own, "tabs": _tabs(is_own=is_own)}
    return render(request, "register/proposals/list.html", context)


@allow(Capability.PROPOSE_FACTS)
def proposal(request: MemberRequest, pk: int) -> HttpResponse:
    """One proposal; those of the area take it over or not, with an answer."""
    found = get_object_or_404(
        Proposal.objects.select_related("organisation", "workspace", "decided_by"), pk=pk
    )
    may = rules.may_decide(request.access, found)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and not may:
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        return _decide(request, found, form)
    context = {
        "proposal": found,
        "organisation": found.organisation,
        "form": form,
        "may": may and found.state == ProposalState.OPEN,
        "changes": list(history.told(found.changes)),
        "stale": [history.label(name) for name in services.stale_facts(found, found.organisation)],
    }
    return render(request, "register/proposals/proposal.html", context)


def _decide(request: MemberRequest, found: Proposal, form: AnswerForm) -> HttpResponse:
    answer, accepts = form.cleaned_data["answer"], request.POST.get("besluit") == "overnemen"
    try:
        if accepts:
            services.accept(access=request.access, proposal=found, answer=answer)
        else:
            services.decline(access=request.access, proposal=found, answer=answer)
    except ChangedMeanwhile:
        messages.error(
            request,
            _("De gegevens zijn na dit voorstel gewijzigd. Wijzig ze zelf, of neem het niet over."),
        )
        return redirect("register:proposal", found.pk)
    except services.AlreadyDecided:
        messages.warning(request, _("Een collega heeft hier al over besloten."))
        return redirect("register:proposal", found.pk)
    done = _("Het voorstel is overgenomen.") if accepts else _("Het voorstel is niet overgenomen.")
    messages.success(request, done + " " + _("Wie het deed, krijgt een mail."))
    return redirect("portal:organisation", found.organisation_id)


def _tabs(*, is_own: bool) -> list[tuple[str, str, bool]]:
    return [
        (_("Voor u om te beslissen"), "?", not is_own),
        (_("Door uw werkruimte gedaan"), "?van=ons", is_own),
    ]
