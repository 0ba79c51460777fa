"""Who answered *Klopt dit nog?* and who did not, for the workspace that asked."""

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.accounts.queries.workspaces import with_contact_data
from krachtlokaal.register.models import Contact
from krachtlokaal.register.queries import checks as queries
from krachtlokaal.register.services import checks as services

PER_PAGE = 25


@allow(Capability.SEND_MAIL)
def checks(request: MemberRequest) -> HttpResponse:
    """By state; a bestuurswissel that runs is shown with who waits for whom."""
    state = request.GET.get("toestand", "")
    state = state if state in queries.FILTERS else ""
    number = request.GET.get("page")
    context: dict[str, object] = {"state": state, "filters": list(queries.FILTERS.items())}
    if state == "wissel":
        context["page"] = Paginator(queries.successions(), PER_PAGE).get_page(number)
        return render(request, "register/checks/successions.html", context)
    found = Paginator(queries.checks(state), PER_PAGE)
    page = found.get_page(number)
    told = queries.lines(page.object_list)
    context["page"] = Page(told, page.number, found)  # type: ignore[misc]  # the checks' pages, told in words
    return render(request, "register/checks/list.html", context)


@require_POST
@allow(Capability.SEND_MAIL)
def ask(request: MemberRequest, pk: int) -> HttpResponse:
    """Ask one contact, also when she was asked not long ago."""
    contact = get_object_or_404(Contact.objects.select_related("organisation"), pk=pk)
    try:
        services.ask(workspace=with_contact_data(request.access.workspace), contact=contact)
    except services.CannotAsk as reason:
        messages.warning(request, str(reason))
    else:
        told = _("%(name)s krijgt een mail met de vraag of de gegevens kloppen.")
        messages.success(request, told % {"name": contact})
    return redirect("portal:organisation", contact.organisation_id)
