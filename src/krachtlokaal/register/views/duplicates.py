"""Possible duplicates: find them, put two side by side, merge, undo."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.register import rules
from krachtlokaal.register.forms.duplicates import MergeForm
from krachtlokaal.register.models import DuplicatePair, Merge, Organisation
from krachtlokaal.register.queries import duplicates as queries
from krachtlokaal.register.queries.areas import area_of
from krachtlokaal.register.services import finding, merges

PER_PAGE = 25


@allow(Capability.MERGE)
def pairs(request: MemberRequest) -> HttpResponse:
    """Pairs in the working area that nobody looked at yet."""
    found = queries.open_pairs(area_of(request.access))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    running = finding.running(request.access.workspace)
    return render(request, "register/duplicates/list.html", {"page": page, "running": running})


@require_POST
@allow(Capability.MERGE)
def find(request: MemberRequest) -> HttpResponse:
    """Start looking for duplicates in the working area."""
    job = finding.start(access=request.access)
    return redirect("portal:job", job.pk)


@allow(Capability.MERGE)
def merge(request: MemberRequest, kept: int, gone: int) -> HttpResponse:
    """Two organisations side by side, and everything that would move; POST merges them."""
    keeper, leaver = (
        get_object_or_404(Organisation, pk=kept),
        get_object_or_404(Organisation, pk=gone),
    )
    may = rules.may_merge(request.access, keeper, leaver)
    facts = queries.compare(keeper, leaver, merges.FACTS)
    form = MergeForm(request.POST if request.method == "POST" else None, facts=facts)
    if request.method == "POST" and not may:
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        return _merge(request, keeper, leaver, form)
    context = {
        "kept": keeper,
        "gone": leaver,
        "may": may,
        "form": form,
        "facts": [(fact, form[fact.name] if fact.must_choose else None) for fact in facts],
        "moving": queries.what_moves(leaver),
        "pair": queries.pair_of(keeper, leaver),
        "days": merges.UNDO_DAYS,
    }
    return render(request, "register/duplicates/merge.html", context)


def _merge(
    request: MemberRequest, keeper: Organisation, leaver: Organisation, form: MergeForm
) -> HttpResponse:
    try:
        done = merges.merge(access=request.access, kept=keeper.pk, gone=leaver.pk, take=form.take())
    except merges.MergeRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("register:pairs")
    messages.success(
        request, _("{gone} is samengevoegd met {kept}.").format(gone=leaver, kept=keeper)
    )
    return redirect("register:merged", done.pk)


@require_POST
@allow(Capability.MERGE)
def different(request: MemberRequest, pk: int) -> HttpResponse:
    """These two are not the same."""
    pair = get_object_or_404(DuplicatePair, pk=pk)
    if not rules.may_merge(request.access, pair.a, pair.b):
        raise PermissionDenied
    merges.mark_different(access=request.access, pair=pair)
    messages.success(
        request,
        _("{a} en {b} blijven apart. Zij staan niet meer in deze lijst.").format(
            a=pair.a, b=pair.b
        ),
    )
    return redirect("register:pairs")


@allow(Capability.MERGE)
def merged_list(request: MemberRequest) -> HttpResponse:
    """What was merged in the working area, the latest first."""
    found = queries.merges(area_of(request.access))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "register/duplicates/merged_list.html", {"page": page})


@allow(Capability.MERGE)
def merged(request: MemberRequest, pk: int) -> HttpResponse:
    """One merge: what moved, and the way back."""
    done = get_object_or_404(Merge.objects.select_related("kept", "gone"), pk=pk)
    context = {
        "merge": done,
        "moved": queries.moved_counts(done),
        "facts": queries.taken_facts(done),
        "refusal": merges.why_not_undo(done),
        "may": rules.may_merge(request.access, done.kept, done.gone),
        "until": queries.undo_until(done, merges.UNDO_DAYS),
    }
    return render(request, "register/duplicates/merged.html", context)


@require_POST
@allow(Capability.MERGE)
def undo(request: MemberRequest, pk: int) -> HttpResponse:
    """Take two merged organisations apart again."""
    done = get_object_or_404(Merge.objects.select_related("kept", "gone"), pk=pk)
    if not rules.may_merge(request.access, done.kept, done.gone):
        raise PermissionDenied
    try:
        left = merges.undo(access=request.access, merge=done)
    except merges.MergeRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("register:merged", pk)
    messages.success(request, _("De twee organisaties staan weer apart in het register."))
    for sentence in left:
        messages.warning(request, sentence)
    return redirect("register:merged", pk)
