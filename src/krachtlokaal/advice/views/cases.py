"""Advice cases: the list, a new one, one case with its notes, and what changes of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.advice import rules
from krachtlokaal.advice.enums import CaseState
from krachtlokaal.advice.forms.cases import CaseForm, NewCaseForm, NoteForm
from krachtlokaal.advice.models import AdviceCase
from krachtlokaal.advice.queries import cases as queries
from krachtlokaal.advice.services import cases as services
from krachtlokaal.register.models import Organisation
from krachtlokaal.register.queries import searching
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.editing import told_of_clash

PER_PAGE = 25
MOST_HITS = 8


def case_of(request: MemberRequest, pk: int) -> AdviceCase:
    """A case that she may read; any other is as one that is not there."""
    return get_object_or_404(queries.readable(request.access), pk=pk)


@allow(Capability.WORK_CASES)
def cases(request: MemberRequest) -> HttpResponse:
    """What she may read, by whose it is; the next step that is longest overdue first."""
    whose, closed = request.GET.get("van", ""), request.GET.get("toon") == "afgerond"
    rows = queries.listed(request.access, whose=whose, closed=closed)
    context = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "whose": whose,
        "closed": closed,
        "today": timezone.localdate(),
        "oversees": rules.oversees(request.access),
    }
    return render(request, "advice/list.html", context)


@allow(Capability.WORK_CASES)
def case_new(request: MemberRequest) -> HttpResponse:
    """The organisation is chosen in the address, by a search or from its own page."""
    about = _chosen(request.GET.get("organisatie", ""))
    form = NewCaseForm(request.POST or None, is_known=about is not None)
    if request.method == "POST" and form.is_valid():
        values = form.values() | {"organisation": about}
        access = request.access
        made = services.make(workspace=access.workspace, adviser=access.user, values=values)
        messages.success(request, _("De adviesvraag is bewaard. Alleen u leest haar."))
        return redirect("advice:case", made.pk)
    text = request.GET.get("q", "")
    context = {"form": form, "organisation": about, "q": text, "hits": _hits(text)}
    context["draft"] = services.NEW_DRAFT
    return render(request, "advice/new.html", context)


def _chosen(typed: str) -> Organisation | None:
    if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
        return None
    return Organisation.objects.filter(pk=int(typed), merged_into=None).first()


def _hits(text: str) -> list[Organisation]:
    if not searching.says_something(text):
        return []
    rows = Organisation.objects.filter(pk__in=searching.ids_for(text), merged_into=None)
    return list(rows.order_by("name", "pk")[:MOST_HITS])


@allow(Capability.WORK_CASES)
def case(request: MemberRequest, pk: int) -> HttpResponse:
    """The question, what was done, and a note below it."""
    found = case_of(request, pk)
    is_closed = found.state == CaseState.CLOSED
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            text = form.cleaned_data["text"]
            services.add_note(case=found, author=request.access.user, text=text)
        except services.NotNow:
            return closed_already(request, pk)
        messages.success(request, _("De notitie is bewaard."))
        return redirect("advice:case", pk)
    context = {
        "case": found,
        "notes": found.notes.select_related("author"),
        "readers": found.readers.select_related("user"),
        "is_closed": is_closed,
        "is_late": bool(found.next_step_on and found.next_step_on < timezone.localdate()),
        "is_adviser": rules.is_adviser(request.access, found),
        "form": form,
        "draft": services.draft_name(found, "note"),
    }
    return render(request, "advice/case.html", context)


@allow(Capability.WORK_CASES)
def case_change(request: MemberRequest, pk: int) -> HttpResponse:
    """Other words, another next step. Who may read may also write."""
    found = case_of(request, pk)
    if found.state == CaseState.CLOSED:
        return closed_already(request, pk)
    names = [*CaseForm.base_fields]
    start = {name: getattr(found, name) for name in names}
    form = CaseForm(request.POST or None, initial=start, is_known=bool(found.organisation_id))
    clashes = []
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"]
            services.change(case=found, version=version, values=form.values())
        except ChangedMeanwhile as clash:
            clashes = told_of_clash(request, form, clash.current)
        except services.NotNow:
            return closed_already(request, pk)
        else:
            messages.success(request, _("De adviesvraag is bewaard."))
            return redirect("advice:case", pk)
    context = {"case": found, "form": form, "clashes": clashes}
    context["draft"] = services.draft_name(found, "facts")
    return render(request, "advice/change.html", context)


def closed_already(request: MemberRequest, pk: int) -> HttpResponse:
    """Back to the case, with the reason why nothing of it changes now."""
    told = _("Deze adviesvraag is afgerond, of een collega ging ermee verder. Wijzigen kan niet.")
    messages.info(request, told)
    return redirect("advice:case", pk)


@allow(Capability.WORK_CASES)
def overview(request: MemberRequest) -> HttpResponse:
    """For who answers for the members: which cases are open, and with whom."""
    if not rules.oversees(request.access):
        raise Http404
    page = Paginator(queries.overview(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "advice/overview.html", {"page": page})
