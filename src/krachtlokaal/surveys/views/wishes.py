"""Who waits for a call from the steunpunt, and a button to say that it was done."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.surveys.models import ContactWish
from krachtlokaal.surveys.queries import wishes as queries
from krachtlokaal.surveys.services.wishes import settle_wish

PER_PAGE = 50


@allow(Capability.SEE_FIELD_WORK)
def wishes(request: MemberRequest) -> HttpResponse:
    """Who waits longest comes first; what was handled stands on a page of its own."""
    is_done = request.GET.get("toestand") == "klaar"
    rows = queries.settled_wishes() if is_done else queries.open_wishes()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": queries.waiting(page.object_list), "is_done": is_done}
    return render(request, "surveys/wishes/list.html", context)


@require_POST
@allow(Capability.SEE_FIELD_WORK)
def wish_settle(request: MemberRequest, pk: int) -> HttpResponse:
    """There was contact."""
    wish = get_object_or_404(ContactWish.objects.select_related("organisation"), pk=pk)
    if settle_wish(wish=wish):
        messages.success(request, _("Het belverzoek van %(name)s is klaar.") % {"name": wish.name})
    else:
        messages.info(request, _("Dit belverzoek was al klaar."))
    return redirect("surveys:wishes")
