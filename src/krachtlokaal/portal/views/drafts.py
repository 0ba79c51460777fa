"""What a page sends while somebody types: see static/js/draft.js."""

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.office import drafts
from krachtlokaal.office.forms import DraftForm
from krachtlokaal.office.models import Draft


@require_POST
@allow(Capability.SEE_START)
def draft(request: MemberRequest) -> HttpResponse:
    """Keep, fetch or forget the draft of one form, by `what`."""
    if request.access.seat is None:
        return HttpResponse(status=204)
    key = request.POST.get("key", "").replace("\x00", "")[:120]
    match request.POST.get("what"):
        case "forget":
            drafts.forget(key)
            return HttpResponse(status=204)
        case "fetch":
            return _answer(drafts.get(key))
    return _keep(request)


def _keep(request: MemberRequest) -> HttpResponse:
    form = DraftForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    sent = form.cleaned_data
    try:
        return _answer(drafts.keep(sent["key"], sent["typed"], sent["version"]))
    except drafts.Clash as clash:
        return _answer(clash.draft, status=409)


def _answer(kept: Draft | None, status: int = 200) -> HttpResponse:
    if kept is None:
        return HttpResponse(status=204)
    values = {"version": kept.version, "data": kept.data, "at": kept.updated_at.isoformat()}
    return JsonResponse(values, status=status)
